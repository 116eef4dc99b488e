using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class ShareOfEmptyClassAnalyzerTests
{
    private const string Types = """
        public enum Breed { Siamese, Birman, Burmese }
        [BalancedDataset, ClassCount(Breed.Siamese, 160), ClassCount(Breed.Burmese, 0)]
        public partial record struct Cat([ClassLabel] Breed Breed);
        """;

    [Fact]
    public Task Share_of_a_class_without_rows_is_reported() =>
        AnalyzerVerifier.VerifyAsync<ShareOfEmptyClassAnalyzer>(
            UsageSource.Of(
                """
                static object A(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.Of(0.4, 0.3, {|BALG0209:0.3|}));
                static object B(IndexedDataset<Cat> cats)
                {
                    var target = TargetDistribution.Proportional([4, 3, {|BALG0209:3|}]);
                    return new WeightedRandomSampler(cats.Index, 1, target: target);
                }
                """,
                Types),
            "The share 0.3 is for class 'Burmese' of 'Cat', which is declared with 0 rows, so the sampler throws an EmptyClassException; add rows of 'Burmese', make its share 0, or pass a ZeroCountPolicy",
            "The share 3 is for class 'Burmese' of 'Cat', which is declared with 0 rows, so the sampler throws an EmptyClassException; add rows of 'Burmese', make its share 0, or pass a ZeroCountPolicy");

    [Fact]
    public Task No_share_a_policy_or_unknown_counts_are_fine() =>
        AnalyzerVerifier.VerifyAsync<ShareOfEmptyClassAnalyzer>(
            UsageSource.Of(
                """
                static object A(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.Of(0.6, 0.4, 0));
                static object B(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.Of(0.4, 0.3, 0.3), ZeroCountPolicy.ZeroWeight);
                static object C(RowIndex index) => new BalancedSampler(index, 1, TargetDistribution.Of(0.4, 0.3, 0.3));
                static object D(IndexedDataset<Cat> cats, double last) => cats.BalancedSampler(1, TargetDistribution.Of(0.4, 0.3, last));
                """,
                Types));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<ShareOfEmptyClassAnalyzer>(
            UsageSource.Of(
                "static object A(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.Of(0.4, 0.3, {|BALG0209:0.3|}));", Types));
}
