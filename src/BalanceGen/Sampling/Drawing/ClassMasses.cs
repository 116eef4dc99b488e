namespace BalanceGen.Sampling;

/// <summary>The shares of classes as integers: exact where the target is, otherwise of a scale.</summary>
internal static class ClassMasses
{
    /// <summary>Shares as integers add up to about this much; together with rounding up they stay below 2^63.</summary>
    public const double Scale = 1UL << 61;

    /// <summary>The masses of the drawn classes, each 1 or more.</summary>
    public static ulong[] Of(TargetDistribution target, ClassCounts counts, ZeroCountPolicy zeroCounts, double[] shares, int[] drawn)
    {
        var exact = new ulong[shares.Length];
        return target.TryResolveExactly(counts, zeroCounts, exact)
            ? [.. drawn.Select(classIndex => exact[classIndex])]
            : [.. drawn.Select(classIndex => Math.Max(1, (ulong)(shares[classIndex] * Scale)))];
    }
}
