namespace BalanceGen.Sampling;

/// <summary>
/// Epochs in which every class has a given number of rows, in random order: all rows of the class equally often, and a random choice of them
/// once more. What over- and undersampling and repeat factors have in common.
/// </summary>
/// <remarks>
/// The epoch of L draws is a permutation of L places, which lie class by class; class c has the places [S_c, S_(c+1)). Numbers of rows may be
/// fractions: S_c = ⌊X_c + U⌋ with the cumulative numbers X_c and one random offset U per epoch (systematic resampling), so that
/// a class gets its number rounded down or up, on average exactly, and the epoch always L. Immutable and thread-safe.
/// </remarks>
internal sealed class ResampledEpoch
{
    /// <summary>Numbers of rows are multiples of 2^-32.</summary>
    private const int FractionBits = 32;

    private readonly long _seed;
    private readonly RowIndex _index;
    private readonly int[] _classes;

    /// <summary>The cumulative numbers of rows before each drawn class, and of all.</summary>
    private readonly ulong[] _cumulative;
    private readonly bool _rounds;

    // The permutations in use, taken for the time of a call. A concurrent second caller makes its own.
    private ResampledOrder? _order;

    /// <summary>Makes the tables. O(classes).</summary>
    /// <param name="index">The row index.</param>
    /// <param name="rows">The number of rows of each class in an epoch, 0 (for a class without rows always) or 1 and more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="replacement">Whether the rows of a class that has more than an epoch is to have are drawn independently.</param>
    public ResampledEpoch(RowIndex index, ReadOnlySpan<double> rows, long seed, bool replacement = false)
    {
        Replacement = replacement;
        _index = index;
        _seed = seed;
        var classes = new List<int>();
        var cumulative = new List<ulong> { 0 };
        double largest = 0;
        int largestPlace = 0;
        for (int classIndex = 0; classIndex < rows.Length; classIndex++)
        {
            if (rows[classIndex] > 0)
            {
                largestPlace = rows[classIndex] > largest ? classes.Count : largestPlace;
                largest = Math.Max(largest, rows[classIndex]);
                classes.Add(classIndex);
                cumulative.Add(cumulative[^1] + (ulong)(rows[classIndex] * (1UL << FractionBits)));
            }
        }

        // The epoch is a whole number of draws. What rounding it adds or takes, at most half a row, falls to the largest class.
        Length = (int)Math.Max(1, (cumulative[^1] + (1UL << (FractionBits - 1))) >> FractionBits);
        ulong difference = ((ulong)Length << FractionBits) - cumulative[^1];
        for (int next = largestPlace + 1; next < cumulative.Count; next++)
        {
            cumulative[next] += difference;
        }

        _classes = [.. classes];
        _cumulative = [.. cumulative];
        _rounds = _cumulative.Any(number => (uint)number != 0);
    }

    /// <summary>The number of draws in an epoch, 1 or more.</summary>
    public int Length { get; }

    /// <summary>Whether the rows of a class that has more than an epoch has of it are drawn independently.</summary>
    public bool Replacement { get; }

    /// <summary>The most draws that an epoch may have.</summary>
    public static int LongestEpoch => int.MaxValue;

    /// <summary>The cumulative numbers of rows, for the configuration hash.</summary>
    public ReadOnlySpan<ulong> Cumulative => _cumulative;

    /// <summary>The mean number of draws of a class in an epoch.</summary>
    public double DrawsOf(int classIndex)
    {
        int drawn = Array.BinarySearch(_classes, classIndex);
        return drawn < 0 ? 0 : (double)(_cumulative[drawn + 1] - _cumulative[drawn]) / (1UL << FractionBits);
    }

    /// <summary>The mean number of different rows of a class that an epoch has: with replacement n·(1 − (1 − 1/n)^k) of k draws.</summary>
    public double DistinctOf(int classIndex, long count)
    {
        double draws = DrawsOf(classIndex);
        return draws < count ? -count * PortableMath.ExpM1(draws * PortableMath.Log1P(-1.0 / count)) : draws;
    }

