namespace BalanceGen.Generators.Model;

/// <summary>A target with its counts.</summary>
/// <param name="Target">The target.</param>
/// <param name="Counts">The counts, or null if they are not known or not valid (the analyzers say why).</param>
internal sealed record CountedTarget(TargetModel Target, BakedCounts? Counts);
