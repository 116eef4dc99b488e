namespace BalanceGen.Tests.Sampling;

/// <summary>What a plan says of a class, as numbers of draws.</summary>
internal static class PlannedDraws
{
    public static long DrawsOf(this Sampler sampler, int classIndex, long draws) => (long)sampler.PlanOf(draws)!.Classes[classIndex].DrawsPerEpoch;

    /// <summary>Of an epoch of one draw, epochs are draws.</summary>
    public static long? DrawsUntilAllSeen(this Sampler sampler, int classIndex) => (long?)sampler.PlanOf(1)!.Classes[classIndex].EpochsUntilAllSeen;
}
