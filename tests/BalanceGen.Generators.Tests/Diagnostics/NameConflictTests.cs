using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class NameConflictTests
{
    [Fact]
    public Task Member_is_reported_where_it_is_declared() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NameConflict,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] bool Label) { private void {|BALG0007:Classes|}() { } }
            """,
            "'Row' already uses the name 'Classes', which the generated code needs; rename it");

    [Fact]
    public Task Nested_type_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NameConflict,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] bool Label) { public enum {|BALG0007:Classes|} { A } }
            """);

    [Fact]
    public Task Positional_parameter_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NameConflict,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] bool {|BALG0007:Classes|});
            """);

    [Fact]
    public Task The_type_itself_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NameConflict,
            """
            using BalanceGen;
            [BalancedDataset] public partial record {|BALG0007:Classes|}([ClassLabel] bool Label);
            """);

    [Fact]
    public Task Type_parameter_that_would_be_hidden_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NameConflict,
            """
            using BalanceGen;
            public partial class Outer<{|BALG0007:Indexer|}> { [BalancedDataset] public partial record Row([ClassLabel] bool Label); }
            """,
            "'Row' already uses the name 'Indexer', which the generated code needs; rename it");

    [Fact]
    public Task Container_and_base_type_with_the_name_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NameConflict,
            """
            using BalanceGen;
            public partial class Outer { public partial class Classes { [BalancedDataset] public partial record Row([ClassLabel] bool Label); } }
            public record Base { public int Classes => 1; }
            [BalancedDataset] public partial record Derived([ClassLabel] bool Label) : Base;
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.NameConflict,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] bool Label) { public int {|BALG0007:Classes|} => 1; }
            """);
}
