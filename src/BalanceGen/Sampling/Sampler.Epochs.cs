namespace BalanceGen;

/// <content>Where epochs begin and end. For a shard that starts in mid-epoch these are no multiples of the epoch length.</content>
public abstract partial class Sampler
{
    /// <summary>The first epoch that there is: 0, or for a shard that starts in mid-epoch the number of that epoch, of which it has what is left.</summary>
    public virtual long FirstEpoch => 0;

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
