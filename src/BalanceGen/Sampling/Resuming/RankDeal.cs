namespace BalanceGen.Sampling;

/// <summary>
/// Which of the draws of an epoch, or of what is left of one, are a rank's. Steps of W·B draws, B for each rank in turn; what is left after the last whole step is cut into
/// W pieces that differ by one draw at most.
/// </summary>
internal readonly struct RankDeal
{
    private readonly int _rank;
    private readonly int _worldSize;
    private readonly int _batchSize;

    /// <summary>Where the rank's piece of the rest begins.</summary>
    private readonly long _tailStart;

    /// <param name="length">The number of draws that are dealt out.</param>
    /// <param name="common">How many of them are in whole batches of all ranks, where the draws are themselves those of a rank; otherwise their number.</param>
    /// <param name="rank">The rank.</param>
    /// <param name="worldSize">The number of ranks W.</param>
    /// <param name="batchSize">The draws of a rank in a step B.</param>
    public RankDeal(long length, long common, int rank, int worldSize, int batchSize)
    {
        _rank = rank;
        _worldSize = worldSize;
        _batchSize = batchSize;
        long step = (long)worldSize * batchSize;
        Whole = length / step * batchSize;
        Common = common / step * batchSize;
        (long piece, long left) = Math.DivRem(length % step, (long)worldSize);
        _tailStart = (Whole * worldSize) + (rank * piece) + Math.Min(rank, left);
        Count = Whole + piece + (rank < left ? 1 : 0);
    }

    /// <summary>The number of the rank's draws.</summary>
    public long Count { get; }

    /// <summary>How many of them are in whole steps.</summary>
    public long Whole { get; }

    /// <summary>How many of them are in steps that every process has.</summary>
    public long Common { get; }

    /// <summary>The place of one of the rank's draws among all.</summary>
    public long PlaceOf(long draw)
    {
        if (draw >= Whole)
        {
            return _tailStart + (draw - Whole);
        }

        (long step, long place) = Math.DivRem(draw, (long)_batchSize);
        return checked((step * _batchSize * _worldSize) + ((long)_rank * _batchSize) + place);
    }

    /// <summary>How many draws each rank has made when the ranks together stand at a place; −1 where they do not stop there.</summary>
    public long DrawsBefore(long place)
    {
        (long steps, long rest) = Math.DivRem(place, (long)_worldSize * _batchSize);
        return rest == 0 ? steps * _batchSize : -1;
    }
}
