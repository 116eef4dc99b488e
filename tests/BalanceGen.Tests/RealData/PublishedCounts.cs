using System.Globalization;

namespace BalanceGen.Tests.RealData;

/// <summary>What was counted elsewhere, beside the counts of generated code.</summary>
internal static class PublishedCounts
{
    /// <summary>The rows of each emotion.</summary>
    public static Dictionary<string, long> OfEmotions() => File.ReadLines(Path.Combine(Repository.SharedData!, "expected_counts.csv"))
        .Where(line => line.StartsWith("goemotions-labels,", StringComparison.Ordinal))
        .Select(line => line.Split(','))
        .ToDictionary(cells => cells[^3], cells => long.Parse(cells[^2], CultureInfo.InvariantCulture));

    /// <summary>The emotions of each comment.</summary>
    public static IEnumerable<int[]> Emotions() =>
        File.ReadLines(Path.Combine(Repository.SharedData!, "goemotions-labels", "goemotions_train_labels.tsv")).Skip(1).Where(line => line.Length > 0)
            .Select(line => line.Split('\t')[0].Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToArray());

    public static RealDataset Set(string directory) => RealDataset.SingleLabelSets().Single(set => set.Directory == directory);

    public static void Verify<T>(string directory, Func<string, T> row, Func<T[], ClassCounts> count) =>
        Verify(Set(directory), set => set.ReadLabels().Select(row), count, name => name);

    /// <summary>Compares with the published counts, added up where several of them are one class.</summary>
    public static void Verify<T>(
        RealDataset set, Func<RealDataset, IEnumerable<T>> read, Func<T[], ClassCounts> count, Func<string, string> className)
    {
        Dictionary<string, long> expected = set.Expected
            .GroupBy(item => className(item.Class))
            .ToDictionary(group => group.Key, group => group.Sum(item => item.Count));

        ClassCounts counts = count([.. read(set)]);

        Assert.Equal(
            expected.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            Enumerable.Range(0, counts.Classes.Count)
                .Select(index => KeyValuePair.Create(counts.Classes[index], counts[index]))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }
}
