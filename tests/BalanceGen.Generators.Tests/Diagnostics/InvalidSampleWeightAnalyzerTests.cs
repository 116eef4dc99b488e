using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class InvalidSampleWeightAnalyzerTests
{
    [Fact]
    public Task Weights_that_are_none_are_reported() =>
        AnalyzerVerifier.VerifyAsync<InvalidSampleWeightAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record A([ClassLabel] bool Label, [{|BALG0014:SampleWeight|}] string Weight);
            [BalancedDataset] public partial record B([ClassLabel] bool Label, [SampleWeight] float X, [{|BALG0014:SampleWeight|}] float Y);
            [BalancedDataset] public partial class C { [ClassLabel] public bool Label; [{|BALG0014:SampleWeight|}] public static double Weight; }
            """,
            "The weight 'Weight' of 'A' cannot be read because 'string' is no number type; use 'double', 'float', 'decimal', Half or an integer type",
            "The weight 'Y' of 'B' cannot be read because 'X' is a weight already; keep one of them",
            "The weight 'Weight' of 'C' cannot be read because it is static, and so the same for every row; remove 'static'");

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<InvalidSampleWeightAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] bool Label, [{|BALG0014:SampleWeight|}] bool Weight);
            """);
}
