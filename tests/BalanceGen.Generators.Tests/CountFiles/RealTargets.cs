using System.Globalization;
using System.Text;
using BalanceGen.Counting;
using BalanceGen.Counting.Formats;
using BalanceGen.Counting.Tests;
using BalanceGen.Generators.Tests.Harness;
using BalanceGen.Tests.RealData;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.CountFiles;

/// <summary>A record for each real set, <c>Set0</c> and so on, with its counts from one kind of source.</summary>
internal sealed class RealTargets
{
    private readonly StringBuilder _records = new();

    public RealTargets(CountSource source, Func<RealDataset, bool>? isWanted = null)
    {
        Sets = [.. RealDataset.SingleLabelSets().Where(set => source != CountSource.LabeledFile || !set.IsCountList).Where(isWanted ?? (_ => true))];
        for (int number = 0; number < Sets.Count; number++)
        {
            Add(number, source);
        }
    }

    public IReadOnlyList<RealDataset> Sets { get; }

    /// <summary>The published counts of a set, in the order of its record's class indices.</summary>
    public IEnumerable<long> Expected(int number) =>
        (IsRange(Sets[number]) ? Sets[number].Expected.OrderBy(expected => Number(expected.Class)) : Sets[number].Expected.AsEnumerable())
            .Select(expected => expected.Count);

    public ProjectFiles Files { get; } = new();

    /// <summary>The records, and a probe that returns their baked counts.</summary>
    public string Source => $$"""
        using BalanceGen;
        {{_records}}
        public static class Probe
        {
            public static long[][] Run() => [{{string.Join(", ", Enumerable.Range(0, Sets.Count).Select(number => $"Set{number}.Classes.KnownCounts.Values.ToArray()"))}}];
        }
        """;

    private void Add(int number, CountSource source)
    {
        RealDataset set = Sets[number];
        bool isRange = IsRange(set);
        string dataset = "[BalancedDataset]";
        switch (source)
        {
            case CountSource.Attributes:
                dataset += string.Concat(set.Expected.Select(expected => $"[ClassCount({(isRange ? expected.Class : SymbolDisplay.FormatLiteral(expected.Class, quote: true))}, {expected.Count})]"));
                break;
            case CountSource.FileOfAllClasses or CountSource.FileOfClassesWithRows:
                dataset = $"[BalancedDataset(ClassCounts = \"set{number}.classcounts.csv\")]";
                Files.With($"/project/set{number}.classcounts.csv", CountFile(set, source == CountSource.FileOfAllClasses));
                break;
            default:
                Files.With($"/obj/Set{number}.classcounts.csv", CountedFile(set), dataset: $"Set{number}");
                break;
        }

        string label = isRange
            ? $"[ClassLabel(Min = {set.Expected.Min(expected => Number(expected.Class))}, Max = {set.Expected.Max(expected => Number(expected.Class))})] int Label"
            : $"[ClassLabel({string.Join(", ", set.Expected.Select(expected => SymbolDisplay.FormatLiteral(expected.Class, quote: true)))})] string Label";
        _records.Append(CultureInfo.InvariantCulture, $"{dataset} public partial record Set{number}({label});\n");
    }

    /// <summary>Whether the classes are consecutive whole numbers.</summary>
    private static bool IsRange(RealDataset set)
    {
        int?[] values = [.. set.Expected.Select(expected => int.TryParse(expected.Class, CultureInfo.InvariantCulture, out int value) ? value : (int?)null).Order()];
        return values[0] is { } first && values.Select((value, index) => value == first + index).All(isNext => isNext);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>As <c>value_counts().to_csv()</c> writes it.</summary>
    private static string CountFile(RealDataset set, bool withEmptyClasses)
    {
        IEnumerable<string> lines = set.Expected
            .Where(expected => withEmptyClasses || expected.Count > 0)
            .OrderByDescending(expected => expected.Count)
            .Select(expected => $"{(expected.Class.Contains(',', StringComparison.Ordinal) ? $"\"{expected.Class}\"" : expected.Class)},{expected.Count}\n");
        return "label,count\n" + string.Concat(lines);
    }

    /// <summary>What the build makes of the data set itself.</summary>
    private static string CountedFile(RealDataset set)
    {
        var counts = new LabelCounts();
        FormatCounter.Count(RealLabeledFile.Of(set), counts);
        using var stream = new MemoryStream();
        counts.WriteTo(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
