namespace BalanceGen.Sampling;

/// <summary>How many draws each epoch has, if epochs shrink or grow: for <see cref="Sampler.WithEpochLengths"/>.</summary>
/// <remarks>Immutable and thread-safe. 8 bytes for each epoch until the lengths stay the same.</remarks>
public sealed class EpochLengths
{
    private const int MostEpochs = 1 << 16;

    private readonly long[] _lengths;
    private readonly long[] _starts;

    private EpochLengths(long[] lengths)
    {
        _lengths = lengths;
        _starts = new long[lengths.Length];
        for (int epoch = 1; epoch < lengths.Length; epoch++)
        {
            _starts[epoch] = checked(_starts[epoch - 1] + lengths[epoch - 1]);
        }
    }

    /// <summary>The first epoch from which on all have the same length.</summary>
    public int EqualFrom => _lengths.Length - 1;

    /// <summary>The length of an epoch.</summary>
    /// <param name="epoch">The epoch, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public long this[long epoch]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(epoch);
            return _lengths[Math.Min(epoch, EqualFrom)];
        }
    }

    internal ReadOnlySpan<long> Lengths => _lengths;

    /// <summary>One length after the other; the last one is that of all further epochs.</summary>
    /// <param name="lengths">The lengths, one to 65,536, each 1 or more.</param>
    /// <exception cref="ArgumentException">No length is given, or too many.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length is less than 1; the error names the epoch.</exception>
    public static EpochLengths Steps(params ReadOnlySpan<long> lengths)
    {
        if (lengths.IsEmpty || lengths.Length > MostEpochs)
        {
            throw new ArgumentException($"The lengths of 1 to {MostEpochs} epochs can be given; these are {lengths.Length}.", nameof(lengths));
        }

        for (int epoch = 0; epoch < lengths.Length; epoch++)
        {
            if (lengths[epoch] < 1)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(lengths), lengths[epoch], string.Create(CultureInfo.InvariantCulture, $"Epoch {epoch} must have 1 or more draws."));
            }
        }

        return new EpochLengths(lengths.ToArray());
    }

    /// <summary>Lengths that shrink or grow by a factor until they reach the last one: epoch e has first·factor^e draws, rounded to the nearest number.</summary>
    /// <param name="first">The length of epoch 0, 1 or more.</param>
    /// <param name="factor">The factor from epoch to epoch, above 0: below 1 where epochs shrink, above 1 where they grow.</param>
    /// <param name="last">The length at which it ends, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A length is less than 1; the factor is not above 0 or not finite, or does not lead from the first to the last length within 65,536
    /// epochs.
    /// </exception>
    public static EpochLengths Geometric(long first, double factor, long last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, 1);
        var lengths = new List<long>();
        for (double exact = first; factor > 0 && lengths.Count < MostEpochs && (last < first ? exact > last : exact < last); exact *= factor)
        {
            lengths.Add((long)Math.Round(exact, MidpointRounding.AwayFromZero));
        }

        if (!(factor > 0 && double.IsFinite(factor)) || lengths.Count == MostEpochs)
        {
            throw new ArgumentOutOfRangeException(
                nameof(factor), factor, string.Create(CultureInfo.InvariantCulture, $"The factor must lead from {first} to {last} draws within {MostEpochs} epochs."));
        }

        lengths.Add(last);
        return new EpochLengths([.. lengths]);
    }

    /// <summary>The first draw of an epoch.</summary>
    internal long StartOf(long epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return epoch <= EqualFrom ? _starts[epoch] : checked(_starts[^1] + ((epoch - EqualFrom) * _lengths[^1]));
    }

    /// <summary>The epoch of a draw.</summary>
    internal long EpochAt(long draw)
    {
        if (draw >= _starts[^1])
        {
            return EqualFrom + ((draw - _starts[^1]) / _lengths[^1]);
        }

        int found = Array.BinarySearch(_starts, draw);
        return found >= 0 ? found : ~found - 1;
    }
}
