using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class InvalidIntegerRangeTests
{
    [Fact]
    public Task Min_above_Max_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidIntegerRange,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel(Max = 0, {|BALG0009:Min = 9|})] int Label);
            """,
            "The classes 9 to 0 of the label 'Label' are not valid because Min is greater than Max; exchange them");

    [Fact]
    public Task Max_beyond_the_type_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidIntegerRange,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel(Min = 0, {|BALG0009:Max = 256|})] byte Label);
            """,
            "The classes 0 to 256 of the label 'Label' are not valid because 'byte' has no value above 255; lower Max");

    [Fact]
    public Task Min_beyond_the_type_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidIntegerRange,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel({|BALG0009:Min = -1|}, Max = 1)] ulong Label);
            """,
            "The classes -1 to 1 of the label 'Label' are not valid because 'ulong' has no value below 0; raise Min");

    [Fact]
    public Task One_class_too_many_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidIntegerRange,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel(Min = -1, {|BALG0009:Max = 65535|})] int Label);
            """,
            "The classes -1 to 65535 of the label 'Label' are not valid because 65537 classes are more than 65536; declare only the labels that are classes");

    [Fact]
    public Task All_values_of_long_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidIntegerRange,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel(Min = long.MinValue, {|BALG0009:Max = long.MaxValue|})] long Label);
            """);

    [Fact]
    public Task Largest_range_and_range_of_one_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidIntegerRange,
            """
            using BalanceGen;
            [BalancedDataset] public partial record A([ClassLabel(Min = 0, Max = 65535)] int Label);
            [BalancedDataset] public partial record B([ClassLabel(Min = 255, Max = 255)] byte Label);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.InvalidIntegerRange,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel({|BALG0009:Min = 1|}, Max = 0)] int Label);
            """);
}
