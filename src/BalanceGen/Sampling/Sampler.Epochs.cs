namespace BalanceGen;

/// <content>Where epochs begin and end. For a shard that starts in mid-epoch these are no multiples of the epoch length.</content>
public abstract partial class Sampler
{
    /// <summary>The first epoch that there is: 0, or for a shard that starts in mid-epoch the number of that epoch, of which it has what is left.</summary>
    public virtual long FirstEpoch => 0;

    /// <summary>
    /// The same draws in epochs of other lengths, such as epochs that shrink or grow:
    /// <c>sampler.WithEpochLengths(EpochLengths.Geometric(100_000, 0.8, 10_000))</c>. O(1).
    /// </summary>
    /// <param name="lengths">The length of each epoch.</param>
    /// <exception cref="ArgumentException">
    /// The sampler is a shard: give the lengths to the whole sampler, and shard that. Or the sampler promises something of its batches, and
    /// a length is no multiple of the batch size.
    /// </exception>
    public EpochLengthSampler WithEpochLengths(EpochLengths lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        if (this is SamplerShard)
        {
            throw new ArgumentException("A shard keeps the epochs of the whole sampler. Give the lengths to the whole sampler, and shard that.", nameof(lengths));
        }

        foreach (long length in lengths.Lengths)
        {
            if (length % BatchMultiple != 0)
            {
                throw new ArgumentException($"An epoch of {length} draws does not consist of whole batches of {BatchMultiple} draws, which this sampler needs.", nameof(lengths));
            }
        }

        return new EpochLengthSampler(this, lengths);
    }

    /// <summary>The first epoch from which on all have <see cref="EpochLength"/> draws.</summary>
    internal virtual long EqualFrom => 0;

    /// <summary>States exist at every draw whose number in its epoch is a multiple of this, and at the end of an epoch.</summary>
    internal virtual long DrawsBetweenStates => 1;

    /// <summary>The first draw of an epoch.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The epoch is negative, or over before the sampler starts.</exception>
    /// <exception cref="OverflowException">The epoch starts beyond draw 2^63 − 1.</exception>
    internal virtual long StartOf(long epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return checked(epoch * EpochLength);
    }

    /// <summary>The number of draws of an epoch: <see cref="EpochLength"/>, or what is left of the first one.</summary>
    internal virtual long DrawsOf(long epoch) => EpochLength;

    /// <summary>How many of them come in whole batches that every rank has, so that all ranks make as many steps.</summary>
    internal virtual long CommonDrawsOf(long epoch) => EpochLength;

    /// <summary>The epoch of a draw.</summary>
    internal virtual long EpochAt(long draw) => draw / EpochLength;

    /// <summary>Checks a saved state, and says which draw comes next and to which epoch it belongs. An epoch of which nothing is left is over.</summary>
    internal virtual (long Epoch, long Draw) PositionOf(SamplerState state)
    {
        long draw = ResumeFrom(state);
        return (draw / EpochLength, draw);
    }
}
