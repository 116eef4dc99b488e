using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class NegativeCountTests
{
    [Fact]
    public Task Negative_count_is_reported_at_the_count() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NegativeCount,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount("ham", {|BALG0103:-1234567|})] public partial record Row([ClassLabel("ham")] string Label);
            """,
            "The count of \"ham\" of 'Row' is -1234567, but a number of rows is 0 or more; declare the number of training rows");

    [Fact]
    public Task Largest_and_smallest_count_are_told_apart() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NegativeCount,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount(true, long.MaxValue), ClassCount(false, {|BALG0103:long.MinValue|})] public partial record Row([ClassLabel] bool Label);
            """);

    [Fact]
    public Task Zero_is_no_negative_count() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NegativeCount,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount(true, 0)] public partial record Row([ClassLabel] bool Label);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.NegativeCount,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount(true, {|BALG0103:-1|})] public partial record Row([ClassLabel] bool Label);
            """);
}
