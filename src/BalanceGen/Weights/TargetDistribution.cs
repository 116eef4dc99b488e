namespace BalanceGen;

/// <summary>The proportions in which a sampler is to draw the classes. Resolved against the counts of a data set when a sampler is made.</summary>
/// <remarks>
/// The named targets are one family (Kang et al. 2020, arXiv 1910.09217): p_c = n_c^q / Σ n_k^q with q = 0 uniform,
/// q = ½ square root, q = 1 as the source. Immutable and thread-safe.
/// </remarks>
public sealed class TargetDistribution
{
    /// <summary>How far explicit shares may be from adding up to 1.</summary>
    private const double SumTolerance = 1e-6;

    private readonly double _power;
    private readonly double[]? _proportions;

    private TargetDistribution(double power) => _power = power;

    private TargetDistribution(double[] proportions) => _proportions = proportions;

    /// <summary>Every class with the same share, 1/C. The default of the samplers.</summary>
    public static TargetDistribution Uniform { get; } = new(0);

    /// <summary>Every class with the share it has in the data, n_c/N.</summary>
    public static TargetDistribution AsSource { get; } = new(1);

    /// <summary>Half way between the two: p_c ∝ √n_c.</summary>
    public static TargetDistribution SquareRoot { get; } = new(0.5);

    /// <summary>p_c ∝ n_c^q. With q = 1/T it is known as temperature sampling.</summary>
    /// <param name="q">The exponent, of [−4, 4]; negative values prefer rare classes beyond uniform.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is outside that range or NaN.</exception>
    public static TargetDistribution Power([ValueRange(-4, 4)] double q)
    {
        if (!(q is >= -4 and <= 4))
        {
            throw new ArgumentOutOfRangeException(nameof(q), q, "The exponent must be of [-4, 4].");
        }

        return new TargetDistribution(q);
    }

    /// <summary>Explicit shares.</summary>
    /// <param name="shares">One share per class in the order of the class indices, each of [0, 1]; together 1 (within 1e-6).</param>
    /// <exception cref="ArgumentException">A share is negative, NaN or infinite, or the shares do not add up to 1.</exception>
    public static TargetDistribution Of([PerClass, ValueRange(0, double.MaxValue)] params ReadOnlySpan<double> shares)
    {
        double sum = SumOfValid(shares, "share");
        if (Math.Abs(sum - 1) > SumTolerance)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The shares add up to {sum}, not to 1. Use TargetDistribution.Proportional for numbers of any scale."), nameof(shares));
        }

