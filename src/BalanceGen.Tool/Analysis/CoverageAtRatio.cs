namespace BalanceGen.Tool.Analysis;

/// <summary>How long two classes of an imbalance ratio take until every row was seen.</summary>
/// <param name="Ratio">The frequent rows to one rare row.</param>
/// <param name="WeightedEpochs">The epochs that weighted random draws are expected to take.</param>
/// <param name="BalancedEpochs">The epochs that the balanced sampler takes.</param>
internal sealed record CoverageAtRatio(int Ratio, double WeightedEpochs, double BalancedEpochs)
{
    private const int Rows = 10_240;

    /// <summary>The ratios 1, 2, 4, …, 1024, with 10,240 rows each.</summary>
    public static IReadOnlyList<CoverageAtRatio> Table()
    {
        var classes = new ClassSet("rare", "frequent");
        return
        [
            .. from power in Enumerable.Range(0, 11)
               let ratio = 1 << power
               let rare = Math.Max(1, (long)Math.Round(Rows / (ratio + 1.0)))
               let index = RowIndex.OfSortedRows(new ClassCounts(classes, rare, Rows - rare))
               let weighted = new WeightedRandomSampler(index, 0).Plan.EpochsUntilAllSeen!.Value
               select new CoverageAtRatio(ratio, weighted, new BalancedSampler(index, 0).Plan.EpochsUntilAllSeen!.Value),
        ];
    }
}
