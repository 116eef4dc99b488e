using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <content>What is a test for zero, and where it holds.</content>
public sealed partial class UnguardedCountDivisionTests
{
    [Theory]
    [InlineData("n > 0")]
    [InlineData("n >= 1")]
    [InlineData("n != 0")]
    [InlineData("n == 5")]
    [InlineData("0 < n")]
    [InlineData("1 <= n")]
    [InlineData("5 == n")]
    [InlineData("!(n < 1)")]
    [InlineData("!(n <= 0)")]
    [InlineData("!(n == 0)")]
    [InlineData("!(1 > n)")]
    [InlineData("!(0 >= n)")]
    [InlineData("n > other")]
    [InlineData("n is > 0")]
    [InlineData("n > 0 && other > 7")]
    [InlineData("other > 7 && n > 0")]
    [InlineData("!(n == 0 || other > 7)")]
    [InlineData("!(other > 7 || n == 0)")]
    [InlineData("n > other && other > 7")]
    [InlineData("other > 7 && n > other")]
    [InlineData("n > other || other > 7")]
    [InlineData("counts.EmptyClasses.Count == 0")]
    public Task A_condition_that_excludes_zero_is_a_guard_where_it_holds(string condition) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.UnguardedCountDivision, Conditional($$"""
            static double A(ClassCounts counts, int c, long other) { long n = counts[c]; return ({{condition}}) ? 1.0 / n : 0; }
            static double B(ClassCounts counts, int c, long other) { long n = counts[c]; if (!({{condition}})) { return 0; } return 1.0 / n; }
            static double C(ClassCounts counts, int c, long other) { long n = counts[c]; if ({{condition}}) { return 1.0 / n; } else { return 0; } }
            static double D(ClassCounts counts, int c, long other) { long n = counts[c]; if ({{condition}}) { c++; } else { throw new Exception(); } return 1.0 / n; }
            static bool E(ClassCounts counts, int c, long other) { long n = counts[c]; return ({{condition}}) && 1.0 / n > 2; }
            static bool F(ClassCounts counts, int c, long other) { long n = counts[c]; return !({{condition}}) || 1.0 / n > 2; }
            static double G(ClassCounts counts, int c, long other) { long n = counts[c]; double w = 0; while ({{condition}}) { w += 1.0 / n; break; } return w; }
            static double H(ClassCounts counts, int c, long other) { long n = counts[c]; double w = 0; for (; {{condition}};) { w += 1.0 / n; break; } return w; }
            """));

    [Theory]
    [InlineData("n >= 0")]
    [InlineData("n > -1")]
    [InlineData("n != 5")]
    [InlineData("n == 0")]
    [InlineData("n < 5")]
    [InlineData("n <= 5")]
    [InlineData("0 <= n")]
    [InlineData("5 > n")]
    [InlineData("!(n > 0)")]
    [InlineData("n > 0 || other > 7")]
    [InlineData("other > 7 || n > 0")]
    [InlineData("!(n == 0 && other > 7)")]
    [InlineData("n == 0 && other > 7")]
    [InlineData("!(n > 0 || other > 7)")]
    [InlineData("!(n < 0)")]
    [InlineData("!(0 > n)")]
    [InlineData("other > 7")]
    public Task A_condition_that_zero_may_meet_is_no_guard(string condition) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.UnguardedCountDivision, Conditional($$"""
            static double A(ClassCounts counts, int c, long other) { long n = counts[c]; return ({{condition}}) ? 1.0 / {|BALG0201:n|} : 0; }
            static double B(ClassCounts counts, int c, long other) { long n = counts[c]; if (!({{condition}})) { return 0; } return 1.0 / {|BALG0201:n|}; }
            static bool E(ClassCounts counts, int c, long other) { long n = counts[c]; return ({{condition}}) && 1.0 / {|BALG0201:n|} > 2; }
            static double G(ClassCounts counts, int c, long other) { long n = counts[c]; double w = 0; while ({{condition}}) { w += 1.0 / {|BALG0201:n|}; break; } return w; }
            """));

    [Theory]
    [InlineData("if (n == 0) { c++; }")]
    [InlineData("if (n > 0) { return 0; }")]
    [InlineData("if (n > 0) { c++; } else { c--; }")]
    [InlineData("Note(n);")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfZero(c);")]
    public Task A_statement_after_which_the_count_may_be_zero_is_no_guard(string statement) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.UnguardedCountDivision, Conditional($$"""
            static double A(ClassCounts counts, int c) { long n = counts[c]; {{statement}} return 1.0 / {|BALG0201:n|}; }
            """));

    [Theory]
    [InlineData("if (n == 0) throw new Exception();")]
    [InlineData("if (n == 0) return 0;")]
    [InlineData("if (n == 0) { c++; return 0; }")]
    [InlineData("System.Diagnostics.Debug.Assert(n > 0);")]
    [InlineData("System.Diagnostics.Contracts.Contract.Requires(n > 0);")]
    [InlineData("Assert.True(n > 0);")]
    [InlineData("Guard.IsPositive(n);")]
    [InlineData("System.Diagnostics.Debug.Assert(counts.EmptyClasses.Count == 0);")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);")]
    public Task A_statement_that_leaves_or_throws_at_zero_is_a_guard(string statement) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.UnguardedCountDivision, Conditional($$"""
            static double A(ClassCounts counts, int c) { long n = counts[c]; {{statement}} return 1.0 / n; }
            """));

    private static string Conditional(string members) => UsageSource.Of(members + """

        static void Note(long count) { }
        static class Assert { public static void True(bool condition) { } }
        static class Guard { public static void IsPositive(long number) { } }
        """);
}
