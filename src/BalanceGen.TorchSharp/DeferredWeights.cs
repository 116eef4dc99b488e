namespace BalanceGen.TorchSharp;

/// <summary>Class weights that are 1 until a given epoch: deferred re-weighting (DRW; Cao et al. 2019, arXiv 1906.07413).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class DeferredWeights
{
    private readonly ClassWeights _before;

    /// <summary>Weights that begin with an epoch.</summary>
    /// <param name="weights">The weights from then on; the paper uses <see cref="ClassWeights.EffectiveNumber"/> with β = 0.9999.</param>
    /// <param name="firstEpoch">The first epoch with weights, 0 or more; the paper begins with the learning rate's first step, at 80 % of the epochs.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstEpoch"/> is negative.</exception>
    public DeferredWeights(ClassWeights weights, long firstEpoch)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegative(firstEpoch);
        Weights = weights;
        FirstEpoch = firstEpoch;
        _before = new ClassWeights(weights.Classes, [.. Enumerable.Repeat(1.0, weights.Classes.Count)]);
    }

    /// <summary>The weights from <see cref="FirstEpoch"/> on.</summary>
    public ClassWeights Weights { get; }

    /// <summary>The first epoch with weights.</summary>
    public long FirstEpoch { get; }

    /// <summary>The weights of an epoch.</summary>
    /// <param name="epoch">The epoch, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public ClassWeights At(long epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return epoch < FirstEpoch ? _before : Weights;
    }

    /// <summary>From which epoch on the weights hold.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"1 before epoch {FirstEpoch}, then\n{Weights}");
}
