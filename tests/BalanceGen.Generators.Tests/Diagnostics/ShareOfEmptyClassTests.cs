using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class ShareOfEmptyClassTests
{
    private const string Types = """
        public enum Breed { Siamese, Birman, Burmese }
        [BalancedDataset, ClassCount(Breed.Siamese, 160), ClassCount(Breed.Burmese, 0)]
        public partial record struct Cat([ClassLabel] Breed Breed);
        """;

    private const string NoRows = "[BalancedDataset, ClassCount(false, 0), ClassCount(true, 0)] public partial record struct Row([ClassLabel] bool Label);";

    [Fact]
    public Task Share_of_a_class_without_rows_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ShareOfEmptyClass,
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
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ShareOfEmptyClass,
            UsageSource.Of(
                """
                static object A(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.Of(0.6, 0.4, 0));
                static object B(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.Of(0.4, 0.3, 0.3), ZeroCountPolicy.ZeroWeight);
                static object C(RowIndex index) => new BalancedSampler(index, 1, TargetDistribution.Of(0.4, 0.3, 0.3));
                static object D(IndexedDataset<Cat> cats, double last) => cats.BalancedSampler(1, TargetDistribution.Of(0.4, 0.3, last));
                """,
                Types));

    [Theory]
    [InlineData("TargetDistribution.Of(0.5, 0.5)")]
    [InlineData("TargetDistribution.Of(0.4, 0.3, 0.2, 0.1)")]
    [InlineData("TargetDistribution.Of(0.4, 0.3, -0.3)")]
    [InlineData("TargetDistribution.Of([.. Two, 0.4, 0.3])")]
    [InlineData("TargetDistribution.Proportional([.. Two, 4, 3])")]
    [InlineData("Of(0.4, 0.3, 0.3)")]
    public Task Shares_of_another_number_of_classes_negative_ones_and_other_methods_are_fine(string target) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ShareOfEmptyClass,
            UsageSource.Of(
                $$"""
                static object A(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, {{target}});
                static TargetDistribution Of(params double[] shares) => TargetDistribution.Uniform;
                static readonly double[] Two = [0.1, 0.2];
                """,
                Types));

    [Fact]
    public Task Shares_of_fewer_classes_are_fine_though_one_would_be_of_an_empty_class() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ShareOfEmptyClass,
            UsageSource.Of(
                "static object A(IndexedDataset<Digit> digits) => digits.BalancedSampler(1, TargetDistribution.Of(0.5, 0.5));",
                "[BalancedDataset, ClassCount(0, 0)] public partial record struct Digit([ClassLabel(Min = 0, Max = 9)] int Value);"));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.ShareOfEmptyClass,
            UsageSource.Of(
                "static object A(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.Of(0.4, 0.3, {|BALG0209:0.3|}));", Types));

    [Theory]
    [InlineData("ZeroWeight")]
    [InlineData("Throw")]
    public async Task Fix_passes_the_sampler_the_chosen_policy(string policy)
    {
        await CodeFixVerifier.VerifyAsync<ShareOfEmptyClassFixer>(
            Descriptors.ShareOfEmptyClass,
            UsageSource.Of("static object A(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.Of(0.4, 0.3, 0.3));", Types),
            UsageSource.Of($"static object A(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.Of(0.4, 0.3, 0.3), zeroCounts: ZeroCountPolicy.{policy});", Types),
            policy);
        await CodeFixVerifier.VerifyAsync<ShareOfEmptyClassFixer>(
            Descriptors.ShareOfEmptyClass,
            UsageSource.Of("static object A(IndexedDataset<Cat> cats) { var target = TargetDistribution.Of(0.4, 0.3, 0.3); return new BalancedSampler(cats.Index, 1, target); }", Types),
            UsageSource.Of($"static object A(IndexedDataset<Cat> cats) {{ var target = TargetDistribution.Of(0.4, 0.3, 0.3); return new BalancedSampler(cats.Index, 1, target, zeroCounts: ZeroCountPolicy.{policy}); }}", Types),
            policy);
    }

    [Fact]
    public async Task Policies_are_actions_of_their_own() =>
        Assert.Equal(
            ["Leave classes without rows out: weight 0 and share 0", "Keep the exception"],
            await CodeFixVerifier.TitlesAsync<ShareOfEmptyClassFixer>(
                Descriptors.ShareOfEmptyClass,
                UsageSource.Of("static object A(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.Of(0.4, 0.3, 0.3));", Types)));

    [Fact]
    public Task Fix_all_passes_the_policy_once_for_several_empty_classes() =>
        CodeFixVerifier.VerifyFixAllAsync<ShareOfEmptyClassFixer>(
            Descriptors.ShareOfEmptyClass,
            [
                UsageSource.Of("""
                    static object A(IndexedDataset<Row> rows) => rows.BalancedSampler(1, TargetDistribution.Of(0.5, 0.5));
                    static object B(IndexedDataset<Row> rows) => rows.BalancedSampler(2, TargetDistribution.Of(0.1, 0.9));
                    """, NoRows),
            ],
            [
                UsageSource.Of("""
                    static object A(IndexedDataset<Row> rows) => rows.BalancedSampler(1, TargetDistribution.Of(0.5, 0.5), zeroCounts: ZeroCountPolicy.ZeroWeight);
                    static object B(IndexedDataset<Row> rows) => rows.BalancedSampler(2, TargetDistribution.Of(0.1, 0.9), zeroCounts: ZeroCountPolicy.ZeroWeight);
                    """, NoRows),
            ],
            "ZeroWeight");

    [Fact]
    public Task Shares_in_an_array_or_a_field_are_seen() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ShareOfEmptyClass,
            UsageSource.Of(
                """
                static object A(IndexedDataset<Cat> cats) { double[] shares = [0.4, 0.3, {|BALG0209:0.3|}]; return cats.BalancedSampler(1, TargetDistribution.Of(shares)); }
                static readonly double[] Shares = [0.4, 0.3, 0.3];
                static object B(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, {|BALG0209:TargetDistribution.Of(Shares)|});
                static readonly TargetDistribution Target = TargetDistribution.Proportional(4, 3, 3);
                static object C(IndexedDataset<Cat> cats) { var (train, _) = cats.Split(0.2, 1); return train.WeightedRandomSampler(1, target: {|BALG0209:Target|}); }
                static object D(IndexedDataset<Cat> cats) { double[] shares = [0.4, 0.3, 0.3]; shares[2] = 0; return cats.BalancedSampler(1, TargetDistribution.Proportional(shares)); }
                static object E(IndexedDataset<Cat> cats) { try { return cats.BalancedSampler(1, TargetDistribution.Of(0.4, 0.3, 0.3)); } catch (EmptyClassException) { return null!; } }
                """,
                Types));
}
