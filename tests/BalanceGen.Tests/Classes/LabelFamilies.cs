using System.Globalization;

namespace BalanceGen.Tests.Classes;

/// <summary>Sets of labels as data sets have them, and as they are hard to tell apart. None has white space at an end.</summary>
internal static class LabelFamilies
{
    public static readonly IReadOnlyDictionary<string, Func<Random, string[]>> All = new Dictionary<string, Func<Random, string[]>>
    {
        ["one character"] = random => Distinct(random, 1, 20, () => Text(random, 1, "ABCIS?é日")),
        ["two or three characters"] = random => Distinct(random, 2, 40, () => Text(random, random.Next(2, 4), "abcdefgh")),
        ["four to eight characters"] = random => Distinct(random, 2, 60, () => Text(random, random.Next(4, 9), "ab")),
        ["any length, among them none"] = random => ["", .. Distinct(random, 1, 30, () => Text(random, random.Next(1, 24), "abc \0"))],
        ["numbered"] = _ => [.. Enumerable.Range(0, 256).Select(label => $"label_{label}")],
        ["numbers alone"] = _ => [.. Enumerable.Range(-20, 60).Select(label => label.ToString(CultureInfo.InvariantCulture))],
        ["WordNet numbers"] = random => Distinct(random, 1, 257, () => $"n{random.Next(1440764, 15075141):D8}"),
        ["long prefix and ending shared"] = random => Distinct(random, 2, 30, () => $"the_same_start_{Text(random, 3, "xyz")}_the_same_end"),
        ["one inner character"] = _ => [.. Enumerable.Range('a', 20).Select(inner => $"class {(char)inner} of twenty")],
        ["length alone"] = _ => [.. Enumerable.Range(1, 40).Select(length => new string('x', length))],
        ["first character makes up for the length"] = _ => ["abcd--wxyz", "abcd---wxyz", "abcc---wxyz", "abcd-wxyy", "abcd--wxyx"],
        ["surrogates"] = random => Distinct(random, 2, 40, () => Text(random, random.Next(1, 9), "\ud83d\ude00\ude01\ud83e")),
        ["names"] = _ => ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"],
    };

    private static string[] Distinct(Random random, int least, int most, Func<string> next)
    {
        int count = random.Next(least, most);
        var labels = new HashSet<string>(StringComparer.Ordinal);
        for (int draw = 0; draw < 20 * count && labels.Count < count; draw++)
        {
            string label = next();
            if (label.Trim().Length == label.Length)
            {
                labels.Add(label);
            }
        }

        return [.. labels];
    }

    private static string Text(Random random, int length, string characters) => string.Concat(Enumerable.Range(0, length).Select(_ => characters[random.Next(characters.Length)]));
}
