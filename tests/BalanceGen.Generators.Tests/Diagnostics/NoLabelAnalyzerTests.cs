using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class NoLabelAnalyzerTests
{
    [Fact]
    public Task Type_without_a_label_is_reported_at_its_name() =>
        AnalyzerVerifier.VerifyAsync<NoLabelAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record struct {|BALG0003:CatPhoto|}(string File);
            """,
            "'CatPhoto' has no member with [ClassLabel], so its rows have no class; mark the property, field or positional parameter that holds the label");

    [Fact]
    public Task Label_of_a_base_type_is_a_label() =>
        AnalyzerVerifier.VerifyAsync<NoLabelAnalyzer>(
            """
            using BalanceGen;
            public record Base([property: ClassLabel] bool Label);
            [BalancedDataset] public partial record Row(bool Label) : Base(Label);
            """);

    [Fact]
    public Task Label_of_another_library_is_none() =>
        AnalyzerVerifier.VerifyAsync<NoLabelAnalyzer>(
            """
            namespace Other { public sealed class ClassLabelAttribute : System.Attribute; }
            [BalanceGen.BalancedDataset] public partial record {|BALG0003:Row|}([property: Other.ClassLabel] bool Label);
            """);

    [Fact]
    public Task Private_label_in_another_part_is_fine() =>
        AnalyzerVerifier.VerifyAsync<NoLabelAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row(string File);
            public partial record Row { [ClassLabel] private bool Label { get; } }
            """);

    [Fact]
    public Task Type_without_the_attribute_is_not_looked_at() =>
        AnalyzerVerifier.VerifyAsync<NoLabelAnalyzer>(
            """
            using BalanceGen;
            public partial record Row(bool Label);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<NoLabelAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record {|BALG0003:Row|}(bool Label);
            """);
}
