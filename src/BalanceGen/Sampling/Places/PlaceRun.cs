namespace BalanceGen.Sampling;

/// <summary>What a run of draws of places remembers: the next classes, and the next places of each. Not thread-safe: each user has its own.</summary>
internal sealed class PlaceRun(ClassCounts counts, long seed)
{
    private readonly KeptTurns _turns = new();

    /// <summary>The places of the classes.</summary>
    public PermutedPlaces Places { get; } = new(counts, seed);

    /// <summary>Writes the class and the number of the visit of consecutive draws.</summary>
    public void FillVisits(PhasedVisits order, long firstDraw, Span<ClassPlace> visits) => order.Fill(_turns, firstDraw, visits);
}
