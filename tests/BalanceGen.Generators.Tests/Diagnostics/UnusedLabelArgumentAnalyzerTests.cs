using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class UnusedLabelArgumentAnalyzerTests
{
    [Fact]
    public Task Class_list_of_an_enum_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnusedLabelArgumentAnalyzer>(
            """
            using BalanceGen;
            public enum Breed { A, B }
            [BalancedDataset] public partial record Row([ClassLabel({|BALG0010:"B"|}, "A")] Breed Label);
            """,
            "The class list of [ClassLabel] has no effect on the label 'Label' because the members of the enum are the classes; remove it");

    [Fact]
    public Task Range_of_a_string_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnusedLabelArgumentAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel("a", {|BALG0010:Max = 0|})] string Label);
            """,
            "The 'Max' of [ClassLabel] has no effect on the label 'Label' because the classes of a string are the declared strings; remove it");

    [Fact]
    public Task Class_list_of_an_integer_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnusedLabelArgumentAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel({|BALG0010:"zero"|}, Min = 0, Max = 0)] int Label);
            """);

    [Fact]
    public Task Arguments_that_the_type_needs_are_fine() =>
        AnalyzerVerifier.VerifyAsync<UnusedLabelArgumentAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record A([ClassLabel("no", "yes")] bool Label);
            [BalancedDataset] public partial record B([ClassLabel(Min = 0, Max = 0)] int Label);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<UnusedLabelArgumentAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel({|BALG0010:Min = 0|})] bool Label);
            """);
}
