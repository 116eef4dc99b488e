namespace BalanceGen.Sampling;

/// <summary>
/// A sampler of places: a pure function from a seed and a draw number to a class and a place among the rows of the class. It needs only the counts, so it has no limit of
/// 2^31 rows.
/// </summary>
/// <remarks>
/// It does for 64-bit places what <see cref="Sampler"/> does for rows. Draws are numbered from 0 across epochs, and seeking, resuming and dividing them among ranks
/// need no bookkeeping. Place j of a class is its j-th row in whatever order the rows are stored. Safe to use from several threads at once.
/// </remarks>
public abstract class PlaceSampler
{
    private protected PlaceSampler(ClassCounts counts, long seed, long epochLength)
    {
        Counts = counts;
        Seed = seed;
        EpochLength = epochLength;
    }

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts { get; }

    /// <summary>The seed.</summary>
    public long Seed { get; }

    /// <summary>The number of draws in an epoch, 1 or more.</summary>
    public long EpochLength { get; }

    /// <summary>A hash of everything but the seed that decides the draws: kind, counts, target, options.</summary>
    public abstract ulong ConfigurationHash { get; }

    /// <summary>What errors call it.</summary>
    internal string Description => string.Create(
        CultureInfo.InvariantCulture, $"a {GetType().Name} of {Counts.Total} rows in {Counts.Classes.Count} classes with the seed {Seed} and epochs of {EpochLength} draws");

    /// <summary>What the sampler will do in its first epoch. Allocates the plan.</summary>
    public SamplerPlan Plan => PlanFor(EpochLength);

    /// <summary>What the sampler will do in its first draws, taken as one epoch. Allocates the plan.</summary>
    /// <param name="draws">The number of draws, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is less than 1.</exception>
    public abstract SamplerPlan PlanFor(long draws);

    /// <summary>The classes and places of consecutive draws. It does not allocate after the first call.</summary>
    /// <param name="firstDraw">The number of the first draw, 0 or more.</param>
    /// <param name="places">Receives one class and place per draw.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstDraw"/> is negative.</exception>
    public abstract void Fill(long firstDraw, Span<ClassPlace> places);

    /// <summary>The class and place of one draw.</summary>
    /// <param name="draw">The draw number, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draw"/> is negative.</exception>
    public ClassPlace DrawAt(long draw)
    {
        ClassPlace place = default;
        Fill(draw, new Span<ClassPlace>(ref place));
        return place;
    }

    /// <summary>The state from which <see cref="ResumeFrom"/> continues with a given draw. O(1).</summary>
    /// <param name="draw">The number of the next draw, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draw"/> is negative.</exception>
    public virtual SamplerState StateAt(long draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        return new SamplerState(Sampler.FormatVersion, Seed, ConfigurationHash, draw);
    }

    /// <summary>Checks that a saved state belongs to this sampler. O(1).</summary>
    /// <param name="state">A state of a sampler with the same seed and configuration, possibly of another process or machine.</param>
    /// <returns>The number of the next draw.</returns>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed or configuration.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The state's draw number is negative.</exception>
    public virtual long ResumeFrom(SamplerState state)
    {
        if (state.Version != Sampler.FormatVersion || state.Seed != Seed || state.ConfigurationHash != ConfigurationHash)
        {
            throw SamplerStateMismatchException.Of(state, Seed, ConfigurationHash, Description);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(state.Draw);
        return state.Draw;
    }

    /// <summary>One rank's shard of the draws. The shards of all ranks are disjoint and together the global order, for any world size. O(1).</summary>
    /// <param name="rank">The rank, of [0, <paramref name="worldSize"/>).</param>
    /// <param name="worldSize">The number of ranks, 1 or more.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time, 1 or more; the size of a rank's batch keeps the balance of the global order inside it.</param>
    /// <param name="firstDraw">The global draw at which the ranks start, 0 or more: the draw of a saved state.</param>
    /// <remarks>The same arithmetic as <see cref="Sampler.Shard(int, int, int, long)"/>. A shard is a sampler and can be divided again.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public PlaceSamplerShard Shard(int rank, int worldSize, int batchSize = 1, long firstDraw = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worldSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, worldSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        return new PlaceSamplerShard(this, rank, worldSize, batchSize, firstDraw);
    }

    /// <summary>One rank's shard of the draws that follow a saved state, whatever number of ranks saved it. O(1).</summary>
    /// <param name="rank">The rank, of [0, <paramref name="worldSize"/>).</param>
    /// <param name="worldSize">The number of ranks, 1 or more.</param>
    /// <param name="state">A state of this sampler or of a shard of it.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time, 1 or more.</param>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed or configuration.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public PlaceSamplerShard Shard(int rank, int worldSize, SamplerState state, int batchSize = 1) =>
        Shard(rank, worldSize, batchSize, ResumeFrom(state));

    /// <summary>The draws of the rank that a launcher gave this process. O(1).</summary>
    /// <param name="rank">The rank, such as <see cref="WorldRank.FromEnvironment()"/>.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time, 1 or more.</param>
    /// <param name="firstDraw">The global draw at which the ranks start, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public PlaceSamplerShard Shard(WorldRank rank, int batchSize = 1, long firstDraw = 0) =>
        Shard(rank.Rank, rank.WorldSize, batchSize, firstDraw);

    /// <summary>Counts, of which there must be some.</summary>
    private protected static ClassCounts WithRows(ClassCounts counts, string operation)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts.Total > 0 ? counts : throw new EmptyDatasetException(operation);
    }
}