        return new TargetDistribution(shares.ToArray());
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{double})"/>
    [OverloadResolutionPriority(-1)]
    public static TargetDistribution Of(ReadOnlySpan<float> shares) => Of(Doubles.Of(shares));

    /// <summary>Explicit proportions of any scale: <c>Proportional(1, 9)</c> is <c>Of(0.1, 0.9)</c>.</summary>
    /// <param name="proportions">One number per class in the order of the class indices, each finite and 0 or more, at least one above 0.</param>
    /// <exception cref="ArgumentException">A number is negative, NaN or infinite, or all are 0.</exception>
    public static TargetDistribution Proportional([PerClass, ValueRange(0, double.MaxValue)] params ReadOnlySpan<double> proportions)
    {
        SumOfValid(proportions, "proportion");
        return new TargetDistribution(proportions.ToArray());
    }

    /// <inheritdoc cref="Proportional(ReadOnlySpan{double})"/>
    [OverloadResolutionPriority(-1)]
    public static TargetDistribution Proportional(ReadOnlySpan<float> proportions) => Proportional(Doubles.Of(proportions));

    /// <summary>The share of the draws that each class gets in a data set. O(classes).</summary>
    /// <param name="counts">The counts of the data set.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <returns>One share per class, finite, of [0, 1], adding up to 1; 0 for every class without rows.</returns>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">The target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The target has another number of shares than the data set has classes.</exception>
    /// <exception cref="ArgumentException">The target gives a share above 0 only to classes without rows.</exception>
    public double[] Resolve(ClassCounts counts, ZeroCountPolicy zeroCounts = default)
    {
        double[] proportions = ProportionsOf(counts, zeroCounts);
        RefuseEmptyClasses(counts, proportions, zeroCounts);

        for (int index = 0; index < proportions.Length; index++)
        {
            proportions[index] = counts[index] == 0 ? 0 : proportions[index];
        }

        return TryNormalize(proportions) ? proportions : throw new ArgumentException("The target distribution gives every class that has rows the share 0.");
    }

    /// <summary>
    /// The shares as exact integers, where the target is one that has them: 1 per class with rows (uniform) or the counts (as the source).
    /// </summary>
    internal bool TryResolveExactly(ClassCounts counts, ZeroCountPolicy zeroCounts, Span<ulong> integerShares)
    {
        if (_proportions is not null || _power is not (0 or 1) || (_power == 1 && zeroCounts.Kind == ZeroCountKind.Smooth))
        {
            return false;
        }

        RefuseEmptyClasses(counts, ProportionsOf(counts, zeroCounts), zeroCounts);
        for (int index = 0; index < integerShares.Length; index++)
        {
            integerShares[index] = _power == 1 ? (ulong)counts[index] : Math.Min(1, (ulong)counts[index]);
        }

        return true;
    }

    /// <summary>The target as it is written in code; of more than 12 proportions the first 8 and the last 2.</summary>
    public override string ToString() => (_proportions, _power) switch
    {
        ({ } given, _) => $"Proportional({ShortList.Of(given.Length, place => given[place].ToString(CultureInfo.InvariantCulture))})",
        (_, 0) => "Uniform",
        (_, 1) => "AsSource",
        (_, 0.5) => "SquareRoot",
        _ => string.Create(CultureInfo.InvariantCulture, $"Power({_power})"),
    };

    /// <summary>
    /// The shares that the classes have when every row is drawn in proportion to the weight of its class: p_c = n_c·w_c / Σ n_k·w_k. It takes class weights, which are for a
    /// loss, to a sampler: PyTorch's WeightedRandomSampler of <c>weights[labels]</c> draws with these shares.
    /// </summary>
    /// <param name="counts">The counts n_c of the data set.</param>
    /// <param name="weights">The weights w_c, of any scale. A class without rows has the share 0 whatever its weight.</param>
    /// <remarks>
    /// Balanced weights give <see cref="Uniform"/>, equal ones <see cref="AsSource"/>, both up to the rounding of a double. A share below 2^-1074 of the largest is 0. O(classes).
    /// </remarks>
    /// <exception cref="ClassMismatchException">The weights are for another number of classes.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="ArgumentException">All rows have the weight 0.</exception>
    public static TargetDistribution OfClassWeights(ClassCounts counts, ClassWeights weights)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(weights);
        ClassMismatchException.ThrowIfMismatch("The list of class weights", weights.Classes.Count, counts.Classes);
        EmptyDatasetException.ThrowIfEmpty(counts.Total, "A target distribution");
        double[] proportions = weights.WeightsOfRows(counts, out double largest);
        return largest > 0
            ? new TargetDistribution(proportions)
            : throw new ArgumentException("All rows have the weight 0; none could be drawn.", nameof(weights));
    }

    /// <summary>
    /// Writes the target shares for source shares of which no counts are known, without allocation. Classes with the source share 0 are
    /// asked for with a share above 0 where the target wants them; the caller decides what becomes of them.
    /// </summary>
    /// <param name="sourceShares">One share per class, 0 or more, of any scale; at least one above 0.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="leaveOutAbsent">Whether classes with the source share 0 get the target share 0.</param>
    /// <param name="shares">Receives one share per class, adding up to 1; all 0 where the target asks for nothing but absent classes.</param>
    internal void ResolveShares(ReadOnlySpan<double> sourceShares, ClassSet classes, bool leaveOutAbsent, Span<double> shares)
    {
        if (_proportions is not null && _proportions.Length != classes.Count)
        {
            throw new ClassMismatchException("The target distribution", _proportions.Length, classes);
        }

        for (int index = 0; index < shares.Length; index++)
        {
            double source = sourceShares[index];
            shares[index] =
                source == 0 && leaveOutAbsent ? 0
                : _proportions is not null ? _proportions[index]
                : source > 0 ? PortableMath.Pow(source, _power)
                : _power > 0 ? 0 : 1;
        }

        TryNormalize(shares);
    }

    private double[] ProportionsOf(ClassCounts counts, ZeroCountPolicy zeroCounts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        EmptyDatasetException.ThrowIfEmpty(counts.Total, "A target distribution");
        if (_proportions is not null)
        {
            return _proportions.Length == counts.Classes.Count
                ? (double[])_proportions.Clone()
                : throw new ClassMismatchException("The target distribution", _proportions.Length, counts.Classes);
        }

        var proportions = new double[counts.Classes.Count];
        for (int index = 0; index < proportions.Length; index++)
        {
            double count = counts[index] + zeroCounts.Alpha;

            // 0^q is 0 above q = 0. At and below it the target asks for rows of the class, which 1 stands for until the policy decides.
            proportions[index] = count > 0 ? PortableMath.Pow(count, _power) : _power > 0 ? 0 : 1;
        }

        return proportions;
    }

    private static void RefuseEmptyClasses(ClassCounts counts, double[] proportions, ZeroCountPolicy zeroCounts)
    {
        int[] refused = zeroCounts.Kind == ZeroCountKind.Throw
            ? [.. Enumerable.Range(0, proportions.Length).Where(index => counts[index] == 0 && proportions[index] > 0)]
            : [];
        if (refused.Length > 0)
        {
            throw new EmptyClassException(counts, "the target distribution asks for rows that cannot be drawn", refused);
        }
    }

    /// <summary>Makes shares of numbers of any scale, with a sum that stays finite as they are divided by the largest first; false where all are 0.</summary>
    private static bool TryNormalize(Span<double> numbers)
    {
        double largest = 0;
        foreach (double number in numbers)
        {
            largest = Math.Max(largest, number);
        }

        if (largest == 0)
        {
            return false;
        }

        double sum = 0;
        foreach (ref double number in numbers)
        {
            number /= largest;
            sum += number;
        }

        foreach (ref double number in numbers)
        {
            number /= sum;
        }

        return true;
    }

    private static double SumOfValid(ReadOnlySpan<double> values, string what)
    {
        double sum = 0;
        for (int index = 0; index < values.Length; index++)
        {
            if (!double.IsFinite(values[index]) || values[index] < 0)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The {what} of class {index} is {values[index]}; it must be finite and 0 or more."), $"{what}s");
            }

            sum += values[index];
        }

        return sum > 0 ? sum : throw new ArgumentException($"All {what}s are 0; at least one class must have a {what} above 0.", $"{what}s");
    }
}
