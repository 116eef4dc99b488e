using System.Globalization;

namespace BalanceGen.Tests.Classes;

/// <summary>More labels than the hash of their ends is for, among them those that are hard to tell apart, beside a search through all of them.</summary>
public sealed class ManyLabelsTests
{
    private static readonly string[] Hostile = [.. HostileLabels().Distinct(StringComparer.Ordinal)];

    [Fact]
    public void Labels_that_are_nearly_equal_are_told_apart()
    {
        Assert.InRange(Hostile.Length, 1000, 4000);
        var lookup = new LabelLookup(LabelComparison.Ordinal, Hostile);
        foreach (string text in Hostile.Concat(Hostile.SelectMany(Variants)).Distinct(StringComparer.Ordinal))
        {
            int expected = Array.IndexOf(Hostile, text);
            if (expected != lookup.IndexOf(new string(text.AsSpan())) || expected != lookup.IndexOf($"#{text}#".AsSpan(1, text.Length)))
            {
                Assert.Fail($"'{text}' is at {lookup.IndexOf(text)} instead of {expected}.");
            }
        }
    }

    /// <summary>Numbers of labels around those at which the number of slots doubles, and many.</summary>
    [Theory]
    [InlineData(257)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(8142)]
    [InlineData(40_000)]
    public void Each_label_has_its_position_and_other_texts_have_none(int count)
    {
        string[] labels = [.. Enumerable.Range(0, count).Select(Name)];
        var lookup = new LabelLookup(LabelComparison.Trim, labels);

        Assert.Equal(Enumerable.Range(0, count), labels.Select(label => lookup.IndexOf($" {label}\t")));
        Assert.All(Enumerable.Range(count, 1000), other => Assert.Equal(-1, lookup.IndexOf(Name(other))));

        static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Genus{number % 97} species{number}");
    }

    [OptimizedFact]
    public void Looking_up_allocates_nothing()
    {
        var lookup = new LabelLookup(LabelComparison.Ordinal, Hostile);
        string[] texts = [.. Hostile.Concat(Hostile.SelectMany(Variants))];

        AllocationFree.Assert(() =>
        {
            int sum = 0;
            foreach (string text in texts)
            {
                sum += lookup.IndexOf(text) + lookup.IndexOf(text.AsSpan());
            }

            return sum;
        });
    }

    /// <summary>Nothing can give two equal texts a slot each. The search for it ends.</summary>
    [Fact]
    public void There_is_no_hash_of_two_equal_texts() => Assert.Null(CompilerServices.DisplacementHash.Of(["a", "b", "a"]));

    /// <summary>The comparison of all characters at the end of a lookup is what tells them apart.</summary>
    [Fact]
    public void A_text_with_the_hash_of_a_label_is_no_label()
    {
        var lookup = new LabelLookup(LabelComparison.Ordinal, [.. Hostile, WithHashOf("abcd")]);

        Assert.Equal(Hostile.Length, lookup.IndexOf(WithHashOf("abcd")));
        Assert.Equal(-1, lookup.IndexOf(WithHashOf("wxyz")));
    }

    [Fact]
    public void Labels_with_equal_hashes_are_found_without_the_hash()
    {
        string[] labels = [WithHashOf("abcd"), .. Hostile, WithHashOf("wxyz")];
        Assert.Null(CompilerServices.DisplacementHash.Of(labels));

        var lookup = new LabelLookup(LabelComparison.Ordinal, labels);
        Assert.Equal(Enumerable.Range(0, labels.Length), labels.Select(label => lookup.IndexOf(label)));
        Assert.Equal(-1, lookup.IndexOf(WithHashOf("abce")));
    }

    /// <summary>The first four characters are those that the hash begins with, so that the next four are multiplied by zero.</summary>
    private static string WithHashOf(string anything) => $"\u08d3\u85a3\u6a88\u243f{anything}eight_at";

    private static IEnumerable<string> HostileLabels()
    {
        // Of every length, each the beginning of the next; the first is empty.
        for (int length = 0; length <= 300; length++)
        {
            yield return new string('a', length);
        }

        for (int number = 0; number < 100; number++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"Canis lupus {number} familiaris");
            yield return name;
            foreach (string variant in Variants(name))
            {
                yield return variant;
            }
        }

        foreach (string text in (string[])["cafe\u0301", "caf\u00e9", "stra\u00dfe", "strasse", "I", "\u0130", "\u0131", "i", "\ud83d\ude00", "\ud83d", "\ude00", "\0", "\0\0", "a\0", "\0a", "a,b", "\"a,b\"", "日本", "日本\u3000", "\ufeffa"])
        {
            yield return text;
        }
    }

    /// <summary>Other case, white space at the ends and inside, quotes, one character changed, left out or doubled.</summary>
    private static IEnumerable<string> Variants(string text)
    {
        yield return text.ToUpperInvariant();
        yield return text.ToLowerInvariant();
        yield return text + " ";
        yield return " " + text;
        yield return text.Replace(' ', '\u00a0');
        yield return text + ",";
        yield return $"\"{text}\"";
        yield return text + "\0";
        if (text.Length > 0)
        {
            int middle = text.Length / 2;
            yield return text.Remove(middle, 1);
            yield return text.Insert(middle, text[middle].ToString());
            yield return text.Remove(middle, 1).Insert(middle, ((char)(text[middle] ^ 0x100)).ToString());
            yield return text.Remove(text.Length - 1).Insert(0, text[^1].ToString());
        }
    }
}
