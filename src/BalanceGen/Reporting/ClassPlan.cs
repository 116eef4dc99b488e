namespace BalanceGen.Reporting;

/// <summary>What a sampler will do with one class.</summary>
/// <param name="ClassIndex">The class index.</param>
/// <param name="Count">The number of rows of the class.</param>
/// <param name="TargetShare">The share of the draws that was asked for, of [0, 1].</param>
/// <param name="AchievedShare">The share of the draws that the sampler gives in the long run, of [0, 1].</param>
/// <param name="DrawsPerEpoch">The number of draws of the class in an epoch: exact in the first epoch, or expected.</param>
/// <param name="SeenShare">The share of the class's rows that the first epoch sees, of [0, 1]; 0 for a class without rows.</param>
/// <param name="EpochsUntilAllSeen">
/// After how many epochs every row of the class was seen, as a fraction of epochs. It is null if the class is never drawn, and 0 for a class without rows.
/// </param>
public readonly record struct ClassPlan(
    int ClassIndex,
    long Count,
    double TargetShare,
    double AchievedShare,
    double DrawsPerEpoch,
    double SeenShare,
    double? EpochsUntilAllSeen)
{
    /// <summary>How often a row of the class is drawn in an epoch, on average; 0 for a class without rows.</summary>
    public double RepeatsPerRow => Count == 0 ? 0 : DrawsPerEpoch / Count;
}
