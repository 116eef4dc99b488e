using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class UnreadableLabelAnalyzerTests
{
    [Fact]
    public Task Static_member_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnreadableLabelAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel] public static bool {|BALG0005:Label|} { get; set; } }
            """,
            "The label 'Label' of 'Row' cannot be read from a row because it is static, and so the same for every row; remove 'static'");

    [Fact]
    public Task Property_without_get_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnreadableLabelAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel] public bool {|BALG0005:Label|} { set { } } }
            """,
            "The label 'Label' of 'Row' cannot be read from a row because it is a property without 'get'; add 'get'");

    [Fact]
    public Task Indexer_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnreadableLabelAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel] public bool {|BALG0005:this|}[int index] => true; }
            """);

    [Fact]
    public Task Explicit_interface_implementation_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnreadableLabelAnalyzer>(
            """
            using BalanceGen;
            public interface ILabelled { bool Label { get; } }
            [BalancedDataset] public partial class Row : ILabelled { [ClassLabel] bool ILabelled.{|BALG0005:Label|} => true; }
            """);

    [Fact]
    public Task Parameter_of_a_class_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnreadableLabelAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row([ClassLabel] bool {|BALG0005:label|}) { public bool Label => label; }
            """,
            "The label 'label' of 'Row' cannot be read from a row because it is a parameter and not a property or field; mark a property or field, or a positional parameter of a record");

    [Fact]
    public Task Parameter_of_another_constructor_of_a_record_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnreadableLabelAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row(bool Label) { public Row([ClassLabel] bool {|BALG0005:Label|}, int other) : this(Label) { } }
            """);

    [Fact]
    public Task Private_property_without_set_is_fine() =>
        AnalyzerVerifier.VerifyAsync<UnreadableLabelAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel] private bool Label => true; }
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<UnreadableLabelAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel] public static bool {|BALG0005:Label|} { get; set; } }
            """);
}
