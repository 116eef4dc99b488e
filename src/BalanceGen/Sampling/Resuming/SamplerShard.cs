namespace BalanceGen.Sampling;

/// <summary>
/// The shard of one rank: every rank of a world takes other draws of the same global order, and together they take all of it. Made by
/// <see cref="Sampler.Shard(int, int, int, long)"/>.
/// </summary>
/// <remarks>
/// <para>
/// Epochs are those of the whole sampler, with its numbers and boundaries. Let B = <see cref="BatchSize"/>, W = <see cref="WorldSize"/>, r
/// = <see cref="Rank"/>, and let an epoch of L draws start at the global draw g. Then this rank's draw s of the epoch is the global draw t
/// = g + (s div B)·W·B + r·B + s mod B, in ⌊L/(W·B)⌋ whole steps. The m = L mod W·B draws that are left are cut into W pieces of ⌊m/W⌋ or
/// ⌈m/W⌉ consecutive draws. B = 1 deals the draws out one by one; otherwise each rank has a contiguous piece of every global batch of W·B
/// draws.
/// </para>
/// <para>
/// A rank has as many draws in an epoch as the others, or one more. If m is 1 to W − 1, the last ranks have one batch less than the others. If your ranks wait for each
/// other at every batch, choose an epoch length that is a multiple of W·B, or <c>dropLast</c>, which gives every rank the whole steps.
/// </para>
/// <para>
/// If a shard starts in mid-epoch, its epoch <see cref="FirstEpoch"/> has only the remaining draws. Its own draws count from 0. States are global: <see cref="StateAt"/> is
/// the state of the whole sampler after all ranks have made the same number of draws. Shards of any other world size that start from it continue without a gap or a repeat,
/// in the same epoch.
/// Nothing is exchanged between ranks; they only need the same sampler. Thread-safe.
/// </para>
/// </remarks>
public sealed class SamplerShard : Sampler
{
    /// <summary>From this many draws in between on, single draws cost less than filling the gaps.</summary>
    private const int LargestStrideToFill = 256;

    private const int BufferLength = 1024;

    private readonly Sampler _source;
    private readonly RankDeal _whole;

    // The first epoch, of which something may be over, and those whose lengths are their own; where each begins, and the next one.
    private readonly RankDeal[] _own;
    private readonly long[] _starts;

    internal SamplerShard(Sampler source, int rank, int worldSize, int batchSize, long epoch, long firstDraw)
        : base(source, new RankDeal(source.EpochLength, source.EpochLength, rank, worldSize, batchSize).Count)
    {
        _source = source;
        Rank = rank;
        WorldSize = worldSize;
        BatchSize = batchSize;
        FirstDraw = firstDraw;
        FirstEpoch = epoch;
        long done = firstDraw - source.StartOf(epoch);
        _own = new RankDeal[Math.Max(1, source.EqualFrom - epoch)];
        _starts = new long[_own.Length + 1];
        for (int place = 0; place < _own.Length; place++)
        {
            _own[place] = new RankDeal(source.DrawsOf(epoch + place) - done, Math.Max(0, source.CommonDrawsOf(epoch + place) - done), rank, worldSize, batchSize);
            _starts[place + 1] = checked(_starts[place] + _own[place].Count);
            done = 0;
        }

        _whole = new RankDeal(source.EpochLength, source.CommonDrawsOf(epoch + _own.Length), rank, worldSize, batchSize);
    }

    /// <summary>This rank, of [0, <see cref="WorldSize"/>).</summary>
    public int Rank { get; }

    /// <summary>The number of ranks.</summary>
    public int WorldSize { get; }

    /// <summary>How many consecutive global draws a rank takes at a time.</summary>
    public int BatchSize { get; }

    /// <summary>The global draw at which the ranks start.</summary>
    public long FirstDraw { get; }

    /// <summary>The epoch in which the ranks start, of which they have what is left.</summary>
    public override long FirstEpoch { get; }

