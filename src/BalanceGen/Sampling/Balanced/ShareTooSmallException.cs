namespace BalanceGen.Sampling;

/// <summary>The share of a class is above 0 but too small for the period of a balanced sampler.</summary>
public sealed class ShareTooSmallException : BalanceGenArgumentException
{
    internal ShareTooSmallException(ClassSet classes, int classIndex, double share, int longestPeriod)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The share {share:R} of class '{classes[classIndex]}' is too small: a balanced sampler repeats its class order after at most {longestPeriod} draws, in which the class would not occur. Give it a greater share or the share 0, or use WeightedRandomSampler."))
    {
        ClassIndex = classIndex;
        Share = share;
    }

    /// <summary>The class.</summary>
    public int ClassIndex { get; }

    /// <summary>Its share of the draws.</summary>
    public double Share { get; }
}
