namespace BalanceGen.Tool.Analysis;

/// <summary>Classes in the order of their counts; of equal counts the lower class index first.</summary>
internal static class Ranking
{
    public static int[] MostFrequentFirst(ClassCounts counts)
    {
        int[] order = [.. Enumerable.Range(0, counts.Classes.Count)];
        Array.Sort(order, (left, right) => counts[right] != counts[left] ? counts[right].CompareTo(counts[left]) : left.CompareTo(right));
        return order;
    }

    public static int[] RarestFirst(ClassCounts counts)
    {
        int[] order = [.. Enumerable.Range(0, counts.Classes.Count)];
        Array.Sort(order, (left, right) => counts[right] != counts[left] ? counts[left].CompareTo(counts[right]) : left.CompareTo(right));
        return order;
    }
}
