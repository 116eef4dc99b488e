using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using BalanceGen.Randomness;

namespace BalanceGen;

/// <summary>The times of arrival of rows in a race: an exponential variate by seed, epoch and row, divided by the row's weight. Part of the draw format.</summary>
/// <remarks>
/// With AVX2 four rows at a time, by the same additions, multiplications and divisions as one by one, so that the times are the same. Immutable and thread-safe.
/// </remarks>
internal sealed class RaceTimes
{
    /// <summary>The number of rows that <see cref="Collect"/> takes at a time.</summary>
    public const int BlockLength = 1024;

    /// <summary>How many more places <see cref="Collect"/> may write to than it fills.</summary>
    public const int Slack = 4;

    /// <summary>For each set of chosen lanes the lanes in order, as pairs of 32-bit lanes and as single ones.</summary>
    private static readonly Vector256<int>[] Wide = [.. Enumerable.Range(0, 16).Select(mask => Vector256.Create(Chosen(mask, 2)))];
    private static readonly Vector128<int>[] Narrow = [.. Enumerable.Range(0, 16).Select(mask => Vector128.Create(Chosen(mask, 1)))];

    private readonly ulong _seed;
    private readonly SampleWeights _weights;

    // Powers of two that bring the largest weight to 1 or a little more, so that times do not vanish. Two of them, for weights below 2^-1023.
    private readonly double _scale;
    private readonly double _secondScale;

    public RaceTimes(long seed, SampleWeights weights)
    {
        _seed = (ulong)seed;
        _weights = weights;
        double largest = 0;
        foreach (double weight in weights.Values)
        {
            largest = Math.Max(largest, weight);
        }

        int shift = -Math.ILogB(largest);
        _scale = Math.ScaleB(1, Math.Min(shift, 1023));
        _secondScale = Math.ScaleB(1, Math.Max(0, shift - 1023));
    }

    /// <summary>The number of rows, with those of weight 0.</summary>
    public int RowCount => _weights.Count;

    /// <summary>A row's rate of arrival, of [0, 2).</summary>
    public double RateOf(int row) => _weights.Values[row] * _scale * _secondScale;

    /// <summary>The time of a row with a positive weight, in an epoch: above 0, finite.</summary>
    public double At(long epoch, int row)
    {
        // A block of random words serves two rows.
        (ulong even, ulong odd) = Philox4x32.Block(_seed, (ulong)epoch, DrawStreams.Race(row >> 1));
        return TimeOf((row & 1) == 0 ? even : odd, RateOf(row));
    }

    /// <summary>The rows of a block with a positive weight that arrive up to a time, and the bits of their times, in row order.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="firstRow">The first row, a multiple of <see cref="BlockLength"/>.</param>
    /// <param name="endRow">The row after the last one, at most <see cref="BlockLength"/> further.</param>
    /// <param name="limit">The time.</param>
    /// <param name="times">Room for the times of all these rows and <see cref="Slack"/> more.</param>
    /// <param name="rows">Room for as many rows.</param>
    /// <param name="least">Is lowered to the least time of these rows, in time or not.</param>
    /// <param name="most">Is raised to the greatest.</param>
    /// <returns>The number of rows that arrive.</returns>
    [SkipLocalsInit]
    public int Collect(
        long epoch, int firstRow, int endRow, double limit, Span<ulong> times, Span<int> rows, ref double least, ref double most)
    {
        Span<ulong> words = stackalloc ulong[BlockLength];
        words = words[..(endRow - firstRow)];
        Philox4x32.Fill(_seed, (ulong)epoch, DrawStreams.Race(firstRow >> 1), words);
        ReadOnlySpan<double> weights = _weights.Values[firstRow..endRow];
        int count = 0;
        int place = Avx2.IsSupported ? CollectVectors(words, weights, firstRow, limit, times, rows, ref count, ref least, ref most) : 0;
        for (; place < words.Length; place++)
        {
            if (weights[place] > 0)
            {
                double time = TimeOf(words[place], weights[place] * _scale * _secondScale);
                times[count] = BitConverter.DoubleToUInt64Bits(time);
                rows[count] = firstRow + place;
                count += time <= limit ? 1 : 0;
                least = Math.Min(least, time);
                most = Math.Max(most, time);
            }
        }

        return count;
    }

    /// <summary>The time that belongs to a random word and a rate: above 0, finite.</summary>
    public static double TimeOf(ulong word, double rate) => Math.Min(double.MaxValue, ExponentialVariate.Of(word) / rate);

    private int CollectVectors(
        ReadOnlySpan<ulong> words, ReadOnlySpan<double> weights, int firstRow, double limit, Span<ulong> times, Span<int> rows, ref int arrived, ref double least, ref double most)
    {
        ref ulong word = ref MemoryMarshal.GetReference(words);
        ref double weight = ref MemoryMarshal.GetReference(weights);
        ref ulong time = ref MemoryMarshal.GetReference(times);
        ref int row = ref MemoryMarshal.GetReference(rows);
        ref Vector256<int> wide = ref MemoryMarshal.GetArrayDataReference(Wide);
        ref Vector128<int> narrow = ref MemoryMarshal.GetArrayDataReference(Narrow);
        Vector256<double> scale = Vector256.Create(_scale);
        Vector256<double> secondScale = Vector256.Create(_secondScale);
        Vector256<double> limits = Vector256.Create(limit);
        Vector128<int> numbers = Vector128.Create(firstRow) + Vector128.Create(0, 1, 2, 3);
        Vector256<double> earliest = Vector256.Create(least);
        Vector256<double> latest = Vector256.Create(most);
        int count = 0;
        int place = 0;
        for (; place + 4 <= words.Length; place += 4)
        {
            Vector256<double> four = Vector256.LoadUnsafe(ref weight, (nuint)place);
            Vector256<double> variates = ExponentialVariate.Of(Vector256.LoadUnsafe(ref word, (nuint)place));
            Vector256<double> at = Avx.Min(variates / (four * scale * secondScale), Vector256.Create(double.MaxValue));
            Vector256<double> positive = Vector256.GreaterThan(four, Vector256<double>.Zero);
            int chosen = Avx.MoveMask(positive & Vector256.LessThanOrEqual(at, limits));
            earliest = Avx.Min(earliest, at);
            latest = Avx.Max(latest, at & positive);

            // Those that arrive, side by side; what is written beyond them is written over.
            Avx2.PermuteVar8x32(at.AsInt32(), Unsafe.Add(ref wide, chosen)).AsUInt64().StoreUnsafe(ref time, (nuint)count);
            Avx.PermuteVar(numbers.AsSingle(), Unsafe.Add(ref narrow, chosen)).AsInt32().StoreUnsafe(ref row, (nuint)count);
            count += BitOperations.PopCount((uint)chosen);
            numbers += Vector128.Create(4);
        }

        for (int lane = 0; lane < 4; lane++)
        {
            least = Math.Min(least, earliest[lane]);
            most = Math.Max(most, latest[lane]);
        }

        arrived = count;
        return place;
    }

    private static int[] Chosen(int mask, int width)
    {
        int[] lanes = [.. Enumerable.Range(0, 4).Where(lane => ((mask >> lane) & 1) != 0)];
        return [.. Enumerable.Range(0, 4 * width).Select(place => place / width < lanes.Length ? (width * lanes[place / width]) + (place % width) : 0)];
    }
}
