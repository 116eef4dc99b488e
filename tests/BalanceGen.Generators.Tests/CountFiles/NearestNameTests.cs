using BalanceGen.Generators.CountFiles;

namespace BalanceGen.Generators.Tests.CountFiles;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("Siamse", "Siamese")]
    [InlineData("siamese", "Siamese")]
    [InlineData("Birmna", "Birman")]
    [InlineData("golden retriever", "GoldenRetriever")]
    [InlineData("golden_retreiver", "GoldenRetriever")]
    [InlineData("Birman.", "Birman")]
    [InlineData("dog", null)]
    [InlineData("", null)]
    [InlineData("  ", null)]
    public void Nearest_name_is_the_likely_one_or_none(string label, string? expected)
    {
        Assert.Equal(expected, NearestName.Find(label, ["Siamese", "Birman", "GoldenRetriever"]));
    }

    [Fact]
    public void First_of_equally_near_names_wins()
    {
        Assert.Equal("bat", NearestName.Find("dat", ["bat", "cat"]));
        Assert.Equal("cat", NearestName.Find("dat", ["cat", "bat"]));
    }

    [Fact]
    public void Names_of_one_character_are_not_near_each_other()
    {
        Assert.Null(NearestName.Find("7", ["1", "2"]));
        Assert.Equal("U", NearestName.Find("u", ["V", "U"]));
    }

    [Fact]
    public void Labels_longer_than_any_name_have_no_nearest_name()
    {
        Assert.Null(NearestName.Find(new string('a', 10_000), [new string('a', 10_000)]));
    }

    [Fact]
    public void Distance_agrees_with_an_exhaustive_search()
    {
        // All words of 1 to 4 letters over two letters; the oracle counts edits by breadth-first search.
        string[] words = [.. Enumerable.Range(1, 4).SelectMany(Words)];
        foreach (string label in words.Where(word => word.Length >= 3))
        {
            HashSet<string> near = [.. Neighbours(label), label];
            foreach (string name in words)
            {
                Assert.Equal(near.Contains(name), NearestName.Find(label, [name]) is not null);
            }
        }
    }

    private static IEnumerable<string> Words(int length) =>
        length == 0 ? [""] : Words(length - 1).SelectMany(word => new[] { word + "x", word + "y" });

    private static IEnumerable<string> Neighbours(string word)
    {
        for (int place = 0; place <= word.Length; place++)
        {
            foreach (string letter in new[] { "x", "y" })
            {
                yield return word.Insert(place, letter);
                if (place < word.Length)
                {
                    yield return word.Remove(place, 1).Insert(place, letter);
                }
            }

            if (place < word.Length)
            {
                yield return word.Remove(place, 1);
            }

            if (place + 1 < word.Length)
            {
                yield return word[..place] + word[place + 1] + word[place] + word[(place + 2)..];
            }
        }
    }
}
