namespace BalanceGen.Sampling;

/// <summary>
/// Draws without replacement of rows with weights of their own, as a race: row i arrives after an exponential time with the
/// rate w_i, and the first arrivals are drawn, in their order (Efraimidis and Spirakis, Information Processing Letters 97, 2006).
/// </summary>
/// <remarks>
/// A row's time depends on the seed, the epoch and the row alone, so that it does not matter in which order, in how many pieces or
/// on how many machines the rows are looked at. An epoch's order is found when its first draw is asked for, O(rows), and kept until another epoch is asked
/// for; working memory is 28 to 40 bytes for each of about m rows where m are drawn. Thread-safe; threads share the order.
/// </remarks>
internal sealed class ExponentialRace : IRowDraws
{
    private readonly Lock _gate = new();
    private readonly RaceTimes _times;
    private readonly double _limit;
    private readonly int _epochLength;
    private readonly TimeBins _bins;
    private readonly ArrivalOrder _order;
    private RacePiece[] _pieces = [];
    private long _epoch = -1;

    /// <summary>Prepares the race. O(rows).</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="weights">One weight per row.</param>
    /// <param name="epochLength">The number of draws in an epoch, at most the number of positive weights.</param>
    /// <param name="limit">A time by which about all draws of an epoch will have arrived; any positive number gives the same draws.</param>
    public ExponentialRace(long seed, SampleWeights weights, int epochLength, double? limit = null)
    {
        _times = new RaceTimes(seed, weights);
        _epochLength = epochLength;
        _bins = new TimeBins(epochLength);
        _order = new ArrivalOrder(_bins);
        _limit = limit ?? new RaceLimit(_times).Of(epochLength);
    }

    public void Fill(long firstDraw, Span<int> rows) => Fill(firstDraw, rows, 1);

    /// <summary>The rows of consecutive draws; the order of an epoch is found by several threads.</summary>
    public void Fill(long firstDraw, Span<int> rows, int threads)
    {
        (long epoch, long draw) = Math.DivRem(firstDraw, _epochLength);
        lock (_gate)
        {
            while (!rows.IsEmpty)
            {
                if (epoch != _epoch)
                {
                    Run(epoch, threads);
                }

                int run = Math.Min(_epochLength - (int)draw, rows.Length);
                _order.Rows.Slice((int)draw, run).CopyTo(rows);
                rows = rows[run..];
                epoch++;
                draw = 0;
            }
        }
    }

    private void Run(long epoch, int threads)
    {
        _epoch = -1;
        if (_pieces.Length != threads)
        {
            _pieces = RacePiece.All(_times.RowCount, threads, _bins);
        }

        // The limit lets a few more rows through than are asked for. Should it be too low once, a higher one has the same first arrivals.
        int arrived = 0;
        for (double limit = _limit; arrived < _epochLength; limit = Math.Min(double.MaxValue, 2 * limit))
        {
            arrived = threads == 1 ? _pieces[0].Run(_times, epoch, limit) : ArriveParallel(epoch, limit);
        }

        _order.Sort(_pieces, arrived, _epochLength, new EpochTimes(_times, epoch));
        _epoch = epoch;
    }

    private int ArriveParallel(long epoch, double limit)
    {
        Parallel.ForEach(_pieces, new ParallelOptions { MaxDegreeOfParallelism = _pieces.Length }, piece => piece.Run(_times, epoch, limit));
        return _pieces.Sum(piece => piece.Count);
    }
}