    /// <summary>The hash of the whole sampler: states do not depend on the number of ranks.</summary>
    public override ulong ConfigurationHash => _source.ConfigurationHash;

    /// <summary>The least multiple of the draws of a step at which the sharded sampler, which may be a shard itself, has a state.</summary>
    internal override long DrawsBetweenStates
    {
        get
        {
            long step = (long)WorldSize * BatchSize;
            long ofSource = _source.DrawsBetweenStates;
            return checked(ofSource / GreatestCommonDivisor(ofSource, step) * BatchSize);
        }
    }

    /// <summary>
    /// What the source promises of a batch of M global draws holds for the ranks' batches together where they are consecutive global draws (each is whole steps of
    /// <see cref="BatchSize"/>) and as many as whole batches of the source.
    /// </summary>
    internal override int BatchMultiple
    {
        get
        {
            int ofSource = _source.BatchMultiple;
            if (ofSource == 1)
            {
                return 1;
            }

            long ofRank = ofSource / GreatestCommonDivisor(ofSource, WorldSize);
            return checked((int)(ofRank / GreatestCommonDivisor(ofRank, BatchSize) * BatchSize));
        }
    }

    /// <summary>The global number of one of this rank's draws. O(1).</summary>
    /// <param name="draw">The number of the draw of this rank, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draw"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The rank has no draws: there are more ranks than draws in an epoch.</exception>
    /// <exception cref="OverflowException">The global number exceeds 2^63 − 1.</exception>
    public long GlobalDraw(long draw)
    {
        (long epoch, long place) = PlaceOf(draw);
        return checked(GlobalStartOf(epoch) + DealOf(epoch).PlaceOf(place));
    }

