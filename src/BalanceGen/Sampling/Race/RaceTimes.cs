using System.Numerics;
using System.Runtime.InteropServices;

namespace BalanceGen.Sampling;

/// <summary>The times of arrival of rows in a race: an exponential variate by seed, epoch and row, divided by the row's weight. Part of the draw format.</summary>
/// <remarks>
/// Row i takes word i mod 256 of the block of words with the number ⌊i/256⌋. As many rows at a time as the hardware's vectors hold, by the same
/// additions, multiplications and divisions as one by one, so that the times are the same. Immutable and thread-safe.
/// </remarks>
internal sealed class RaceTimes
{
    /// <summary>The number of rows that share a block of random words.</summary>
    public const int BlockLength = 256;

    /// <summary>Lower rates than this count as this, so that all times are finite.</summary>
    private const double LeastRate = 1e-306;

    private readonly long _seed;
    private readonly SampleWeights _weights;

    // Powers of two that bring the largest weight to 1 or a little more, so that times do not vanish. Two of them, for weights below 2^-1023.
    private readonly double _scale;
    private readonly double _secondScale;

    public RaceTimes(long seed, SampleWeights weights)
    {
        _seed = seed;
        _weights = weights;
        int shift = -Math.ILogB(weights.Largest);
        _scale = Math.ScaleB(1, Math.Min(shift, 1023));
        _secondScale = Math.ScaleB(1, Math.Max(0, shift - 1023));
    }

    /// <summary>The number of rows, with those of weight 0.</summary>
    public int RowCount => _weights.Count;

    /// <summary>The random words of a block of rows. Blocks beyond 2^32 take those of other epochs.</summary>
    public static Xoshiro256x4 WordsOf(long seed, long epoch, long block) => new(seed, DrawStreams.Race((uint)block), (ulong)(epoch + (block >> 32)));

    /// <summary>The time that belongs to a random word and a weight that is not scaled: above 0, finite; infinite for the weight 0.</summary>
    public static double TimeOf(ulong word, double weight) => TimeOf(word, weight, 1, 1);

    /// <summary>A row's rate of arrival, of [0, 2).</summary>
    public double RateOf(int row) => _weights.Values[row] * _scale * _secondScale;

    /// <summary>The time of a row, in an epoch.</summary>
    [SkipLocalsInit]
    public double At(long epoch, int row)
    {
        Span<ulong> words = stackalloc ulong[BlockLength];
        words = words[..((row % BlockLength) + 1)];
        WordsOf(_seed, epoch, row / BlockLength).Fill(words);
        return TimeOf(words[^1], _weights.Values[row], _scale, _secondScale);
    }

    /// <summary>The times of a block of rows; those beyond the last row never arrive.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="firstRow">The first row, a multiple of <see cref="BlockLength"/>.</param>
    /// <param name="times">Receives <see cref="BlockLength"/> times.</param>
    [SkipLocalsInit]
    public void Fill(long epoch, int firstRow, Span<double> times)
    {
        scoped ReadOnlySpan<double> weights = _weights.Values[firstRow..];
        if (weights.Length < BlockLength)
        {
            Span<double> padded = stackalloc double[BlockLength];
            padded.Clear();
            weights.CopyTo(padded);
            weights = padded;
        }

        Span<ulong> words = MemoryMarshal.Cast<double, ulong>(times[..BlockLength]);
        WordsOf(_seed, epoch, firstRow / BlockLength).Fill(words);
        var scale = new Vector<double>(_scale);
        var secondScale = new Vector<double>(_secondScale);
        ref ulong word = ref MemoryMarshal.GetReference(words);
        ref double time = ref MemoryMarshal.GetReference(times);
        ref double weight = ref MemoryMarshal.GetReference(weights);
        for (nuint place = 0; place < BlockLength; place += (nuint)Vector<double>.Count)
        {
            TimesOf(Vector.LoadUnsafe(ref word, place), Vector.LoadUnsafe(ref weight, place), scale, secondScale).StoreUnsafe(ref time, place);
        }
    }

    private static double TimeOf(ulong word, double weight, double scale, double secondScale) =>
        TimesOf(new Vector<ulong>(word), new Vector<double>(weight), new Vector<double>(scale), new Vector<double>(secondScale))[0];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> TimesOf(Vector<ulong> words, Vector<double> weights, Vector<double> scale, Vector<double> secondScale)
    {
        // A positive weight may vanish when it is scaled. It arrives all the same.
        Vector<double> isPositive = Vector.GreaterThan(weights, Vector<double>.Zero).As<long, double>();
        return ExponentialVariate.Of(words) / (Vector.MaxNative(weights * scale * secondScale, new Vector<double>(LeastRate)) & isPositive);
    }
}
