using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class SplitAfterResamplingTests
{
    [Fact]
    public Task Message_names_the_sampler_and_the_split() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SplitAfterResampling,
            UsageSource.Of("""
                static object A(IndexedDataset<Cat> cats, Cat[] rows)
                {
                    Cat[] resampled = [.. cats.RandomOverSampler(1).RowNumbersOfEpoch(0).Select(row => rows[row])];
                    return Cat.Classes.Index(resampled).{|BALG0214:Split|}(0.2, 1);
                }
                """),
            "The rows were drawn by 'RandomOverSampler', which repeats rows, so 'Split' puts copies of one row in both subsets; split the data first and resample the training subset");

    [Theory]
    [InlineData("cats.BalancedSampler(1)")]
    [InlineData("cats.WeightedRandomSampler(1)")]
    [InlineData("cats.RandomOverSampler(1)")]
    [InlineData("cats.StratifiedRandomSampler(1, 2)")]
    [InlineData("cats.ClassAwareSampler(1, 2, 1)")]
    [InlineData("cats.MinimumQuotaSampler(1, 4, [1, 1])")]
    [InlineData("cats.RepeatFactorSampler(1, 0.5)")]
    [InlineData("new RandomSampler(cats.Index, 1, replacement: true)")]
    public Task Every_sampler_that_repeats_rows_is_seen(string sampler) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.SplitAfterResampling, Resampled(sampler, "{|BALG0214:Split|}"));

    [Theory]
    [InlineData("cats.RandomSampler(1)")]
    [InlineData("cats.SequentialSampler()")]
    [InlineData("cats.RandomUnderSampler(1)")]
    [InlineData("cats.WeightedRandomSampler(1, 5, replacement: false)")]
    public Task Samplers_that_repeat_nothing_are_fine(string sampler) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.SplitAfterResampling, Resampled(sampler, "Split"));

    private static string Resampled(string sampler, string split) => UsageSource.Of($$"""
        static object A(IndexedDataset<Cat> cats, Cat[] rows)
        {
            var sampler = {{sampler}};
            var list = new List<Cat>();
            foreach (int row in sampler) { list.Add(rows[row]); }
            var data = Cat.Classes.Index(list);
            return data.{{split}}(0.2, 1);
        }
        """);

    [Fact]
    public Task A_split_before_and_rows_without_copies_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SplitAfterResampling,
            UsageSource.Of("""
                static object A(IndexedDataset<Cat> cats) { var split = cats.Split(0.2, 1); return split.Train.BalancedSampler(1); }
                static object B(IndexedDataset<Cat> cats) { var sampler = cats.BalancedSampler(1); Console.WriteLine(sampler.Plan); return cats.Split(0.2, 1); }
                static object C(IndexedDataset<Cat> cats, Cat[] rows)
                {
                    Cat[] distinct = cats.RandomOverSampler(1).RowNumbersOfEpoch(0).Distinct().Select(row => rows[row]).ToArray();
                    return Cat.Classes.Index(distinct).Split(0.2, 1);
                }
                static object D(IndexedDataset<Cat> cats, Cat[] rows)
                {
                    long length = cats.BalancedSampler(1).EpochLength;
                    return Cat.Classes.Index(rows[..(int)Math.Min(rows.Length, length)]).Split(0.2, 1);
                }
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(Descriptors.SplitAfterResampling, Resampled("cats.BalancedSampler(1)", "{|BALG0214:Split|}"));
}
