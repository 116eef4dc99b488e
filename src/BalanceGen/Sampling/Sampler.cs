namespace BalanceGen;

/// <summary>
/// A sampler: a pure function from a seed and a draw number to a row. The draw number is a 64-bit integer that keeps counting
/// across epochs; epoch e is the draws of [e·<see cref="EpochLength"/>, (e+1)·<see cref="EpochLength"/>).
/// </summary>
/// <remarks>
/// Because a draw depends on nothing but the seed, the configuration and its number, seeking, resuming, sharding and repeating
/// need no bookkeeping. <see cref="RowAt"/>, <see cref="Fill"/> and the enumerators give the same rows. Samplers are immutable
/// as seen from outside and safe to use from several threads at once.
/// </remarks>
public abstract partial class Sampler
{
    /// <summary>The version of the draw functions. It changes whenever any sampler's rows would change.</summary>
    public const int FormatVersion = 3;

    /// <summary>A sampler over all rows of a data set.</summary>
    private protected Sampler(int rowCount, long seed, long epochLength)
    {
        RowCount = rowCount;
        DatasetLength = rowCount;
        Seed = seed;
        EpochLength = epochLength;
    }

    /// <summary>A sampler over the rows of an index, which may be a subset of the data set. Any assembly can derive one.</summary>
    /// <param name="index">The row index; it must have rows.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more.</param>
    /// <remarks>
    /// A derived sampler overrides <see cref="Fill"/> and <see cref="ConfigurationHash"/>, and has batches, epochs, shards, states, loaders
    /// and traces like all others. Its contract: a draw depends only on the seed, the configuration and its number, however often and in
    /// whatever order draws are asked for. Every row is one of the index. A negative number is an
    /// <see cref="ArgumentOutOfRangeException"/>. <see cref="Fill"/> can be called by several threads at once and allocates nothing after
    /// the first call. Everything that decides the draws, except the seed, is in the hash; <see cref="HashOf"/> makes it.
    /// <see cref="SamplerContract.Check"/> tests the contract.
    /// </remarks>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochLength"/> is less than 1.</exception>
    protected Sampler(RowIndex index, long seed, long epochLength)
        : this(WithRows(index, "A sampler").RowCount, seed, epochLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochLength, 1);
        DatasetLength = index.DatasetLength;
        RowsHash = index.RowsHash;
    }

    /// <summary>A sampler over the rows of another.</summary>
    private protected Sampler(Sampler source, long epochLength)
        : this(source.RowCount, source.Seed, epochLength)
    {
        DatasetLength = source.DatasetLength;
        RowsHash = source.RowsHash;
    }

    /// <summary>A sampler over the rows of several others, one data set after the other.</summary>
    private protected Sampler(ReadOnlySpan<Sampler> sources, long seed, long epochLength)
    {
        var hashes = new ulong[sources.Length];
        var lengths = new int[sources.Length];
        for (int index = 0; index < sources.Length; index++)
        {
            RowCount = checked(RowCount + sources[index].RowCount);
            DatasetLength = checked(DatasetLength + sources[index].DatasetLength);
            hashes[index] = sources[index].RowsHash;
            lengths[index] = sources[index].DatasetLength;
        }

        RowsHash = RowSetHash.OfConcatenation(hashes, lengths);
        Seed = seed;
        EpochLength = epochLength;
    }

    /// <summary>The number of rows that can be drawn from; for a sampler over a subset of a data set, those of the subset.</summary>
    public int RowCount { get; }

    /// <summary>The number of rows of the data set: every drawn row is of [0, <see cref="DatasetLength"/>).</summary>
    public int DatasetLength { get; }

    /// <summary>Which subset of the data set is drawn from; see <see cref="RowIndex.RowsHash"/>.</summary>
    internal ulong RowsHash { get; }

    /// <summary>The seed.</summary>
    public long Seed { get; }

    /// <summary>The number of draws in an epoch, 1 or more; 0 only for a shard of more ranks than an epoch has draws.</summary>
    public long EpochLength { get; }

    /// <summary>
    /// How many draws make a batch of which the sampler promises something. Batches of a data set hold a multiple of it. 1 if the sampler
    /// promises nothing.
    /// </summary>
    internal virtual int BatchMultiple => 1;

    /// <summary>
    /// A hash of everything but the seed that decides the draws: kind, rows, target, options. Two hashes tell which of these differ, which is what
    /// <see cref="SamplerStateMismatchException"/> says.
    /// </summary>
    public abstract ulong ConfigurationHash { get; }

    /// <summary>
    /// A hash of the type's name, the rows, the length of epochs, and the options that decide the draws. A derived sampler returns it as
    /// its <see cref="ConfigurationHash"/>. O(options).
    /// </summary>
    /// <param name="options">Whatever else but the seed decides the draws, as numbers: sizes, <see cref="BitConverter.DoubleToInt64Bits"/> of shares.</param>
    protected ulong HashOf(params ReadOnlySpan<long> options)
    {
        var hasher = new ConfigurationHasher(GetType().FullName ?? GetType().Name);
        hasher.AddRows([RowCount, DatasetLength, (long)RowsHash]);
        hasher.AddOption(EpochLength);
        foreach (long option in options)
        {
            hasher.AddOption(option);
        }

        return hasher.Hash;
    }

    /// <summary>The row of one draw.</summary>
    /// <param name="draw">The draw number, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draw"/> is negative.</exception>
    public virtual int RowAt(long draw)
    {
        int row = 0;
        Fill(draw, new Span<int>(ref row));
        return row;
    }

    /// <summary>The rows of consecutive draws. This is the fast path; it does not allocate after the first call.</summary>
    /// <param name="firstDraw">The number of the first draw, 0 or more.</param>
    /// <param name="rows">Receives one row number per draw.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstDraw"/> is negative.</exception>
    public abstract void Fill(long firstDraw, Span<int> rows);

    /// <summary>The draws of one epoch, to be enumerated without allocation.</summary>
    /// <param name="epoch">The epoch, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative, or before <see cref="FirstEpoch"/>.</exception>
    /// <exception cref="OverflowException">The epoch starts beyond draw 2^63 − 1.</exception>
    public DrawSequence Epoch([ValueRange(0, long.MaxValue)] long epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return new DrawSequence(this, StartOf(epoch), DrawsOf(epoch));
    }

    /// <summary>A run of draws, to be enumerated without allocation.</summary>
    /// <param name="firstDraw">The number of the first draw, 0 or more.</param>
    /// <param name="count">The number of draws, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    public DrawSequence Draws(long firstDraw, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new DrawSequence(this, firstDraw, count);
    }

    /// <summary>The draws of the first epoch.</summary>
    public DrawSequence.Enumerator GetEnumerator() => Epoch(FirstEpoch).GetEnumerator();

    /// <summary>The state from which <see cref="ResumeFrom"/> continues with a given draw. O(1).</summary>
    /// <param name="draw">The number of the next draw, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draw"/> is negative.</exception>
    public virtual SamplerState StateAt(long draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        return new SamplerState(FormatVersion, Seed, ConfigurationHash, draw);
    }

    /// <summary>Checks that a saved state belongs to this sampler. O(1).</summary>
    /// <param name="state">A state of a sampler with the same seed and configuration, possibly of another process or machine.</param>
    /// <returns>The number of the next draw.</returns>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed or configuration.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The state's draw number is negative.</exception>
    public virtual long ResumeFrom(SamplerState state)
    {
        if (state.Version != FormatVersion || state.Seed != Seed || state.ConfigurationHash != ConfigurationHash)
        {
            throw SamplerStateMismatchException.Of(state, this);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(state.Draw);
        return state.Draw;
    }

    /// <summary>The sampler in a few words, for messages.</summary>
    internal virtual string Description =>
        string.Create(CultureInfo.InvariantCulture, $"a {GetType().Name} of {RowCount:N0} rows with epochs of {EpochLength:N0} draws");

    /// <summary>One rank's shard of the draws. The shards of all ranks are disjoint and together the global order, for any world size. O(1).</summary>
    /// <param name="rank">The rank, of [0, <paramref name="worldSize"/>).</param>
    /// <param name="worldSize">The number of ranks, 1 or more.</param>
    /// <param name="batchSize">
    /// How many consecutive draws a rank takes at a time, 1 or more. 1 deals the draws out one by one; the size of a rank's batch gives each rank a contiguous piece of every
    /// global batch, which keeps the balance of the global order inside each rank's batches too.
    /// </param>
    /// <param name="firstDraw">The global draw at which the ranks start, 0 or more: the draw of a saved state.</param>
    /// <remarks>
    /// A shard is a sampler, so it can be sharded again among the workers of a rank. Its epochs are this sampler's: together the ranks draw each of them exactly, and where an
    /// epoch cannot be divided into whole batches its rest is divided as evenly as can be. Ranks that start in mid-epoch have what is left of it first, under its own number.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public SamplerShard Shard(int rank, int worldSize, int batchSize = 1, long firstDraw = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        return ShardFrom(rank, worldSize, batchSize, firstDraw == 0 ? FirstEpoch : EpochAt(firstDraw), firstDraw);
    }

    /// <summary>
    /// One rank's draws after a saved state, which any number of ranks may have saved: first the rest of the epoch in which the state
    /// stands, then the next epochs. O(1).
    /// </summary>
    /// <param name="rank">The rank, of [0, <paramref name="worldSize"/>).</param>
    /// <param name="worldSize">The number of ranks, 1 or more.</param>
    /// <param name="state">A state of this sampler or of a shard of it.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time, 1 or more.</param>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed or configuration.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public SamplerShard Shard(int rank, int worldSize, SamplerState state, int batchSize = 1)
    {
        (long epoch, long draw) = PositionOf(state);
        return ShardFrom(rank, worldSize, batchSize, epoch, draw);
    }

    /// <summary>The draws after a saved state, of the rank that a launcher gave this process. O(1).</summary>
    /// <param name="rank">The rank, such as <see cref="WorldRank.FromEnvironment()"/>.</param>
    /// <param name="state">A state of this sampler or of a shard of it, saved by any number of ranks.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time, 1 or more.</param>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed or configuration.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public SamplerShard Shard(WorldRank rank, SamplerState state, int batchSize = 1) => Shard(rank.Rank, rank.WorldSize, state, batchSize);

    /// <summary>The draws of the rank that a launcher gave this process. O(1).</summary>
    /// <param name="rank">The rank, such as <see cref="WorldRank.FromEnvironment()"/>.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time, 1 or more.</param>
    /// <param name="firstDraw">The global draw at which the ranks start, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public SamplerShard Shard(WorldRank rank, int batchSize = 1, long firstDraw = 0) =>
        Shard(rank.Rank, rank.WorldSize, batchSize, firstDraw);

    /// <summary>What the sampler will do in its first draws, 1 or more, taken as one epoch; null where that is not known without drawing.</summary>
    internal virtual SamplerPlan? PlanOf(long draws) => null;

    /// <summary>Writes consecutive draws with several threads, where the sampler has a better way to do so than by pieces of them.</summary>
    internal virtual bool TryFillParallel(long firstDraw, Span<int> rows, int threads) => false;

    /// <summary>An index, which must have rows.</summary>
    private protected static RowIndex WithRows(RowIndex index, string operation)
    {
        ArgumentNullException.ThrowIfNull(index);
        RowsOf(index.RowCount, operation);
        return index;
    }

    /// <summary>A row count, which must not be 0.</summary>
    private protected static int RowsOf(int rowCount, string operation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        return rowCount > 0 ? rowCount : throw new EmptyDatasetException(operation);
    }

    /// <summary>The number of draws in an epoch: the number of rows unless the user chose another.</summary>
    internal static long EpochOf(long? chosen, long rowCount, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chosen ?? rowCount, 1, parameter);
        return chosen ?? rowCount;
    }

    /// <summary>The number of draws in an epoch of whole batches: the number of rows, rounded up, unless the user chose another.</summary>
    internal static long EpochOfBatches(long? chosen, long rowCount, int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        long length = chosen ?? checked((((rowCount - 1) / batchSize) + 1) * batchSize);
        return length >= 1 && length % batchSize == 0
            ? length
            : throw new ArgumentOutOfRangeException("epochLength", length, $"An epoch must be one or more whole batches of {batchSize} draws.");
    }

    private SamplerShard ShardFrom(int rank, int worldSize, int batchSize, long epoch, long firstDraw)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worldSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, worldSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        return new SamplerShard(this, rank, worldSize, batchSize, epoch, firstDraw);
    }
}
