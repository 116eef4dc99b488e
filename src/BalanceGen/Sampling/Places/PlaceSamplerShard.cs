namespace BalanceGen.Sampling;

/// <summary>
/// The shard of one rank of a sampler of places: every rank of a world takes other draws of the same global order, and together they take all of it. Made by
/// <see cref="PlaceSampler.Shard(int, int, int, long)"/>.
/// </summary>
/// <remarks>
/// With B = <see cref="BatchSize"/>, W = <see cref="WorldSize"/>, r = <see cref="Rank"/> and g = <see cref="FirstDraw"/>, this rank's draw s is the global draw
/// t = g + (s div B)·W·B + r·B + s mod B. States are global, as those of <see cref="SamplerShard"/>. Thread-safe.
/// </remarks>
public sealed class PlaceSamplerShard : PlaceSampler
{
    private readonly PlaceSampler _source;

    internal PlaceSamplerShard(PlaceSampler source, int rank, int worldSize, int batchSize, long firstDraw)
        : base(source.Counts, source.Seed, EpochOf(source.EpochLength, worldSize, batchSize))
    {
        _source = source;
        Rank = rank;
        WorldSize = worldSize;
        BatchSize = batchSize;
        FirstDraw = firstDraw;
    }

    /// <summary>This rank, of [0, <see cref="WorldSize"/>).</summary>
    public int Rank { get; }

    /// <summary>The number of ranks.</summary>
    public int WorldSize { get; }

    /// <summary>How many consecutive global draws a rank takes at a time.</summary>
    public int BatchSize { get; }

    /// <summary>The global draw at which the ranks start.</summary>
    public long FirstDraw { get; }

    /// <summary>The hash of the whole sampler: states do not depend on the number of ranks.</summary>
    public override ulong ConfigurationHash => _source.ConfigurationHash;

    /// <summary>The global number of one of this rank's draws. O(1).</summary>
    /// <param name="draw">The number of the draw of this rank, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draw"/> is negative.</exception>
    /// <exception cref="OverflowException">The global number exceeds 2^63 − 1.</exception>
    public long GlobalDraw(long draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        (long batch, long place) = Math.DivRem(draw, BatchSize);
        return checked(FirstDraw + (batch * BatchSize * WorldSize) + ((long)Rank * BatchSize) + place);
    }

    /// <summary>The plan of the whole sampler for as many draws as all ranks make together.</summary>
    /// <param name="draws">The number of draws of a rank, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is less than 1.</exception>
    /// <exception cref="OverflowException">All ranks together make more than 2^63 − 1 draws.</exception>
    public override SamplerPlan PlanFor(long draws) => _source.PlanFor(checked(draws * WorldSize));

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<ClassPlace> places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        while (!places.IsEmpty)
        {
            int run = WorldSize == 1 ? places.Length : (int)Math.Min(BatchSize - (firstDraw % BatchSize), places.Length);
            _source.Fill(GlobalDraw(firstDraw), places[..run]);
            places = places[run..];
            firstDraw += run;
        }
    }

    /// <summary>The state of the whole sampler once every rank has made the draws before one of this rank's. O(1).</summary>
    /// <param name="draw">The number of this rank's next draw; a multiple of <see cref="BatchSize"/>, as the ranks stop between batches.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draw"/> is negative or no such multiple.</exception>
    public override SamplerState StateAt(long draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        return draw % BatchSize == 0
            ? _source.StateAt(checked(FirstDraw + (draw * WorldSize)))
            : throw new ArgumentOutOfRangeException(nameof(draw), draw, $"The ranks take {BatchSize} draws at a time; there is a common state only between them.");
    }

    /// <summary>Checks that a saved state belongs to the sampler and is one that these ranks reach. O(1).</summary>
    /// <param name="state">A state of the sampler or of a shard of it.</param>
    /// <returns>The number of this rank's next draw.</returns>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed or configuration.</exception>
    /// <exception cref="ArgumentException">
    /// The state lies before <see cref="FirstDraw"/> or inside a step of these ranks, as one saved by another number of ranks may: make the shards from it
    /// instead, with <see cref="PlaceSampler.Shard(int, int, SamplerState, int)"/>.
    /// </exception>
    public override long ResumeFrom(SamplerState state)
    {
        long draws = _source.ResumeFrom(state) - FirstDraw;
        (long steps, long rest) = Math.DivRem(draws, (long)WorldSize * BatchSize);
        return draws >= 0 && rest == 0
            ? steps * BatchSize
            : throw new ArgumentException(
                $"The state stands at draw {state.Draw}, where {WorldSize} ranks that take {BatchSize} draws at a time from draw {FirstDraw} on do not stop together. Make the shards from it: sampler.Shard(rank, worldSize, state).", nameof(state));
    }

    private static long EpochOf(long epochLength, int worldSize, int batchSize)
    {
        long step = (long)worldSize * batchSize;
        return checked((((epochLength - 1) / step) + 1) * batchSize);
    }
}
