namespace BalanceGen.Sampling;

/// <summary>What samplers do that pass over all rows again and again, whatever their class: exact.</summary>
internal static class PassPlan
{
    /// <summary>The plan of a number of draws.</summary>
    public static SamplerPlan Of(int rowCount, long draws)
    {
        double untilAllSeen = (double)rowCount / draws;
        double seen = Math.Min(1, (double)draws / rowCount);
        return new SamplerPlan(AllRows(rowCount), draws, isExact: true, untilAllSeen, [new ClassPlan(0, rowCount, 1, 1, draws, seen, untilAllSeen)]);
    }

    /// <summary>All rows as one class.</summary>
    public static ClassCounts AllRows(int rowCount) => new(new ClassSet(["all rows"]), rowCount);
}
