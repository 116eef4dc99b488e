using System.Numerics;

namespace BalanceGen;

/// <summary>
/// The first rows of a race in the order of their times. Times are dealt out to bins by their leading bits, up to 256 bins for each doubling; in a bin they are spread evenly, so that
/// a time's next bits tell its place there but for a few neighbours. O(rows that arrived).
/// </summary>
/// <remarks>Its memory is kept from epoch to epoch. Not thread-safe.</remarks>
internal sealed class ArrivalOrder
{
    private const int MantissaBits = 52;

    /// <summary>A bin is to have about this many rows, which then fit into the nearest cache.</summary>
    private const int RowsOfBin = 1024;

    /// <summary>The most bits of the mantissa that tell the bin.</summary>
    private const int MostBits = 8;

    private ulong[] _words = [];
    private int[] _rows = [];
    private PlaceSort[] _sorts = [];

    // Where each piece's next row of each bin goes: for each piece the bins of this range.
    private int[] _next = [];
    private int _binShift;
    private int _firstBin;
    private int _bins;
    private int _length;

    /// <summary>The rows in order.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _length);

    /// <summary>Orders rows, with a thread for each piece.</summary>
    /// <param name="pieces">The rows that arrived, in pieces in row order.</param>
    /// <param name="arrived">Their number.</param>
    /// <param name="length">The number of rows that are asked for, at most as many.</param>
    /// <param name="times">The full times, for those whose leading bits are equal.</param>
    public void Sort(RacePiece[] pieces, int arrived, int length, EpochTimes times)
    {
        _length = length;
        if (_words.Length < arrived)
        {
            int capacity = (int)Math.Min(Array.MaxLength, arrived + ((long)arrived / 16) + 1024);
            _words = new ulong[capacity];
            _rows = new int[capacity];
        }

        if (_sorts.Length != pieces.Length)
        {
            _sorts = [.. pieces.Select(_ => new PlaceSort())];
        }

        FindBins(pieces, arrived);
        if (pieces.Length == 1)
        {
            Distribute(pieces[0], 0);
            Order(0, 1, times);
        }
        else
        {
            SortParallel(pieces, times);
        }
    }

    private void SortParallel(RacePiece[] pieces, EpochTimes times)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = pieces.Length };
        Parallel.For(0, pieces.Length, options, piece => Distribute(pieces[piece], piece));
        Parallel.For(0, pieces.Length, options, part => Order(part, pieces.Length, times));
    }

    /// <summary>Where the rows of each piece and bin go: bin by bin, and in a bin piece by piece, so that equals stay in row order.</summary>
    private void FindBins(RacePiece[] pieces, int arrived)
    {
        // The last doublings have half of the rows and more.
        int bits = Math.Clamp(BitOperations.Log2((uint)arrived) - BitOperations.Log2(2 * RowsOfBin), 0, MostBits);
        _binShift = MantissaBits - bits;
        ulong least = ulong.MaxValue;
        ulong most = 0;
        foreach (RacePiece piece in pieces)
        {
            least = Math.Min(least, piece.Least);
            most = Math.Max(most, piece.Most);
        }

        _firstBin = (int)(least >> _binShift);
        _bins = (int)(most >> _binShift) - _firstBin + 1;
        if (_next.Length < pieces.Length * _bins)
        {
            // Some more, because the first arrival of another epoch may be earlier.
            _next = new int[pieces.Length * (_bins + 1024)];
        }

        _next.AsSpan(0, pieces.Length * _bins).Clear();
        for (int number = 0; number < pieces.Length; number++)
        {
            int shift = _binShift;
            Span<int> counts = _next.AsSpan(number * _bins, _bins);
            foreach (ulong time in pieces[number].Times)
            {
                counts[(int)(time >> shift) - _firstBin]++;
            }
        }

        int start = 0;
        for (int bin = 0; bin < _bins; bin++)
        {
            for (int number = 0; number < pieces.Length; number++)
            {
                ref int count = ref _next[(number * _bins) + bin];
                (count, start) = (start, start + count);
            }
        }
    }

    private void Distribute(RacePiece piece, int number)
    {
        ReadOnlySpan<ulong> times = piece.Times;
        ReadOnlySpan<int> rows = piece.Rows;
        Span<int> next = _next.AsSpan(number * _bins, _bins);
        ulong[] words = _words;
        int shift = _binShift;
        int first = _firstBin;

        // The 32 bits after those of the bin stand above the row.
        int restShift = shift - 32;
        for (int place = 0; place < times.Length; place++)
        {
            ulong time = times[place];
            words[next[(int)(time >> shift) - first]++] = ((time >> restShift) << 32) | (uint)rows[place];
        }
    }

    /// <summary>Orders one of several parts of the bins, up to the last row that is asked for.</summary>
    private void Order(int part, int parts, EpochTimes times)
    {
        // The last piece's next place in a bin is now the end of the bin.
        ReadOnlySpan<int> ends = _next.AsSpan((parts - 1) * _bins, _bins);
        int start = 0;
        for (int bin = 0; bin < _bins && start < _length; bin++)
        {
            // A bin is of the part in which it starts.
            int end = ends[bin];
            if ((long)start * parts / _length == part)
            {
                Span<ulong> words = _words.AsSpan(start, end - start);
                _sorts[part].Sort(words);
                WriteRows(words, _rows.AsSpan(start), times);
            }

            start = end;
        }
    }

    private static void WriteRows(Span<ulong> words, Span<int> rows, EpochTimes times)
    {
        for (int place = 0; place < words.Length; place++)
        {
            rows[place] = (int)words[place];
        }

        for (int place = 1; place < words.Length; place++)
        {
            if (words[place] >> 32 == words[place - 1] >> 32)
            {
                int first = place - 1;
                while (place + 1 < words.Length && words[place + 1] >> 32 == words[first] >> 32)
                {
                    place++;
                }

                OrderByTime(rows[first..(place + 1)], times);
            }
        }
    }

    /// <summary>Rows whose leading bits are equal, in the order of the full times, and of the rows where those are equal too.</summary>
    private static void OrderByTime(Span<int> rows, EpochTimes times) =>
        rows.Sort((one, other) => (times.Of(one), one).CompareTo((times.Of(other), other)));
}
