using System.Numerics;

namespace BalanceGen.Sampling;

/// <summary>A target distribution as whole numbers: how often each class occurs in a period of L draws.</summary>
internal sealed class ClassQuotas(int[] classes, int[] quotas)
{
    /// <summary>Up to this period class and occurrence number of a slot share a 32-bit word.</summary>
    public const int LongestNarrowPeriod = 65536;

    /// <summary>With more classes than this the period is longer than <see cref="LongestNarrowPeriod"/>.</summary>
    private const int ManyClasses = 32768;

    /// <summary>Shares that are fractions with a denominator up to this one are represented exactly.</summary>
    private const int LargestDenominator = 4096;

    /// <summary>With more classes than that, shares are represented exactly by up to so many draws for each class.</summary>
    private const int MostDrawsOfEach = 4;

    /// <summary>Below this length there are too few orders of a period to choose from, and the choice would cost as much as the draws.</summary>
    private const int ShortestPeriod = 256;

    /// <summary>How far a share may be from its fraction: rounding errors of the shares, times the denominator.</summary>
    private const double FractionTolerance = 1e-9;

    /// <summary>The error of the least exact share, relative to it, at which a longer period gains nothing.</summary>
    private const double NegligibleError = 1e-3;

    /// <summary>The class indices of the classes that are drawn, ascending.</summary>
    public int[] Classes { get; } = classes;

    /// <summary>The occurrences of each of them in a period, 1 or more.</summary>
    public int[] Quotas { get; } = quotas;

    /// <summary>The number of draws in a period.</summary>
    public int Period { get; } = quotas.Sum();

    /// <summary>The quotas of a target in a data set.</summary>
    /// <exception cref="ShareTooSmallException">A share above 0 would get no draw.</exception>
    public static ClassQuotas Of(ClassCounts counts, TargetDistribution target, ZeroCountPolicy zeroCounts)
    {
        double[] shares = target.Resolve(counts, zeroCounts);
        int[] classes = [.. Enumerable.Range(0, shares.Length).Where(index => shares[index] > 0)];
        double[] positive = [.. classes.Select(index => shares[index])];
        int smallest = Array.IndexOf(positive, positive.Min());
        int longest = LongestPeriod(classes.Length);
        if (positive[smallest] * (2.0 * longest) < 1)
        {
            throw new ShareTooSmallException(counts.Classes, classes[smallest], positive[smallest], longest);
        }

        int[] quotas = Exact(counts, target, zeroCounts, classes, longest) ?? Fractions(positive) ?? Rounded(positive, longest);
        int repeats = (ShortestPeriod + quotas.Sum() - 1) / quotas.Sum();
        return new ClassQuotas(classes, [.. quotas.Select(quota => quota * repeats)]);
    }

    /// <summary>65,536 draws; for more than 32,768 classes 4 to 8 for each, up to 2^30.</summary>
    public static int LongestPeriod(int classes) => classes <= ManyClasses
        ? LongestNarrowPeriod
        : (int)Math.Min(1L << 30, 4L * BitOperations.RoundUpToPowerOf2((uint)classes));

    private static int[]? Exact(ClassCounts counts, TargetDistribution target, ZeroCountPolicy zeroCounts, int[] classes, int longest)
    {
        var integers = new ulong[counts.Classes.Count];
        if (!target.TryResolveExactly(counts, zeroCounts, integers))
        {
            return null;
        }

        BigInteger divisor = classes.Aggregate(BigInteger.Zero, (gcd, index) => BigInteger.GreatestCommonDivisor(gcd, integers[index]));
        BigInteger sum = classes.Aggregate(BigInteger.Zero, (total, index) => total + integers[index]);
        return sum / divisor <= longest ? [.. classes.Select(index => (int)(integers[index] / divisor))] : null;
    }

    /// <summary>The smallest period in which every share is a whole number of draws, if there is a small one.</summary>
    private static int[]? Fractions(double[] shares)
    {
        // Of more classes than that, a few draws for each are tried: shares that are equal stay so.
        bool areMany = shares.Length > LargestDenominator;
        int step = areMany ? shares.Length : 1;
        int longest = areMany ? MostDrawsOfEach * shares.Length : LargestDenominator;
        for (int period = shares.Length; period <= longest; period += step)
        {
            // None is rounded to 0, as the least share that is accepted is thousands of times the tolerance, and together they are the period, as errors
            // below the tolerance make no whole draw.
            if (Array.TrueForAll(shares, share => Math.Abs((share * period) - Math.Round(share * period)) < FractionTolerance))
            {
                return [.. shares.Select(share => (int)Math.Round(share * period))];
            }
        }

        return null;
    }

    /// <summary>Largest remainders, with at least one draw per class, in the shortest power of two that is exact enough.</summary>
    private static int[] Rounded(double[] shares, int longest)
    {
        int period = Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)shares.Length), LargestDenominator, longest);
        while (true)
        {
            int[] quotas = Apportion(shares, period);
            double error = shares.Zip(quotas, (share, quota) => Math.Abs((quota / (share * period)) - 1)).Max();
            if (error <= NegligibleError || period == longest)
            {
                return quotas;
            }

            period *= 2;
        }
    }

    /// <summary>Whole numbers in proportion to shares, each 1 or more, adding up to a period that has room for them.</summary>
    public static int[] Apportion(double[] shares, int period)
    {
        int[] quotas = [.. shares.Select(share => Math.Max(1, (int)(share * period)))];

        // Whoever is furthest below its share gets a draw, whoever is furthest above gives one, until the period is full. Of equals it is not the first ones:
        // classes of neighbouring numbers are relatives.
        int[] byLack =
        [
            .. Enumerable.Range(0, shares.Length)
                .OrderByDescending(index => (shares[index] * period) - quotas[index])
                .ThenBy(index => SplitMix64.Mix((ulong)index)),
        ];
        int missing = period - quotas.Sum();
        for (int next = 0; missing > 0; next = (next + 1) % byLack.Length, missing--)
        {
            quotas[byLack[next]]++;
        }

        for (int next = byLack.Length - 1; missing < 0; next = (next + byLack.Length - 1) % byLack.Length)
        {
            if (quotas[byLack[next]] > 1)
            {
                quotas[byLack[next]]--;
                missing++;
            }
        }

        return quotas;
    }
}
