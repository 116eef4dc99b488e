using System.Text;

namespace BalanceGen.Tests.Classes;

public sealed class LabelLookupTests
{
    private static readonly string[] Labels = ["ham", "Spam", "naïve ß", "日本"];

    [Theory]
    [InlineData(LabelComparison.Ordinal, "ham=0 HAM=-1 Spam=1 spam=-1  ham=-1 naïve ß=2 NAÏVE ß=-1 日本=3 =-1")]
    [InlineData(LabelComparison.IgnoreCase, "ham=0 HAM=0 Spam=1 spam=1  ham=-1 naïve ß=2 NAÏVE ß=2 日本=3 =-1")]
    [InlineData(LabelComparison.Trim, "ham=0 HAM=-1 Spam=1 spam=-1  ham=0 naïve ß=2 NAÏVE ß=-1 日本=3 =-1")]
    [InlineData(LabelComparison.IgnoreCase | LabelComparison.Trim, "ham=0 HAM=0 Spam=1 spam=1  ham=0 naïve ß=2 NAÏVE ß=2 日本=3 =-1")]
    public void Characters_and_UTF8_bytes_follow_the_same_policy(LabelComparison comparison, string expected)
    {
        var lookup = new LabelLookup(comparison, Labels);
        string[] texts = ["ham", "HAM", "Spam", "spam", " ham", "naïve ß", "NAÏVE ß", "日本", ""];

        Assert.Equal(expected, string.Join(' ', texts.Select(text => $"{text}={lookup.IndexOf(text)}")));
        Assert.Equal(expected, string.Join(' ', texts.Select(text => $"{text}={lookup.IndexOf(Encoding.UTF8.GetBytes(text))}")));
    }

    [Fact]
    public void All_white_space_is_trimmed_and_nothing_else()
    {
        var lookup = new LabelLookup(LabelComparison.Trim, " a ", "b\u200B");
        string space = new([.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(char.IsWhiteSpace)]);

        foreach (string text in new[] { space + "a" + space, "a", space + "a" })
        {
            Assert.Equal(0, lookup.IndexOf(text));
            Assert.Equal(0, lookup.IndexOf(Encoding.UTF8.GetBytes(text)));
        }

        Assert.Equal(1, lookup.IndexOf(" b\u200B"));
        Assert.Equal(-1, lookup.IndexOf("a\u200B"));
        Assert.Equal(-1, lookup.IndexOf(""));
        Assert.Equal(-1, lookup.IndexOf("  "u8));
    }

    [Fact]
    public void Invalid_UTF8_is_no_label()
    {
        var lookup = new LabelLookup(LabelComparison.Trim, "\uFFFD", "a");

        Assert.Equal(-1, lookup.IndexOf([0xFF]));
        Assert.Equal(-1, lookup.IndexOf([(byte)'a', 0xE6]));
        Assert.Equal(0, lookup.IndexOf("\uFFFD"u8));
    }

    [Fact]
    public void Labels_that_differ_by_case_or_white_space_are_two_by_default()
    {
        Assert.Equal(1, new LabelLookup(LabelComparison.Ordinal, "ham", "ham ").IndexOf("ham "));
        Assert.Equal(1, new LabelLookup(LabelComparison.Ordinal, "ham", "HAM").IndexOf("HAM"));
    }

    [Fact]
    public void Labels_that_the_policy_cannot_tell_apart_are_refused()
    {
        Assert.Contains("'HAM'", Assert.Throws<ArgumentException>(() => new LabelLookup(LabelComparison.IgnoreCase, "ham", "HAM")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new LabelLookup(LabelComparison.Trim, "ham", "ham "));
        Assert.Throws<ArgumentException>(() => new LabelLookup(LabelComparison.Ordinal));
        Assert.Throws<ArgumentNullException>(() => new LabelLookup(LabelComparison.Ordinal, "a", null!));
    }

    [OptimizedFact]
    public void Looking_up_allocates_nothing_however_long_the_label()
    {
        string longLabel = new('x', 1000);
        byte[] longBytes = Encoding.UTF8.GetBytes(longLabel);
        var lookup = new LabelLookup(LabelComparison.IgnoreCase | LabelComparison.Trim, "ham", longLabel);

        AllocationFree.Assert(() => lookup.IndexOf(" HAM ") + lookup.IndexOf(" ham"u8) + lookup.IndexOf(longLabel) + lookup.IndexOf(longBytes));
    }
}