    /// <inheritdoc/>
    public override int RowAt(long draw) => _source.RowAt(GlobalDraw(draw));

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        while (!rows.IsEmpty)
        {
            (long epoch, long place) = PlaceOf(firstDraw);
            RankDeal deal = DealOf(epoch);
            long start = GlobalStartOf(epoch);
            bool isContiguous = WorldSize == 1 || place >= deal.Whole;
            int run = (int)Math.Min(rows.Length, (isContiguous ? deal.Count : deal.Whole) - place);
            if (isContiguous)
            {
                _source.Fill(checked(start + deal.PlaceOf(place)), rows[..run]);
            }
            else if (BatchSize == 1 && WorldSize <= LargestStrideToFill)
            {
                FillByStride(deal, start, place, rows[..run]);
            }
            else
            {
                FillByPieces(deal, start, place, rows[..run]);
            }

            rows = rows[run..];
            firstDraw += run;
        }
    }

    /// <summary>The state of the whole sampler once every rank has made the draws before one of this rank's. O(1).</summary>
    /// <param name="draw">
    /// The number of this rank's next draw: a multiple of <see cref="BatchSize"/> in an epoch, because ranks stop between batches, or the
    /// first one of an epoch. After the last draw of an epoch, the state is the start of the next one on every rank.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draw"/> is negative or no such draw.</exception>
    public override SamplerState StateAt(long draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        if (draw == 0)
        {
            return _source.StateAt(FirstDraw);
        }

        (long epoch, long place) = PlaceOf(draw);
        return place % BatchSize == 0 && place <= DealOf(epoch).Whole
            ? _source.StateAt(checked(GlobalStartOf(epoch) + (place * WorldSize)))
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
    public override long ResumeFrom(SamplerState state) => PositionOf(state).Draw;

    internal override (long Epoch, long Draw) PositionOf(SamplerState state)
    {
        (long epoch, long globalDraw) = _source.PositionOf(state);
        if (epoch >= FirstEpoch && globalDraw >= FirstDraw)
        {
            long draws = DealOf(epoch).DrawsBefore(globalDraw - GlobalStartOf(epoch));
            if (draws >= 0)
            {
                return (epoch, checked(StartOf(epoch) + draws));
            }
        }

        throw new ArgumentException(
            $"The state stands at draw {state.Draw}, where {WorldSize} ranks that take {BatchSize} draws at a time from draw {FirstDraw} on do not stop together. Make the shards from it: sampler.Shard(rank, worldSize, state).", nameof(state));
    }

    internal override long StartOf(long epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return epoch >= FirstEpoch
            ? epoch - FirstEpoch <= _own.Length ? _starts[epoch - FirstEpoch] : checked(_starts[^1] + ((epoch - FirstEpoch - _own.Length) * EpochLength))
            : throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"The shard starts in epoch {FirstEpoch}, at draw {FirstDraw}; epochs before are over.");
    }

    internal override long EqualFrom => FirstEpoch + _own.Length;

    // Visits and contexts are those of the whole sampler's draws, so that they do not depend on the number of ranks.
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => _source.VisitNumbering;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        while (!visits.IsEmpty)
        {
            int run = WorldSize == 1 ? visits.Length : (int)Math.Min(BatchSize - (firstDraw % BatchSize), visits.Length);
            _source.FillVisits(GlobalDraw(firstDraw), visits[..run]);
            visits = visits[run..];
            firstDraw += run;
        }
    }

    internal override (long Draw, long Epoch) NumberOf(long draw) => _source.NumberOf(GlobalDraw(draw));

    internal override long DrawsOf(long epoch) => DealOf(epoch).Count;

    internal override long CommonDrawsOf(long epoch) => DealOf(epoch).Common;

    internal override long EpochAt(long draw) => PlaceOf(draw).Epoch;

    private static long GreatestCommonDivisor(long one, long other) => other == 0 ? one : GreatestCommonDivisor(other, one % other);

    private RankDeal DealOf(long epoch) => epoch - FirstEpoch < _own.Length ? _own[epoch - FirstEpoch] : _whole;

    /// <summary>The draw of the source at which these ranks start an epoch.</summary>
    private long GlobalStartOf(long epoch) => epoch == FirstEpoch ? FirstDraw : _source.StartOf(epoch);

    /// <summary>The epoch of a draw, and which of this rank's draws in it it is.</summary>
    private (long Epoch, long Place) PlaceOf(long draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        if (draw < _starts[^1])
        {
            int found = _own.Length == 1 ? 0 : Array.BinarySearch(_starts, draw);

            // Of epochs without draws that begin at the same draw it is the last one.
            int place = found >= 0 ? found : ~found - 1;
            while (draw >= _starts[place + 1])
            {
                place++;
            }

            return (FirstEpoch + place, draw - _starts[place]);
        }

        if (EpochLength == 0)
        {
            throw new InvalidOperationException($"Rank {Rank} of {WorldSize} has no draws: an epoch has {_source.EpochLength}.");
        }

        (long epochs, long rest) = Math.DivRem(draw - _starts[^1], EpochLength);
        return (FirstEpoch + _own.Length + epochs, rest);
    }

    private void FillByStride(RankDeal deal, long start, long place, Span<int> rows)
    {
        Span<int> buffer = stackalloc int[BufferLength];
        int drawsAtOnce = ((BufferLength - 1) / WorldSize) + 1;
        while (!rows.IsEmpty)
        {
            int run = Math.Min(drawsAtOnce, rows.Length);
            Span<int> between = buffer[..(((run - 1) * WorldSize) + 1)];
            _source.Fill(checked(start + deal.PlaceOf(place)), between);
            for (int draw = 0; draw < run; draw++)
            {
                rows[draw] = between[draw * WorldSize];
            }

            rows = rows[run..];
            place += run;
        }
    }

    private void FillByPieces(RankDeal deal, long start, long place, Span<int> rows)
    {
        while (!rows.IsEmpty)
        {
            int run = (int)Math.Min(BatchSize - (place % BatchSize), rows.Length);
            _source.Fill(checked(start + deal.PlaceOf(place)), rows[..run]);
            rows = rows[run..];
            place += run;
        }
    }
}
