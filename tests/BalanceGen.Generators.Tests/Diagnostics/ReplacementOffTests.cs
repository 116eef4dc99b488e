using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class ReplacementOffTests
{
    [Fact]
    public Task As_many_draws_as_rows_are_reported_however_they_are_counted() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ReplacementOff,
            UsageSource.Of("""
                static object A(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, replacement: {|BALG0202:false|});
                static object B(RowIndex index) => new WeightedRandomSampler(index, 1, null, {|BALG0202:false|});
                static object C(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, cats.Index.RowCount, {|BALG0202:false|});
                static object D(IndexedDataset<Cat> cats) { long n = cats.Counts.Total; return new WeightedRandomSampler(cats.Index, 1, n, {|BALG0202:false|}); }
                static object E(Cat[] rows) { var cats = Cat.Classes.Index(rows); return cats.WeightedRandomSampler(1, rows.Length, {|BALG0202:false|}); }
                static object G(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, cats.Rows.Count, {|BALG0202:false|});
                static object F(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, replacement: {|BALG0202:false|}, target: TargetDistribution.Of(0.5, 0.5));
                """));

    [Fact]
    public Task Message_ends_with_the_remedy() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ReplacementOff,
            UsageSource.Of("static object A(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, replacement: {|BALG0202:false|});"),
            "Without replacement, an epoch with as many draws as rows takes every row exactly once, so it is as imbalanced as the data; turn replacement on, or draw fewer rows");

    [Fact]
    public Task Fewer_draws_or_other_rows_or_no_balance_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ReplacementOff,
            UsageSource.Of("""
                static object A(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, 100, replacement: false);
                static object B(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, cats.Counts[0], replacement: false);
                static object C(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, cats.Index.RowCount / 2, replacement: false);
                static object D(IndexedDataset<Cat> cats, IndexedDataset<Cat> few) => cats.WeightedRandomSampler(1, few.Index.RowCount, replacement: false);
                static object E(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1);
                static object F(IndexedDataset<Cat> cats, bool replacement) => cats.WeightedRandomSampler(1, replacement: replacement);
                static object G(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, replacement: false, target: TargetDistribution.AsSource);
                static object H(Own own) => own.Sampler(replacement: false);
                sealed class Own { public Sampler Sampler(bool replacement) => null!; }
                """));

    [Theory]
    [InlineData("null")]
    [InlineData("default")]
    [InlineData("rows.Length")]
    [InlineData("cats.Index.RowCount")]
    [InlineData("cats.Counts.Total")]
    public Task Number_of_rows_of_the_data_set_is_every_row(string count) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.ReplacementOff, Drawing(count, "{|BALG0202:false|}"));

    [Theory]
    [InlineData("others.Length")]
    [InlineData("cats.Counts.ClassCount")]
    [InlineData("cats.Counts.Values.Length")]
    [InlineData("cats.Classes.Count")]
    [InlineData("cats.Counts[0]")]
    [InlineData("rows.Rank")]
    [InlineData("100")]
    public Task Other_numbers_are_not(string count) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.ReplacementOff, Drawing(count, "false"));

    private static string Drawing(string count, string replacement) => UsageSource.Of($$"""
        static object A(Cat[] rows, Cat[] others)
        {
            var cats = Cat.Classes.Index(rows);
            return cats.WeightedRandomSampler(1, {{count}}, {{replacement}});
        }
        """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.ReplacementOff,
            UsageSource.Of("static object A(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, replacement: {|BALG0202:false|});"));

    [Fact]
    public Task Fix_turns_replacement_on() =>
        CodeFixVerifier.VerifyAsync<ReplacementOffFixer>(
            Descriptors.ReplacementOff,
            UsageSource.Of("static object A(RowIndex index) => new WeightedRandomSampler(index, 1, null, false /* ! */);"),
            UsageSource.Of("static object A(RowIndex index) => new WeightedRandomSampler(index, 1, null, true /* ! */);"));

    [Fact]
    public Task Fix_all_turns_replacement_on_everywhere() =>
        CodeFixVerifier.VerifyFixAllAsync<ReplacementOffFixer>(
            Descriptors.ReplacementOff,
            [
                UsageSource.Of("""
                    static object A(RowIndex index) => new WeightedRandomSampler(index, 1, null, false);
                    static object B(RowIndex index) => new WeightedRandomSampler(index, 1, replacement: false);
                    """),
                "static class Other { static object C(BalanceGen.RowIndex index) => new BalanceGen.WeightedRandomSampler(index, 1, replacement: false); }",
            ],
            [
                UsageSource.Of("""
                    static object A(RowIndex index) => new WeightedRandomSampler(index, 1, null, true);
                    static object B(RowIndex index) => new WeightedRandomSampler(index, 1, replacement: true);
                    """),
                "static class Other { static object C(BalanceGen.RowIndex index) => new BalanceGen.WeightedRandomSampler(index, 1, replacement: true); }",
            ]);

    [Fact]
    public Task Replacement_that_a_variable_or_a_constant_turns_off_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ReplacementOff,
            UsageSource.Of("""
                static object A(IndexedDataset<Cat> cats) { bool replacement = false; return cats.WeightedRandomSampler(1, replacement: {|BALG0202:replacement|}); }
                static object B(IndexedDataset<Cat> cats) { const bool On = true; return cats.WeightedRandomSampler(1, replacement: {|BALG0202:!On|}); }
                private const bool Replaces = false;
                static object C(IndexedDataset<Cat> cats) => new WeightedRandomSampler(cats.Index, 1, replacement: {|BALG0202:Replaces|});
                static object D(IndexedDataset<Cat> cats) { bool replacement = false; replacement = cats.Count > 5; return cats.WeightedRandomSampler(1, replacement: replacement); }
                """));
}
