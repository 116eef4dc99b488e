using System.Globalization;
using System.Text;

namespace BalanceGen.Tests.Classes;

/// <summary>Labels by the hundred, and texts that are nearly one of them, beside a dictionary.</summary>
public sealed class LabelLookupHashTests
{
    private const int Seed = 20261125;

    public static TheoryData<string> Families() => [.. LabelFamilies.All.Keys];

    [Theory]
    [MemberData(nameof(Families))]
    public void Labels_are_found_where_a_dictionary_finds_them_and_near_misses_are_not(string family)
    {
        var random = new Random(Seed);
        for (int set = 0; set < 20; set++)
        {
            string[] labels = LabelFamilies.All[family](random);
            foreach (LabelComparison comparison in new[] { LabelComparison.Ordinal, LabelComparison.Trim })
            {
                AssertEqualToDictionary(labels, comparison);
            }
        }
    }

    /// <summary>The numbers of labels at which the library changes its way, and those around them.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public void Any_number_of_labels_is_found(int count)
    {
        foreach (string prefix in new[] { "", "x", "label_", "a prefix that many labels share " })
        {
            AssertEqualToDictionary([.. Enumerable.Range(0, count).Select(label => prefix + label.ToString(CultureInfo.InvariantCulture))], LabelComparison.Ordinal);
        }
    }

    [Fact]
    public void Null_is_no_label_not_even_the_empty_one()
    {
        foreach (LabelComparison comparison in new[] { LabelComparison.Ordinal, LabelComparison.IgnoreCase, LabelComparison.Trim })
        {
            var lookup = new LabelLookup(comparison, "cat", "", "horse");

            Assert.Equal(-1, lookup.IndexOf((string?)null));
            Assert.Equal(1, lookup.IndexOf(""));
            Assert.Equal(1, lookup.IndexOf(ReadOnlySpan<char>.Empty));
            Assert.Equal(1, lookup.IndexOf(ReadOnlySpan<byte>.Empty));
        }

        Assert.Equal(-1, new LabelLookup(LabelComparison.Ordinal, "cat").IndexOf(""));
        Assert.Equal(0, new LabelLookup(LabelComparison.Ordinal, "").IndexOf(""));
        Assert.Equal(-1, new LabelLookup(LabelComparison.Ordinal, "").IndexOf("\0"));
    }

    [OptimizedTheory]
    [MemberData(nameof(Families))]
    public void Looking_up_allocates_nothing(string family)
    {
        string[] labels = LabelFamilies.All[family](new Random(Seed));
        var lookup = new LabelLookup(LabelComparison.Ordinal, labels);
        string[] texts = [.. labels.Concat(labels.SelectMany(NearMisses)).Select(text => new string(text.AsSpan()))];

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

    private static void AssertEqualToDictionary(string[] labels, LabelComparison comparison)
    {
        string[] declared = comparison == LabelComparison.Trim ? [.. labels.Select(label => $" {label}\t")] : labels;
        var lookup = new LabelLookup(comparison, declared);
        Dictionary<string, int> positions = labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        foreach (string text in labels.Concat(labels.SelectMany(NearMisses)).Append(""))
        {
            int expected = positions.GetValueOrDefault(comparison == LabelComparison.Trim ? text.Trim() : text, -1);

            // The label itself, a string of its own, and characters amid others, so that nothing beyond them is read.
            AssertPosition(expected, lookup.IndexOf(text), text);
            AssertPosition(expected, lookup.IndexOf(new string(text.AsSpan())), text);
            AssertPosition(expected, lookup.IndexOf($"#{text}#".AsSpan(1, text.Length)), text);
            if (!HasLoneSurrogate(text))
            {
                AssertPosition(expected, lookup.IndexOf(Encoding.UTF8.GetBytes(text)), text);
            }
        }
    }

    private static void AssertPosition(int expected, int actual, string text)
    {
        if (expected != actual)
        {
            Assert.Fail($"'{text}' is at {actual} instead of {expected}.");
        }
    }

    /// <summary>Every character changed, every one left out, and one more at every place.</summary>
    private static IEnumerable<string> NearMisses(string label)
    {
        for (int place = 0; place < label.Length; place++)
        {
            yield return string.Concat(label.AsSpan(0, place), ((char)(label[place] ^ 1)).ToString(), label.AsSpan(place + 1));
            yield return string.Concat(label.AsSpan(0, place), ((char)(label[place] ^ 0x100)).ToString(), label.AsSpan(place + 1));
            yield return label.Remove(place, 1);
            yield return label.Insert(place, label[place].ToString());
        }

        yield return label + "\0";
        yield return "\0" + label;
        yield return label + label;
    }

    private static bool HasLoneSurrogate(string text) => text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);
}