    /// <summary>The rows of consecutive draws.</summary>
    public void Fill(long firstDraw, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        ResampledOrder order = Interlocked.Exchange(ref _order, null) ?? new ResampledOrder(_seed, Length, _index, _classes);
        (long epoch, long place) = Math.DivRem(firstDraw, Length);
        while (!rows.IsEmpty)
        {
            Span<int> run = rows[..(int)Math.Min(Length - place, rows.Length)];
            order.Places(epoch, (int)place, run);
            uint offset = OffsetOf(epoch);
            foreach (ref int row in run)
            {
                row = RowAt(order, epoch, offset, row);
            }

            rows = rows[run.Length..];
            epoch++;
            place = 0;
        }

        _order = order;
    }

    // Visits: the copies of a row in an epoch are numbered, those of the next epoch go on behind the most that an epoch can have.
    /// <summary>Which visits of their rows consecutive draws are.</summary>
    public void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        Span<int> places = stackalloc int[256];
        ResampledOrder order = Interlocked.Exchange(ref _order, null) ?? new ResampledOrder(_seed, Length, _index, _classes);
        (long epoch, long place) = Math.DivRem(firstDraw, Length);
        while (!visits.IsEmpty)
        {
            Span<int> run = places[..(int)Math.Min(Math.Min(Length - place, visits.Length), places.Length)];
            order.Places(epoch, (int)place, run);
            uint offset = OffsetOf(epoch);
            for (int draw = 0; draw < run.Length; draw++)
            {
                int drawn = ClassOf(offset, run[draw]);
                long count = _index.Counts.Values[_classes[drawn]];
                int ofClass = run[draw] - (int)((_cumulative[drawn] + offset) >> FractionBits);
                visits[draw] = (epoch * MostCopies(drawn, count)) + (ofClass / count);
            }

            visits = visits[run.Length..];
            place += run.Length;
            if (place == Length)
            {
                epoch++;
                place = 0;
            }
        }

        _order = order;
    }

    /// <summary>By how much an epoch rounds numbers of rows up or down.</summary>
    private uint OffsetOf(long epoch) => _rounds ? (uint)Philox4x32.Block((ulong)_seed, (ulong)epoch, DrawStreams.EpochRounding).Low : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int RowAt(ResampledOrder order, long epoch, uint offset, int epochPlace)
    {
        int drawn = ClassOf(offset, epochPlace);
        int first = (int)((_cumulative[drawn] + offset) >> FractionBits);
        int end = (int)((_cumulative[drawn + 1] + offset) >> FractionBits);
        int classIndex = _classes[drawn];
        int count = (int)_index.Counts.Values[classIndex];
        int place = epochPlace - first;

        // The first places of the class are all of its rows, as often as they fit; the rest is a random choice of them.
#pragma warning disable BALG0201 // A class that is drawn has rows.
        int whole = (end - first) / count * count;
#pragma warning restore BALG0201
        place = place < whole ? (count == whole ? place : place % count)
            : Replacement && whole == 0 ? Independent(classIndex, epoch, place, count)
            : order.Extra(drawn, epoch, place - whole);
        int position = _index.Starts[classIndex] + place;
        return _index.SortedRows is { } sortedRows ? sortedRows[position] : position;
    }

    /// <summary>A row of a class by its number among those that an epoch has of it. A 64-bit word times the count is biased by less than count/2^64.</summary>
    private int Independent(int classIndex, long epoch, int number, int count)
    {
        ulong word = Philox4x32.Block((ulong)_seed, ((ulong)epoch * (ulong)Length) + (uint)number, DrawStreams.IndependentRows(classIndex)).Low;
        return (int)Math.BigMul(word, (ulong)count, out _);
    }

    /// <summary>The last class that starts at or before a place of the epoch.</summary>
    private int ClassOf(uint offset, int epochPlace)
    {
        int low = 0;
        int high = _classes.Length;
        while (high - low > 1)
        {
            int middle = (low + high) >> 1;
            if ((int)((_cumulative[middle] + offset) >> FractionBits) <= epochPlace)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The most draws of a row that an epoch can have.</summary>
    private long MostCopies(int drawn, long count)
    {
        ulong most = (_cumulative[drawn + 1] - _cumulative[drawn] + ((1UL << FractionBits) - 1)) >> FractionBits;
        return ((long)most + count - 1) / count;
    }
}
