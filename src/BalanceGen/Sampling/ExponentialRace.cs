using BalanceGen.Randomness;

namespace BalanceGen;

/// <summary>
/// Draws without replacement of rows with weights of their own, as a race: row i arrives after an exponential time with the
/// rate w_i, and the first arrivals are drawn, in their order (Efraimidis and Spirakis, Information Processing Letters 97, 2006).
/// </summary>
/// <remarks>
/// A row's time depends on the seed, the epoch and the row alone, so that it does not matter in which order, in how many pieces or
/// on how many machines the rows are looked at. An epoch's order is found when its first draw is asked for, O(rows + m log m) for m
/// draws, and kept until another epoch is asked for: 12 bytes for each of about m rows. Thread-safe; threads share the order.
/// </remarks>
internal sealed class ExponentialRace : IRowDraws
{
    /// <summary>The leading bits of a time by which it is decided whether it can be among the first; 32 bins for each doubling.</summary>
    private const int BinBits = 15;

    /// <summary>Up to this many rows all times are sorted.</summary>
    private const int FewRows = 16384;

    private readonly Lock _gate = new();
    private readonly long _seed;
    private readonly SampleWeights _weights;
    private readonly int _positiveCount;
    private readonly int _shift;
    private readonly int _epochLength;
    private readonly int[] _bins;
    private ulong[] _times = [];
    private int[] _rows = [];
    private long _epoch = -1;

    /// <summary>Prepares the race. O(rows).</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="weights">One weight per row.</param>
    /// <param name="positiveCount">The number of positive weights.</param>
    /// <param name="epochLength">The number of draws in an epoch, at most the number of positive weights.</param>
    public ExponentialRace(long seed, SampleWeights weights, int positiveCount, int epochLength)
    {
        _seed = seed;
        _weights = weights;
        _positiveCount = positiveCount;
        _epochLength = epochLength;
        _bins = positiveCount > FewRows && epochLength < positiveCount - (positiveCount / 4) ? new int[1 << BinBits] : [];

        double largest = 0;
        foreach (double weight in weights.Values)
        {
            largest = Math.Max(largest, weight);
        }

        // Rates of at most 2, so that times do not vanish.
        _shift = -Math.ILogB(largest);
    }

    public void Fill(long firstDraw, Span<int> rows)
    {
        (long epoch, long draw) = Math.DivRem(firstDraw, _epochLength);
        lock (_gate)
        {
            while (!rows.IsEmpty)
            {
                if (epoch != _epoch)
                {
                    Run(epoch);
                }

                int run = Math.Min(_epochLength - (int)draw, rows.Length);
                _rows.AsSpan((int)draw, run).CopyTo(rows);
                rows = rows[run..];
                epoch++;
                draw = 0;
            }
        }
    }

    private void Run(long epoch)
    {
        _epoch = -1;
        int candidates = _positiveCount;
        int lastBin = int.MaxValue;
        if (_bins.Length > 0)
        {
            _bins.AsSpan().Clear();
            foreach ((ulong time, _) in new Arrivals(this, epoch))
            {
                _bins[BinOf(time)]++;
            }

            candidates = 0;
            for (lastBin = -1; candidates < _epochLength;)
            {
                candidates += _bins[++lastBin];
            }
        }

        if (_times.Length < candidates)
        {
            int capacity = (int)Math.Min(_positiveCount, candidates + ((long)candidates / 8));
            _times = new ulong[capacity];
            _rows = new int[capacity];
        }

        int count = 0;
        foreach ((ulong time, int row) in new Arrivals(this, epoch))
        {
            if (BinOf(time) <= lastBin)
            {
                _times[count] = time;
                _rows[count++] = row;
            }
        }

        _times.AsSpan(0, count).Sort(_rows.AsSpan(0, count));
        OrderTies(count);
        _epoch = epoch;
    }

    /// <summary>Equal times in the order of the rows: what a sort does with them is its own affair.</summary>
    private void OrderTies(int count)
    {
        for (int first = 0; first < count - 1; first++)
        {
            int end = first + 1;
            while (end < count && _times[end] == _times[first])
            {
                end++;
            }

            if (end > first + 1)
            {
                _rows.AsSpan(first, end - first).Sort();
                first = end - 1;
            }
        }
    }

    // Positive doubles have the order of their bits; the sign bit is 0.
    private static int BinOf(ulong time) => (int)(time >> (63 - BinBits));

    /// <summary>The rows with a positive weight and the bits of their times, in row order.</summary>
    private ref struct Arrivals
    {
        private readonly ReadOnlySpan<double> _weights;
        private readonly ulong _seed;
        private readonly ulong _epoch;
        private readonly int _shift;
        private int _row;
        private int _pair;
        private ulong _even;
        private ulong _odd;

        public Arrivals(ExponentialRace race, long epoch)
        {
            _weights = race._weights.Values;
            _seed = (ulong)race._seed;
            _epoch = (ulong)epoch;
            _shift = race._shift;
            _row = -1;
            _pair = -1;
        }

        public (ulong Time, int Row) Current { get; private set; }

        public readonly Arrivals GetEnumerator() => this;

        public bool MoveNext()
        {
            while (++_row < _weights.Length)
            {
                double weight = _weights[_row];
                if (weight > 0)
                {
                    // A block of random words serves two rows.
                    if (_pair != _row >> 1)
                    {
                        _pair = _row >> 1;
                        (_even, _odd) = Philox4x32.Block(_seed, _epoch, DrawStreams.Race(_pair));
                    }

                    double arrival = ExponentialVariate.Of((_row & 1) == 0 ? _even : _odd);
                    double time = Math.Min(double.MaxValue, arrival / Math.ScaleB(weight, _shift));
                    Current = (BitConverter.DoubleToUInt64Bits(time), _row);
                    return true;
                }
            }

            return false;
        }
    }
}
