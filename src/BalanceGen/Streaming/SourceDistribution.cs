namespace BalanceGen.Streaming;

/// <summary>The shares of the classes in a stream: known beforehand, or estimated during the enumeration.</summary>
/// <remarks>Immutable and thread-safe: an estimate belongs to the enumeration that makes it.</remarks>
public sealed class SourceDistribution
{
    private readonly double[]? _counts;

    private SourceDistribution(double[]? counts, double decay, ZeroCountPolicy zeroCounts)
    {
        _counts = counts;
        Decay = decay;
        ZeroCounts = zeroCounts;
    }

    /// <summary>Whether the shares are estimated while the stream flows.</summary>
    public bool IsEstimated => _counts is null;

    /// <summary>How much of the weight of a row stays at each later row, of (0, 1]; 1 where the shares are given.</summary>
    public double Decay { get; }

    /// <summary>What happens to classes whose share is 0, or that were not seen yet.</summary>
    public ZeroCountPolicy ZeroCounts { get; }

    /// <summary>The given shares, in any scale; empty where they are estimated.</summary>
    internal ReadOnlySpan<double> Given => _counts;

    /// <summary>Known shares.</summary>
    /// <param name="shares">One share per class in the order of the class indices, each of [0, 1]; together 1 (within 1e-6).</param>
    /// <param name="zeroShares">
    /// What happens to a class with the share 0 that the target asks for: an error (the default), no rows of it, or smoothing: α is added to every share.
    /// </param>
    /// <exception cref="ArgumentException">A share is negative, NaN or infinite, or the shares do not add up to 1.</exception>
    public static SourceDistribution Of(ReadOnlySpan<double> shares, ZeroCountPolicy zeroShares = default) =>
        new(CheckedShares.Of(shares, "class"), 1, zeroShares);

    /// <inheritdoc cref="Of(ReadOnlySpan{double}, ZeroCountPolicy)"/>
    [OverloadResolutionPriority(-1)]
    public static SourceDistribution Of(ReadOnlySpan<float> shares, ZeroCountPolicy zeroShares = default) => Of(Doubles.Of(shares), zeroShares);

    /// <summary>The shares that known counts have.</summary>
    /// <param name="counts">The counts, for instance of an earlier pass or of a class-count file.</param>
    /// <param name="zeroCounts">
    /// What happens to a class with the count 0 that the target asks for: an error (the default), no rows of it, or smoothing: α is added to every count.
    /// </param>
    /// <exception cref="EmptyDatasetException">The counts are all 0.</exception>
    public static SourceDistribution Of(ClassCounts counts, ZeroCountPolicy zeroCounts = default)
    {
        ArgumentNullException.ThrowIfNull(counts);
        EmptyDatasetException.ThrowIfEmpty(counts.Total, "A source distribution");
        return new SourceDistribution([.. counts.Values.ToArray().Select(count => (double)count)], 1, zeroCounts);
    }

    /// <summary>
    /// Shares that are estimated from the rows that have flowed by, the row at hand included: (m_c + α) / Σ (m_k + α), where m_c is the
    /// decayed count of class c. Every class starts with α rows.
    /// </summary>
    /// <param name="decay">
    /// How much of the weight of a row stays at each later row, of [0.5, 1]. 1 counts all rows alike; 1 − 1/n looks about n rows back and follows a drift.
    /// </param>
    /// <param name="alpha">The pseudo-count of every class, of [1e-9, 1e18]. Larger values trust the first rows less.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range or NaN.</exception>
    public static SourceDistribution Estimated(double decay = 1, double alpha = 1) => Estimated(decay, ZeroCountPolicy.Smooth(alpha));

    /// <summary>Shares that are estimated from the rows that have flowed by, with the policy for classes that were not seen yet.</summary>
    /// <param name="decay">How much of the weight of a row stays at each later row, of [0.5, 1].</param>
    /// <param name="unseenClasses">
    /// <see cref="ZeroCountPolicy.Smooth"/>: every class starts with α rows and keeps its target share.
    /// <see cref="ZeroCountPolicy.ZeroWeight"/>: a class is treated as if it were not declared until its first row.
    /// </param>
    /// <exception cref="ArgumentException">The policy is to throw: at the start no class has been seen.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decay"/> is outside its range or NaN.</exception>
    public static SourceDistribution Estimated(double decay, ZeroCountPolicy unseenClasses)
    {
        if (!(decay is >= 0.5 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(decay), decay, "The decay must be of [0.5, 1].");
        }

        return unseenClasses.Kind != ZeroCountKind.Throw
            ? new SourceDistribution(null, decay, unseenClasses)
            : throw new ArgumentException("At the start of a stream no class has been seen: choose ZeroCountPolicy.Smooth(alpha) or ZeroCountPolicy.ZeroWeight.", nameof(unseenClasses));
    }
}
