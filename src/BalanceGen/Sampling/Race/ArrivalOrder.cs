using System.Runtime.Intrinsics.X86;

namespace BalanceGen.Sampling;

/// <summary>
/// The first rows of a race in the order of their times. Times are dealt out to bins by their leading bits, up to 256 bins for each
/// doubling. In a bin they are spread evenly, so that the next bits of a time tell its place, give or take a few neighbours. O(rows that
/// arrived).
/// </summary>
/// <remarks>Its memory is kept from epoch to epoch. Not thread-safe.</remarks>
internal sealed class ArrivalOrder
{
    private readonly TimeBins _bins;
    private ulong[] _words = [];
    private int[] _rows = [];
    private PlaceSort[] _sorts = [];
    private int _length;

    public ArrivalOrder(TimeBins bins) => _bins = bins;

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

        (int firstBin, int lastBin) = FindStarts(pieces);
        if (pieces.Length == 1)
        {
            Distribute(pieces[0]);
            Order(pieces[0].Bins, firstBin, lastBin, 0, 1, times);
        }
        else
        {
            SortParallel(pieces, firstBin, lastBin, times);
        }
    }

    private void SortParallel(RacePiece[] pieces, int firstBin, int lastBin, EpochTimes times)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = pieces.Length };
        Parallel.ForEach(pieces, options, Distribute);
        Parallel.For(0, pieces.Length, options, part => Order(pieces[^1].Bins, firstBin, lastBin, part, pieces.Length, times));
    }

    /// <summary>Where the rows of each piece and bin go: bin by bin, and in a bin piece by piece.</summary>
    private static (int FirstBin, int LastBin) FindStarts(RacePiece[] pieces)
    {
        int first = int.MaxValue;
        int last = 0;
        foreach (RacePiece piece in pieces)
        {
            int firstOfPiece = piece.Bins.AsSpan().IndexOfAnyExcept(0);
            if (firstOfPiece >= 0)
            {
                first = Math.Min(first, firstOfPiece);
                last = Math.Max(last, piece.Bins.AsSpan().LastIndexOfAnyExcept(0));
            }
        }

        int start = 0;
        for (int bin = first; bin <= last; bin++)
        {
            foreach (RacePiece piece in pieces)
            {
                ref int count = ref piece.Bins[bin];
                (count, start) = (start, start + count);
            }
        }

        return (first, last);
    }

    private unsafe void Distribute(RacePiece piece)
    {
        ReadOnlySpan<ulong> times = piece.Times;
        ReadOnlySpan<int> rows = piece.Rows[..times.Length];
        int[] next = piece.Bins;
        ulong[] words = _words;
        TimeBins bins = _bins;
        for (int place = 0; place < times.Length; place++)
        {
            ulong time = times[place];
            ref ulong word = ref words[next[bins.Of(time)]++];
            word = bins.WordOf(time, rows[place]);
            if (Sse.IsSupported)
            {
                // The next cache line of the bin. A hint only: it does not matter if the array ends before it or is moved meanwhile.
                Sse.Prefetch0((byte*)Unsafe.AsPointer(ref word) + 64);
            }
        }
    }

    /// <summary>Orders one of several parts of the bins, up to the last row that is asked for; the last piece's next place in a bin is now its end.</summary>
    private void Order(int[] ends, int firstBin, int lastBin, int part, int parts, EpochTimes times)
    {
        int start = 0;
        for (int bin = firstBin; bin <= lastBin && start < _length; bin++)
        {
            // A bin is of the part in which it starts.
            int end = ends[bin];
            if ((long)start * parts / _length == part)
            {
                ReadOnlySpan<ulong> words = _sorts[part].Sort(_words.AsSpan(start, end - start), out bool hasEquals);
                Span<int> rows = _rows.AsSpan(start, words.Length);
                for (int place = 0; place < words.Length; place++)
                {
                    rows[place] = (int)words[place];
                }

                if (hasEquals)
                {
                    OrderEquals(words, rows, times);
                }
            }

            start = end;
        }
    }

    private static void OrderEquals(ReadOnlySpan<ulong> words, Span<int> rows, EpochTimes times)
    {
        int end;
        for (int first = 0; first < words.Length; first = end)
        {
            end = first + 1;
            while (end < words.Length && words[end] >> 32 == words[first] >> 32)
            {
                end++;
            }

            if (end - first > 1)
            {
                OrderByTime(rows[first..end], times);
            }
        }
    }

    /// <summary>Rows whose leading bits are equal, in the order of the full times, and of the rows where those are equal too.</summary>
    private static void OrderByTime(Span<int> rows, EpochTimes times) =>
        rows.Sort((one, other) => (times.Of(one), one).CompareTo((times.Of(other), other)));
}
