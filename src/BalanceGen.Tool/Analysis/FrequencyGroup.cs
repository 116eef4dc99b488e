namespace BalanceGen.Tool.Analysis;

/// <summary>The classes that the input itself puts into one group by frequency: LVIS reports the precision of rare, common and frequent classes apart.</summary>
/// <param name="Group">The group as the file names it, r, c or f.</param>
/// <param name="Meaning">What LVIS means by it.</param>
/// <param name="Classes">The number of its classes.</param>
/// <param name="EmptyClasses">How many of them have no rows here.</param>
/// <param name="Rows">Their rows.</param>
/// <param name="Least">The rows of the rarest of them.</param>
/// <param name="Most">The rows of the most frequent of them.</param>
/// <param name="VerifiedAbsences">Pairs of a class of the group and an image that is known not to have it; null where the input has none.</param>
internal sealed record FrequencyGroup(string Group, string Meaning, int Classes, int EmptyClasses, long Rows, long Least, long Most, long? VerifiedAbsences)
{
    private static readonly string[] Known = ["r", "c", "f"];

    /// <summary>The groups, r, c and f first; empty where the input has none.</summary>
    public static IReadOnlyList<FrequencyGroup> Of(LabelledData data) => data.Input is not TableInput { FrequencyGroups: { } groups } input ? [] :
    [
        .. Enumerable.Range(0, data.Classes.Count)
            .Where(index => groups.ContainsKey(data.Classes[index]))
            .GroupBy(index => groups[data.Classes[index]], StringComparer.Ordinal)
            .OrderBy(group => Array.IndexOf(Known, group.Key) is var place and >= 0 ? place : Known.Length).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
            {
                long[] counts = [.. group.Select(index => data.Counts[index])];
                return new FrequencyGroup(group.Key, MeaningOf(group.Key), counts.Length, counts.Count(count => count == 0), counts.Sum(), counts.Min(), counts.Max(), input.VerifiedAbsences is { } absences ? group.Sum(index => absences[data.Classes[index]]) : null);
            }),
    ];

    /// <summary>The group in words: its classes and rows, and what is known to be absent.</summary>
    public string InWords()
    {
        string empty = EmptyClasses > 0 ? $" ({Figures.Count(EmptyClasses)} without rows)" : "";
        string absent = VerifiedAbsences is { } pairs ? $", verified absent {Figures.Plural(pairs, "time", "times")}" : "";
        return $"{Figures.Plural(Classes, "class", "classes")}{empty}, {Figures.Plural(Rows, "row", "rows")}{absent}";
    }

    /// <summary>Gupta, Dollár, Girshick 2019, arXiv 1908.03195, section 3: by the number of training images.</summary>
    private static string MeaningOf(string group) => group switch
    {
        "r" => "rare: in 1 to 10 training images",
        "c" => "common: in 11 to 100 training images",
        "f" => "frequent: in more than 100 training images",
        _ => "as the file says",
    };
}
