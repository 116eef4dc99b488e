namespace BalanceGen.Generators.Model;

/// <summary>The counts of a target that are known when it is compiled.</summary>
/// <param name="Source">Where they come from, for a reader.</param>
/// <param name="Values">One count per class, 0 or more; their sum fits into 64 bits.</param>
internal sealed record BakedCounts(string Source, EquatableArray<long> Values)
{
    /// <summary>The time when a build counted them, if it is to be shown. Otherwise empty.</summary>
    public string Counted { get; init; } = "";

    public long Total => Values.Sum();

    /// <summary>The largest count divided by the smallest above zero; 1 for no rows at all.</summary>
    public double ImbalanceRatio => Total == 0 ? 1 : (double)Values.Max() / Values.Where(count => count > 0).Min();

    public bool HasEmptyClass => Values.Any(count => count == 0);
}
