namespace BalanceGen.Generators.Model;

/// <summary>A target with its counts.</summary>
/// <param name="Target">The target.</param>
/// <param name="Counts">The counts, or null if they are not known or not valid.</param>
/// <param name="CountProblem">Why counts that are given are not valid, as the end of a sentence; null where there are counts, or none are given.</param>
internal sealed record CountedTarget(TargetModel Target, BakedCounts? Counts, string? CountProblem);
