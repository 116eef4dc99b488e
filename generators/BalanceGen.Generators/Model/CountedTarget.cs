namespace BalanceGen.Generators.Model;

/// <summary>A target with its counts.</summary>
/// <param name="Target">The target.</param>
/// <param name="Counts">The counts, or null if they are not known or not valid.</param>
/// <param name="CountProblem">Why counts that are given are not valid, as the end of a sentence; null where there are counts, or none are given.</param>
internal sealed record CountedTarget(TargetModel Target, BakedCounts? Counts, string? CountProblem)
{
    /// <summary>The order of the classes that a file lists. Null if the type or the attribute lists the classes, or if they are not known.</summary>
    public string? ClassOrder { get; init; }

    /// <summary>Whether a file lists the classes.</summary>
    public bool HasFileClasses { get; init; }
}
