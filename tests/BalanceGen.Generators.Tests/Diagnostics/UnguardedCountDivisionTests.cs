using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed partial class UnguardedCountDivisionTests
{
    private const string Guard = "UnguardedCountDivisionFixer.Guard";
    private const string Weights = "UnguardedCountDivisionFixer.ClassWeights";

    [Fact]
    public Task Every_way_to_read_a_count_is_seen() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of("""
                static double Indexer(ClassCounts counts, int c) => (double)counts.Total / {|BALG0201:counts[c]|};
                static double Product(ClassCounts counts, int c) => (double)counts.Total / (counts.Classes.Count * {|BALG0201:counts[c]|});
                static double Share(ClassCounts counts, int c) => 1 / {|BALG0201:counts.ShareOf(c)|};
                static double List(ClassCounts counts, int c) => 1.0 / {|BALG0201:counts.Values[c]|};
                static double Array(ClassCounts counts, int c) { long[] all = counts.Values.ToArray(); return 1.0 / {|BALG0201:all[c]|}; }
                static double Local(ClassCounts counts, int c) { double n = counts[c]; return 1 / {|BALG0201:n|}; }
                static double Each(ClassCounts counts) { double sum = 0; foreach (long n in counts.Values) { sum += 1.0 / {|BALG0201:n|}; } return sum; }
                static double Batch(Batch<Cat> batch) { Span<long> seen = stackalloc long[2]; batch.CountClasses(seen); return 1.0 / {|BALG0201:seen[0]|}; }
                static long Whole(ClassCounts counts, int c) => counts.Total % {|BALG0201:counts[c]|};
                static double Compound(ClassCounts counts, int c) { double w = 1; w /= {|BALG0201:counts[c]|}; return w; }
                """));

    [Fact]
    public Task Message_names_the_count_and_says_what_comes_out() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of("""
                static double A(ClassCounts counts, int c) => 1.0 / {|BALG0201:counts[c]|};
                static long B(ClassCounts counts, int c) => counts.Total / {|BALG0201:counts[c]|};
                static float C(ClassCounts counts, int c) => 1f / {|BALG0201:counts[c]|};
                static decimal D(ClassCounts counts, int c) => 1m / {|BALG0201:counts[c]|};
                """),
            "'counts[c]' is 0 for a class without rows, and the quotient then is infinity or NaN; test it first, or take the weights of ClassWeights, which never divide by zero",
            "'counts[c]' is 0 for a class without rows, and the quotient then throws a DivideByZeroException; test it first, or take the weights of ClassWeights, which never divide by zero",
            "'counts[c]' is 0 for a class without rows, and the quotient then is infinity or NaN; test it first, or take the weights of ClassWeights, which never divide by zero",
            "'counts[c]' is 0 for a class without rows, and the quotient then throws a DivideByZeroException; test it first, or take the weights of ClassWeights, which never divide by zero");

    [Fact]
    public Task Guarded_division_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of("""
                static double A(ClassCounts counts, int c) => counts[c] == 0 ? 0 : 1.0 / counts[c];
                static double B(ClassCounts counts, int c) => counts[c] > 0 ? 1.0 / counts[c] : 0;
                static double C(ClassCounts counts, int c) { long n = counts[c]; if (n == 0) { return 0; } return 1.0 / n; }
                static double D(ClassCounts counts, int c) { if (!(counts[c] <= 0)) { return 1.0 / counts[c]; } return 0; }
                static bool E(ClassCounts counts, int c) => 0 != counts[c] && 1.0 / counts[c] > 2;
                static bool F(ClassCounts counts, int c) => counts[c] < 1 || 1.0 / counts[c] > 2;
                static double G(ClassCounts counts, int c) { ArgumentOutOfRangeException.ThrowIfZero(counts[c]); return 1.0 / counts[c]; }
                static double H(ClassCounts counts, int c) { if (counts.EmptyClasses.Count > 0) { throw new InvalidOperationException(); } return 1.0 / counts[c]; }
                static double I(ClassCounts counts, int c) => counts[c] switch { 0 => 0, long n => 1.0 / counts[c] };
                static double J(ClassCounts counts) { double sum = 0; foreach (long n in counts.Values) { if (n == 0) continue; sum += 1.0 / n; } return sum; }
                static double[] K(ClassCounts counts) => Enumerable.Range(0, 2).Where(c => counts[c] > 0).Select(k => 1.0 / counts[k]).ToArray();
                static double L(ClassCounts counts, int c) { bool empty = counts[c] == 0; return empty ? 0 : 1.0 / counts[c]; }
                static double N(ClassCounts counts, double[] shares, int c) => shares[c] == 0 ? 0 : shares[c] / counts[c];
                static double M(ClassCounts counts, int c) => counts[c] is > 0 ? 1.0 / counts[c] : 0;
                static double O(ClassCounts counts, int c) => counts.ShareOf(c) > 0 ? 1.0 / counts[c] : 0;
                """));

    [Fact]
    public Task Divisor_that_cannot_be_zero_or_is_no_count_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of("""
                static double A(ClassCounts counts, int c) => 1.0 / (counts[c] + 1);
                static double B(ClassCounts counts, int c) => 1.0 / Math.Max(1, counts[c]);
                static double C(ClassCounts counts, int c) => (double)counts[c] / counts.Total;
                static double D(ClassWeights weights, int c) => 1.0 / weights[c];
                static double E(long[] numbers, int c) => 1.0 / numbers[c];
                static double F(ClassCounts counts, int c) { long n = counts[c]; if (n == 0) { n = 1; } return 1.0 / n; }
                """));

    [Fact]
    public Task Both_factors_of_a_divisor_are_looked_at() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of("""
                static double A(ClassCounts counts, int c) => 1.0 / ({|BALG0201:counts[c]|} * counts.Classes.Count);
                static double B(ClassCounts counts, int c) => 1.0 / (2 * (3 * {|BALG0201:counts[c]|}));
                static double C(ClassCounts counts, int c) => counts[c] == 0 ? 0 : 1.0 / (counts[c] * {|BALG0201:counts[0]|});
                static double D(ClassCounts counts, int c) => counts.ShareOf(c) == 0 ? 0 : 1.0 / counts.ShareOf(c);
                static double F(ClassCounts counts, int c) { switch (counts[c]) { case 0: return 0; default: return 1.0 / counts[c]; } }
                static float E(ClassCounts counts, int c) => 1f / {|BALG0201:counts[c]|};
                """));

    [Theory]
    [InlineData("n += 1;")]
    [InlineData("n++;")]
    [InlineData("--n;")]
    [InlineData("(n, c) = (1, 2);")]
    [InlineData("Change(ref n);")]
    [InlineData("Set(out n);")]
    public Task A_variable_that_is_given_another_value_is_no_count(string change) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.UnguardedCountDivision, Changed(change, "n"));

    [Theory]
    [InlineData("Read(n);")]
    [InlineData("Read(in n);")]
    [InlineData("c += (int)n;")]
    [InlineData("seen[n] = 7;")]
    public Task A_variable_that_is_only_read_is_what_it_was_set_to(string use) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.UnguardedCountDivision, Changed(use, "{|BALG0201:n|}"));

    private static string Changed(string change, string divisor) => UsageSource.Of($$"""
        static double A(ClassCounts counts, int c, long[] seen) { long n = counts[c]; {{change}} return 1.0 / {{divisor}} + c; }
        static void Change(ref long count) => count++;
        static void Set(out long count) => count = 1;
        static void Read(in long count) { }
        """);

    [Fact]
    public Task Elements_of_a_sequence_of_counts_are_counts_and_of_others_are_none() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of("""
                static double A(ClassCounts counts) { double w = 0; foreach (long n in counts.Values.ToArray()) { w += 1.0 / {|BALG0201:n|}; } return w; }
                static double B(ClassCounts counts) { var all = counts.Values; double w = 0; foreach (long n in all) { w += 1.0 / {|BALG0201:n|}; } return w; }
                static double C(long[] numbers) { double w = 0; foreach (long n in numbers) { w += 1.0 / n; } return w; }
                static double D(ClassWeights weights) { double w = 0; foreach (double n in weights.Values) { w += 1.0 / n; } return w; }
                static double E(Batch<Cat> batch, long[] numbers) { long[] seen = new long[2]; batch.CountClasses(seen); return 1.0 / {|BALG0201:seen[0]|} + 1.0 / numbers[0]; }
                static double F(Own own) { long[] seen = new long[2]; own.CountClasses(seen); return 1.0 / seen[0] + 1.0 / own.ShareOf(0) + 1.0 / own.Values[0]; }
                static double G(ClassCounts counts) => 1.0 / Own.ToArray(counts.Values)[0];
                static double H(Batch<Cat> batch) { Span<long> seen = stackalloc long[2]; batch.CountClasses(seen); double w = 0; foreach (ref long n in seen) { n += 1; w += 1.0 / n; } return w; }
                sealed class Own { public static long[] ToArray(ReadOnlySpan<long> smoothed) => [1]; public long[] Values = [1]; public void CountClasses(long[] counts) { } public double ShareOf(int c) => 1; }
                """));

    [Fact]
    public Task Test_of_the_wrong_kind_or_of_another_class_is_no_guard() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of("""
                static double A(ClassCounts counts, int c) => counts[c] >= 0 ? 1.0 / {|BALG0201:counts[c]|} : 0;
                static double B(ClassCounts counts, int c) => counts[c] == 0 ? 1.0 / {|BALG0201:counts[c]|} : 0;
                static double C(ClassCounts counts, int c) => counts[0] > 0 ? 1.0 / {|BALG0201:counts[c]|} : 0;
                static double D(ClassCounts counts, int c) { double w = 1.0 / {|BALG0201:counts[c]|}; return counts[c] == 0 ? 0 : w; }
                static double E(ClassCounts counts, int c) => counts.ShareOf(0) > 0 ? 1.0 / {|BALG0201:counts[c]|} : 0;
                static double[] F(ClassCounts counts) => Enumerable.Range(0, 2).Select(k => 1.0 / {|BALG0201:counts[k]|}).ToArray();
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of("static double A(ClassCounts counts, int c) => 1.0 / {|BALG0201:counts[c]|};"));

    [Theory]
    [InlineData("double w = 1.0 / counts[c]; return w;", "double w = counts[c] == 0 ? 0 : 1.0 / counts[c]; return w;")]
    [InlineData("return 2 + 1.0 / (3 * counts[c]);", "return 2 + (counts[c] == 0 ? 0 : 1.0 / (3 * counts[c]));")]
    [InlineData("long n = counts[c]; return /* w */ 1.0 / n; // end", "long n = counts[c]; return /* w */ n == 0 ? 0 : 1.0 / n; // end")]
    public Task Fix_tests_the_count_first(string body, string expected) =>
        CodeFixVerifier.VerifyAsync<UnguardedCountDivisionFixer>(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of($"static double A(ClassCounts counts, int c) {{ {body}\n}}"),
            UsageSource.Of($"static double A(ClassCounts counts, int c) {{ {expected}\n}}"),
            Guard);

    [Theory]
    [InlineData("(double)counts.Total / counts[c]", "ClassWeights.InverseFrequency(counts)[c]")]
    [InlineData("counts.Total / (double)(counts.Classes.Count * counts[c])", "ClassWeights.Balanced(counts)[c]")]
    public Task Fix_takes_the_weight_of_the_library(string quotient, string expected) =>
        CodeFixVerifier.VerifyAsync<UnguardedCountDivisionFixer>(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of($"static double A(ClassCounts counts, int c) => {quotient};"),
            UsageSource.Of($"static double A(ClassCounts counts, int c) => {expected};"),
            Weights);

    [Fact]
    public async Task Fix_is_not_offered_where_it_would_change_what_is_computed()
    {
        Assert.Empty(await CodeFixVerifier.TitlesAsync<UnguardedCountDivisionFixer>(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of("static double A(ClassCounts counts, int c) => 1.0 / counts[c++];")));
        Assert.Equal(
            ["Use 0 where the count is 0"],
            await CodeFixVerifier.TitlesAsync<UnguardedCountDivisionFixer>(
                Descriptors.UnguardedCountDivision,
                UsageSource.Of("static long A(ClassCounts counts, int c) => counts.Total / counts[c];")));
    }

    [Fact]
    public Task Fix_all_changes_every_division() =>
        CodeFixVerifier.VerifyFixAllAsync<UnguardedCountDivisionFixer>(
            Descriptors.UnguardedCountDivision,
            [
                UsageSource.Of("static double A(ClassCounts counts) => 1.0 / counts[0] + 1.0 / counts[1];"),
                "static class Other { static double B(BalanceGen.ClassCounts counts) => 1.0 / counts[0]; }",
            ],
            [
                UsageSource.Of("static double A(ClassCounts counts) => (counts[0] == 0 ? 0 : 1.0 / counts[0]) + (counts[1] == 0 ? 0 : 1.0 / counts[1]);"),
                "static class Other { static double B(BalanceGen.ClassCounts counts) => counts[0] == 0 ? 0 : 1.0 / counts[0]; }",
            ],
            Guard);

    [Theory]
    [InlineData("counts.Values.ToArray().Select(n => 1.0 / n).Sum()", "counts.Values.ToArray().Select(n => n == 0 ? 0 : 1.0 / n).Sum()")]
    [InlineData("Array.ConvertAll(counts.Values.ToArray(), n => 1.0 / n).Sum()", "Array.ConvertAll(counts.Values.ToArray(), n => n == 0 ? 0 : 1.0 / n).Sum()")]
    [InlineData("counts.Sum(pair => 1.0 / pair.Count)", "counts.Sum(pair => pair.Count == 0 ? 0 : 1.0 / pair.Count)")]
    [InlineData("1 / Math.Sqrt(counts[c])", "Math.Sqrt(counts[c]) == 0 ? 0 : 1 / Math.Sqrt(counts[c])")]
    public Task Fix_tests_the_count_inside_of_queries_and_functions(string quotient, string expected) =>
        CodeFixVerifier.VerifyAsync<UnguardedCountDivisionFixer>(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of($"static double A(ClassCounts counts, int c) => {quotient};"),
            UsageSource.Of($"static double A(ClassCounts counts, int c) => {expected};"),
            Guard);

    [Theory]
    [InlineData("Inverse(counts[c])")]
    [InlineData("Math.Pow(counts[c], -1)")]
    [InlineData("Math.Log(counts.ShareOf(c))")]
    [InlineData("1.0 / counts.Values.ToArray().ToList()[c]")]
    public async Task Fix_is_not_offered_where_there_is_no_quotient_or_the_count_would_be_made_twice(string expression) =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<UnguardedCountDivisionFixer>(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of($"static double A(ClassCounts counts, int c) => {expression}; static double Inverse(double n) => 1 / n;")));
}
