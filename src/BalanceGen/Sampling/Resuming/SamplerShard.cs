namespace BalanceGen.Sampling;

/// <summary>
/// One rank's part of a sampler: every rank of a world takes other draws of the same global order, and together they take all of it. Made by
/// <see cref="Sampler.Shard(int, int, int, long)"/>.
/// </summary>
/// <remarks>
/// <para>
/// With B = <see cref="BatchSize"/>, W = <see cref="WorldSize"/>, r = <see cref="Rank"/> and g = <see cref="FirstDraw"/>, this rank's draw s is the global draw
/// t = g + (s div B)·W·B + r·B + s mod B. B = 1 interleaves the ranks draw by draw; otherwise each rank has a contiguous piece of every
/// global batch of W·B draws.
/// </para>
/// <para>
/// States are global: <see cref="StateAt"/> is the state of the whole sampler after all ranks have made as many draws. Shards of any other world size
/// that start from it continue without a gap or a repeat. Nothing is exchanged between ranks; they only need the same sampler. Thread-safe.
/// </para>
/// </remarks>
public sealed partial class SamplerShard : Sampler
{
    /// <summary>From this many draws in between on, single draws cost less than filling the gaps.</summary>
    private const int LargestStrideToFill = 256;

    private const int BufferLength = 1024;

    private readonly Sampler _source;

    internal SamplerShard(Sampler source, int rank, int worldSize, int batchSize, long firstDraw)
        : base(source, EpochOf(source.EpochLength, worldSize, batchSize))
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

    /// <inheritdoc/>
    public override int RowAt(long draw) => _source.RowAt(GlobalDraw(draw));

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        if (WorldSize == 1)
        {
            _source.Fill(GlobalDraw(firstDraw), rows);
        }
        else if (BatchSize == 1 && WorldSize <= LargestStrideToFill)
        {
            FillByStride(firstDraw, rows);
        }
        else
        {
            FillByPieces(firstDraw, rows);
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
    /// The state lies before <see cref="FirstDraw"/> or inside a step of these ranks, as one saved by another number of ranks may: make the shards
    /// from it instead, with <see cref="Sampler.Shard(int, int, SamplerState, int)"/>.
    /// </exception>
    public override long Resume(SamplerState state)
    {
        long draws = _source.Resume(state) - FirstDraw;
        (long steps, long rest) = Math.DivRem(draws, (long)WorldSize * BatchSize);
        return draws >= 0 && rest == 0
            ? steps * BatchSize
            : throw new ArgumentException(
                $"The state stands at draw {state.Draw}, where {WorldSize} ranks that take {BatchSize} draws at a time from draw {FirstDraw} on do not stop together. Make the shards from it: sampler.Shard(rank, worldSize, state).", nameof(state));
    }

    /// <summary>The least number of draws of a rank with which all ranks together make an epoch, in whole batches.</summary>
    private static long EpochOf(long epochLength, int worldSize, int batchSize)
    {
        long step = (long)worldSize * batchSize;
        return checked((((epochLength - 1) / step) + 1) * batchSize);
    }

    private void FillByStride(long firstDraw, Span<int> rows)
    {
        Span<int> buffer = stackalloc int[BufferLength];
        int drawsAtOnce = ((BufferLength - 1) / WorldSize) + 1;
        while (!rows.IsEmpty)
        {
            int run = Math.Min(drawsAtOnce, rows.Length);
            Span<int> between = buffer[..(((run - 1) * WorldSize) + 1)];
            _source.Fill(GlobalDraw(firstDraw), between);
            for (int draw = 0; draw < run; draw++)
            {
                rows[draw] = between[draw * WorldSize];
            }

            rows = rows[run..];
            firstDraw += run;
        }
    }

    private void FillByPieces(long firstDraw, Span<int> rows)
    {
        while (!rows.IsEmpty)
        {
            int run = (int)Math.Min(BatchSize - (firstDraw % BatchSize), rows.Length);
            _source.Fill(GlobalDraw(firstDraw), rows[..run]);
            rows = rows[run..];
            firstDraw += run;
        }
    }
}
