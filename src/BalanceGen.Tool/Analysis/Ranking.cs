namespace BalanceGen.Tool.Analysis;

/// <summary>Classes in the order of their counts; of equal counts the lower class index first.</summary>
internal static class Ranking
{
    public static int[] MostFrequentFirst(ClassCounts counts) => [.. Enumerable.Range(0, counts.Classes.Count).OrderByDescending(index => counts[index])];

    public static int[] RarestFirst(ClassCounts counts) => [.. Enumerable.Range(0, counts.Classes.Count).OrderBy(index => counts[index])];
}
