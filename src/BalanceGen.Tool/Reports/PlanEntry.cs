namespace BalanceGen.Tool.Reports;

/// <summary>A class in a plan; see <see cref="ClassPlan"/>.</summary>
internal sealed record PlanEntry(
    string Class, long Count, double TargetShare, double AchievedShare, double DrawsPerEpoch, double RepeatsPerRow, double SeenShare, double? EpochsUntilAllSeen);
