using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class BalancedCountsResampledTests
{
    private const string Types = """
        [BalancedDataset, ClassCount(false, 100), ClassCount(true, 105)] public partial record struct Even([ClassLabel] bool Label);
        [BalancedDataset, ClassCount(false, 100), ClassCount(true, 106)] public partial record struct Uneven([ClassLabel] bool Label);
        [BalancedDataset, ClassCount("a", 100), ClassCount("b", 100)] public partial record struct Tagged([ClassLabel("a", "b", Encoding = LabelEncoding.Set)] string[] Tags);
        [BalancedDataset, ClassCount(false, 100)] public partial record struct Half([ClassLabel] bool Label);
        [BalancedDataset, ClassCount(false, 0), ClassCount(true, 0)] public partial record struct Empty([ClassLabel] bool Label);
        """;

    [Fact]
    public Task Weighted_sampler_of_balanced_data_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.BalancedCountsResampled,
            UsageSource.Of(
                """
                static object A(IndexedDataset<Even> rows) => rows.{|BALG0205:WeightedRandomSampler|}(1);
                static object B(IndexedDataset<Even> rows) => new {|BALG0205:WeightedRandomSampler|}(rows.Index, 1, target: TargetDistribution.Uniform);
                """,
                Types),
            "The declared counts of 'Even' are balanced already, from 100 to 105 rows per class, so independent draws only repeat some rows and miss others; use a RandomSampler or a BalancedSampler, which show every row",
            "The declared counts of 'Even' are balanced already, from 100 to 105 rows per class, so independent draws only repeat some rows and miss others; use a RandomSampler or a BalancedSampler, which show every row");

    [Fact]
    public Task Balanced_counts_of_a_file_are_reported_with_its_name() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.BalancedCountsResampled,
            UsageSource.Of(
                "static object A(IndexedDataset<Sms> rows) => rows.{|BALG0205:WeightedRandomSampler|}(1);",
                "[BalancedDataset(ClassCounts = \"sms.classcounts.csv\")] public partial record struct Sms([ClassLabel] bool IsSpam);"),
            new ProjectFiles().With("/sms.classcounts.csv", "false,40\ntrue,41"),
            "The counts of 'Sms' in 'sms.classcounts.csv' are balanced already, from 40 to 41 rows per class, so independent draws only repeat some rows and miss others; use a RandomSampler or a BalancedSampler, which show every row");

    [Fact]
    public Task Imbalance_other_targets_and_other_samplers_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.BalancedCountsResampled,
            UsageSource.Of(
                """
                static object A(IndexedDataset<Uneven> rows) => rows.WeightedRandomSampler(1);
                static object B(IndexedDataset<Half> rows) => rows.WeightedRandomSampler(1);
                static object C(IndexedDataset<Empty> rows) => rows.WeightedRandomSampler(1);
                static object D(IndexedDataset<Even> rows) => rows.WeightedRandomSampler(1, target: TargetDistribution.Of(0.1, 0.9));
                static object E(IndexedDataset<Even> rows) => rows.BalancedSampler(1);
                static object G(IndexedDataset<Tagged> rows) => rows.WeightedRandomSampler(1);
                static object F(RowIndex index) => new WeightedRandomSampler(index, 1);
                """,
                Types));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.BalancedCountsResampled,
            UsageSource.Of("static object A(IndexedDataset<Even> rows) => rows.{|BALG0205:WeightedRandomSampler|}(1);", Types));

    [Theory]
    [InlineData("RandomSampler")]
    [InlineData("BalancedSampler")]
    public async Task Fix_takes_the_chosen_sampler(string sampler)
    {
        foreach (string code in (string[])
            [
                "static object A(IndexedDataset<Even> rows) => rows.NAME(seed: 1);",
                "static object A(IndexedDataset<Even> rows) { var sampler = rows.NAME(1); return sampler; }",
                "static object A(IndexedDataset<Even> rows) { NAME sampler = rows.NAME(1); return sampler; }",
            ])
        {
            await CodeFixVerifier.VerifyAsync<BalancedCountsResampledFixer>(
                Descriptors.BalancedCountsResampled,
                UsageSource.Of(code.Replace("NAME", "WeightedRandomSampler", StringComparison.Ordinal), Types),
                UsageSource.Of(code.Replace("NAME", sampler, StringComparison.Ordinal), Types),
                sampler);
        }
    }

    [Theory]
    [InlineData("static object A(IndexedDataset<Even> rows) => rows.WeightedRandomSampler(1, 10);")]
    [InlineData("static object A(IndexedDataset<Even> rows) => rows.WeightedRandomSampler(1, replacement: false);")]
    [InlineData("static WeightedRandomSampler A(IndexedDataset<Even> rows) => rows.WeightedRandomSampler(1);")]
    [InlineData("static object A(IndexedDataset<Even> rows) => new WeightedRandomSampler(rows.Index, 1);")]
    public async Task No_fix_where_other_draws_or_the_type_are_asked_for(string source) =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<BalancedCountsResampledFixer>(Descriptors.BalancedCountsResampled, UsageSource.Of(source, Types)));

    [Fact]
    public Task Fix_all_takes_the_chosen_sampler_everywhere() =>
        CodeFixVerifier.VerifyFixAllAsync<BalancedCountsResampledFixer>(
            Descriptors.BalancedCountsResampled,
            [
                UsageSource.Of("""
                    static object A(IndexedDataset<Even> rows) => rows.WeightedRandomSampler(1);
                    static Sampler B(IndexedDataset<Even> rows) => rows.WeightedRandomSampler(2);
                    """, Types),
            ],
            [
                UsageSource.Of("""
                    static object A(IndexedDataset<Even> rows) => rows.RandomSampler(1);
                    static Sampler B(IndexedDataset<Even> rows) => rows.RandomSampler(2);
                    """, Types),
            ],
            "RandomSampler");
}
