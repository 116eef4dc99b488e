using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class SharesDoNotAddUpTests
{
    [Fact]
    public Task Constants_whose_sum_is_not_1_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SharesDoNotAddUp,
            UsageSource.Of("""
                static object A() => TargetDistribution.Of({|BALG0210:0.5, 0.6|});
                static object B() => TargetDistribution.Of({|BALG0210:1, 9|});
                const double Rare = 0.1;
                static object C() => TargetDistribution.Of([{|BALG0210:Rare, 2 * Rare|}]);
                static object D() => TargetDistribution.Of(new[] { {|BALG0210:0.3, double.NaN|} });
                """),
            "The shares add up to 1.1 and not to 1, so TargetDistribution.Of throws; correct them, or use TargetDistribution.Proportional, which takes numbers of any scale",
            "The shares add up to 10 and not to 1, so TargetDistribution.Of throws; correct them, or use TargetDistribution.Proportional, which takes numbers of any scale",
            "The shares add up to 0.3 and not to 1, so TargetDistribution.Of throws; correct them, or use TargetDistribution.Proportional, which takes numbers of any scale",
            "The shares add up to NaN and not to 1, so TargetDistribution.Of throws; correct them, or use TargetDistribution.Proportional, which takes numbers of any scale");

    [Fact]
    public Task Shares_that_add_up_or_are_not_all_constant_and_proportions_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SharesDoNotAddUp,
            UsageSource.Of("""
                static object A() => TargetDistribution.Of(0.1, 0.9);
                static object B() => TargetDistribution.Of(1 / 3.0, 1 / 3.0, 1 / 3.0);
                static object C(double rest) => TargetDistribution.Of(0.5, rest);
                static object D() => TargetDistribution.Proportional(1, 9);
                static object E(double[] shares) => TargetDistribution.Of(shares);
                static object F(double[] shares) => TargetDistribution.Of([0.5, .. shares]);
                static object G() => TargetDistribution.Of(0.3333333, 0.3333333, 0.3333334);
                """));

    [Theory]
    [InlineData("0.5, 0.500002", "1.000002")]
    [InlineData("0.5, 0.499998", "0.999998")]
    [InlineData("0.5, 0.6123456789", "1.112346")]
    [InlineData("2", "2")]
    [InlineData("-1, 1", "0")]
    [InlineData("0.5f, 1", "1.5")]
    public Task Sum_is_reported_with_six_digits(string shares, string sum) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SharesDoNotAddUp,
            UsageSource.Of($"static object A() => TargetDistribution.Of({{|BALG0210:{shares}|}});"),
            $"The shares add up to {sum} and not to 1, so TargetDistribution.Of throws; correct them, or use TargetDistribution.Proportional, which takes numbers of any scale");

    [Theory]
    [InlineData("TargetDistribution.Of(0.5, 0.5000009)")]
    [InlineData("TargetDistribution.Of(1)")]
    [InlineData("TargetDistribution.Of()")]
    [InlineData("TargetDistribution.Of([])")]
    [InlineData("Of(2)")]
    public Task Sum_within_the_tolerance_no_shares_and_other_methods_are_fine(string target) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SharesDoNotAddUp,
            UsageSource.Of($"static object A() => {target}; static double Of(double share) => share;"));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.SharesDoNotAddUp,
            UsageSource.Of("static object A() => TargetDistribution.Of({|BALG0210:0.5, 0.6|});"));

    [Theory]
    [InlineData("TargetDistribution.Of(1, 9)", "TargetDistribution.Proportional(1, 9)")]
    [InlineData("TargetDistribution.Of( [0.5, 0.6] )", "TargetDistribution.Proportional( [0.5, 0.6] )")]
    public Task Fix_takes_them_as_proportions(string target, string expected) =>
        CodeFixVerifier.VerifyAsync<SharesDoNotAddUpFixer>(
            Descriptors.SharesDoNotAddUp,
            UsageSource.Of($"static object A() => {target};"), UsageSource.Of($"static object A() => {expected};"));

    [Theory]
    [InlineData("0.5, -0.6")]
    [InlineData("0.5, double.NaN")]
    [InlineData("0.0, 0.0")]
    public async Task Fix_is_not_offered_for_numbers_that_are_no_proportions(string shares) =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<SharesDoNotAddUpFixer>(
            Descriptors.SharesDoNotAddUp,
            UsageSource.Of($"static object A() => TargetDistribution.Of({shares});")));

    [Fact]
    public Task Fix_all_changes_every_call() =>
        CodeFixVerifier.VerifyFixAllAsync<SharesDoNotAddUpFixer>(
            Descriptors.SharesDoNotAddUp,
            [
                UsageSource.Of("static object A() => new[] { TargetDistribution.Of(1, 9), TargetDistribution.Of(2, 3), TargetDistribution.Of(0.5, 0.5) };"),
                "static class Other { static object B() => BalanceGen.TargetDistribution.Of(1, 1); }",
            ],
            [
                UsageSource.Of("static object A() => new[] { TargetDistribution.Proportional(1, 9), TargetDistribution.Proportional(2, 3), TargetDistribution.Of(0.5, 0.5) };"),
                "static class Other { static object B() => BalanceGen.TargetDistribution.Proportional(1, 1); }",
            ]);

    [Fact]
    public Task Shares_in_an_array_or_a_field_are_seen() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SharesDoNotAddUp,
            UsageSource.Of("""
                static object A() { double[] shares = [{|BALG0210:0.5, 0.6|}]; return TargetDistribution.Of(shares); }
                static object B() { ReadOnlySpan<double> shares = [{|BALG0210:30, 70|}]; return TargetDistribution.Of(shares); }
                static readonly double[] Shares = [{|BALG0210:0.2, 0.7|}];
                static object C() => TargetDistribution.Of(Shares);
                static object D(double rest) { double[] shares = [0.5, 0.6]; shares[1] = rest; return TargetDistribution.Of(shares); }
                """));

    [Theory]
    [InlineData("double[] shares = [0.5, 0.6]; return TargetDistribution.Of(shares);", "double[] shares = [0.5, 0.6]; return TargetDistribution.Proportional(shares);")]
    [InlineData("return TargetDistribution.Of(Shares);", "return TargetDistribution.Proportional(Shares);")]
    public Task Fix_takes_the_shares_of_a_variable_as_proportions(string body, string expected) =>
        CodeFixVerifier.VerifyAsync<SharesDoNotAddUpFixer>(
            Descriptors.SharesDoNotAddUp,
            UsageSource.Of($"static readonly double[] Shares = [0.2, 0.7]; static object A() {{ {body} }}"),
            UsageSource.Of($"static readonly double[] Shares = [0.2, 0.7]; static object A() {{ {expected} }}"));
}
