namespace BalanceGen.Sampling;

/// <summary>
/// Draws all rows alike, and reads them nearly in order: an epoch takes blocks of neighbouring rows in random order and shuffles the rows of a few consecutive blocks among
/// each other. For rows on a disk or in an archive, where reading at random is slow.
/// </summary>
/// <remarks>
/// Blocks begin at a new random offset in each epoch, so neighbours are separated over the epochs. If a block is shorter than the others,
/// it is the last one. Without replacement: each epoch is a permutation of the rows. With a block length of 1 it is a shuffle in windows,
/// with a window of one block a shuffle of blocks. A draw is O(blocks of a window), also after a seek; consecutive draws are O(1) each.
/// Nothing is stored per row, except the row numbers of a subset. Thread-safe.
/// </remarks>
public sealed class BlockShuffleSampler : Sampler
{
    /// <summary>The rows of a subset of a data set in ascending order; null where they are all rows.</summary>
    private readonly int[]? _rows;
    private readonly int _fullBlocks;

    // The order of the blocks of one window, taken for the time of a call. A concurrent second caller makes its own.
    private int[]? _order;

    /// <summary>A sampler of the rows of an index. O(1); for a subset of a data set O(rows · log rows), and 4 bytes a row.</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="blockLength">How many neighbouring rows are a block, of [1, rows].</param>
    /// <param name="windowBlocks">How many blocks are shuffled among each other, of [1, 65,536]: their rows are what is read from at a time.</param>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public BlockShuffleSampler(RowIndex index, long seed, int blockLength, int windowBlocks = 1)
        : base(WithRows(index, "A block-shuffling sampler"), seed, index.RowCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blockLength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(blockLength, index.RowCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(windowBlocks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(windowBlocks, 1 << 16);
        BlockLength = blockLength;
        WindowBlocks = windowBlocks;
        _fullBlocks = index.RowCount / blockLength;
        var hasher = new ConfigurationHasher(nameof(BlockShuffleSampler));
        hasher.AddUnlabelledRows(index);
        if (index is { IsSubset: true, SortedRows: { } rows })
        {
            _rows = (int[])rows.Clone();
            Array.Sort(_rows);
        }

        hasher.AddOption(blockLength);
        hasher.AddOption(windowBlocks);
        ConfigurationHash = hasher.Hash;
    }

    /// <summary>How many neighbouring rows are a block.</summary>
    public int BlockLength { get; }

    /// <summary>How many blocks are shuffled among each other.</summary>
    public int WindowBlocks { get; }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>What the sampler will do, exactly, with all rows as one class. O(1); allocates the plan.</summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Exact;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits) => PassVisits.Fill(firstDraw, RowCount, visits);

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        int[] order = Interlocked.Exchange(ref _order, null) ?? new int[Math.Min(WindowBlocks, _fullBlocks)];
        long windowLength = (long)BlockLength * WindowBlocks;
        (long epoch, long place) = Math.DivRem(firstDraw, RowCount);
        while (!rows.IsEmpty)
        {
            (long window, long first) = Math.DivRem(place, windowLength);
            long start = window * windowLength;
            int length = (int)Math.Min(windowLength, RowCount - start);
            Span<int> run = rows[..(int)Math.Min(length - first, rows.Length)];
            FillWindow(epoch, window, length, (int)first, order, run);
            rows = rows[run.Length..];
            place += run.Length;
            (epoch, place) = place == RowCount ? (epoch + 1, 0) : (epoch, place);
        }

        _order = order;
    }

    internal override SamplerPlan PlanOf(long draws) => PassPlan.Of(RowCount, draws);

    private void FillWindow(long epoch, long window, int length, int first, int[] order, Span<int> rows)
    {
        long firstBlock = window * WindowBlocks;
        ulong windows = ((ulong)RowCount / ((ulong)BlockLength * (ulong)WindowBlocks)) + 1;
        int blocks = (int)Math.Min(WindowBlocks, _fullBlocks - firstBlock);
        if (blocks > 0)
        {
            KeyedPermutation.Fill(_fullBlocks, Seed, DrawStreams.Blocks, (ulong)epoch, (int)firstBlock, order.AsSpan(0, blocks));
        }

        long offset = (long)(Philox4x32.Block((ulong)Seed, (ulong)epoch, DrawStreams.BlockOffset).Low % (ulong)BlockLength);
        KeyedPermutation.Fill(length, Seed, DrawStreams.BlockWindow, ((ulong)epoch * windows) + (ulong)window, first, rows);
        foreach (ref int row in rows)
        {
            (int slot, int inBlock) = Math.DivRem(row, BlockLength);
            long block = slot < blocks ? order[slot] : _fullBlocks;
            long place = (offset + (block * BlockLength) + inBlock) % RowCount;
            row = _rows is null ? (int)place : _rows[place];
        }
    }
}
