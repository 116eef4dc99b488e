namespace BalanceGen.Tool.Reports;

/// <summary>A plan as JSON has it.</summary>
internal sealed record PlanDocument(
    string Sampler, long Seed, long EpochLength, bool IsExact, double? EpochsUntilAllSeen, double RowsSeenPerEpoch, double LargestShareError, IReadOnlyList<PlanEntry> Classes)
{
    public static PlanDocument Of(NamedSampler sampler)
    {
        SamplerPlan plan = sampler.Plan;
        return new PlanDocument(
            sampler.Code,
            sampler.Sampler.Seed,
            plan.EpochLength,
            plan.IsExact,
            plan.EpochsUntilAllSeen,
            plan.RowsSeenPerEpoch,
            plan.LargestShareError,
            [.. plan.Classes.ToArray().Select(entry => new PlanEntry(plan.Counts.Classes[entry.ClassIndex], entry.Count, entry.TargetShare, entry.AchievedShare, entry.DrawsPerEpoch, entry.RepeatsPerRow, entry.SeenShare, entry.EpochsUntilAllSeen))]);
    }
}
