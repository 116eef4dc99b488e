namespace BalanceGen.Sampling;

/// <summary>The classes with too few rows for every subset of a split.</summary>
internal static class RareClasses
{
    /// <summary>Refuses data that cannot be split under a policy.</summary>
    /// <exception cref="EmptyDatasetException">There are no rows.</exception>
    /// <exception cref="RareClassException">A class is rare and the policy is to throw, or a subset would be empty.</exception>
    public static void Check(ClassCounts counts, int rowsNeeded, RareClassPolicy policy, string operation)
    {
        if (!Enum.IsDefined(policy))
        {
            throw new ArgumentOutOfRangeException(nameof(policy), policy, "No such policy for rare classes.");
        }

        EmptyDatasetException.ThrowIfEmpty(counts.Total, operation);
        var rare = new List<int>();
        long others = counts.Total;
        for (int index = 0; index < counts.Classes.Count; index++)
        {
            if (IsRare(counts[index], rowsNeeded))
            {
                rare.Add(index);
                others -= counts[index];
            }
        }

        bool emptySubset = policy == RareClassPolicy.KeepInTrain ? others == 0 : counts.Total < rowsNeeded;
        if (rare.Count > 0 && (policy == RareClassPolicy.Throw || emptySubset))
        {
            throw new RareClassException(counts, rowsNeeded, [.. rare]);
        }
    }

    public static bool IsRare(long count, int rowsNeeded) => count > 0 && count < rowsNeeded;
}
