namespace BalanceGen.Streaming;

/// <summary>What a resampling wants: everything but the source shares, the seed and the stream.</summary>
internal sealed record ResampleRule(
    ResampleMethod Method, TargetDistribution Target, double Oversampling, double Undersampling, int MaximumRepeats, double MinimumAcceptance)
{
    /// <summary>What rounding may take from an acceptance rate: where source and target are the same, everything is kept.</summary>
    private const double Rounding = 1e-12;

    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ResampleRule OverAndUnder(TargetDistribution target, double oversampling, double undersampling, int maximumRepeats)
    {
        ArgumentNullException.ThrowIfNull(target);
        RefuseCoefficient(oversampling, nameof(oversampling));
        RefuseCoefficient(undersampling, nameof(undersampling));
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumRepeats, 1);
        return new(ResampleMethod.OverAndUnder, target, oversampling, undersampling, maximumRepeats, 0);
    }

    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public static ResampleRule Reject(TargetDistribution target, double minimumAcceptance)
    {
        ArgumentNullException.ThrowIfNull(target);
        RefuseCoefficient(minimumAcceptance, nameof(minimumAcceptance));
        return new(ResampleMethod.Reject, target, 1, 1, 1, minimumAcceptance);
    }

    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public static ResampleRule Repeat(TargetDistribution target, int maximumRepeats)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumRepeats, 1);
        return new(ResampleMethod.Repeat, target, 1, 1, maximumRepeats, 0);
    }

    /// <summary>
    /// Writes for each class how many times a row of it comes out on average. Both steps of the over- and undersampling recipe are one factor:
    /// above 1 only the repetition acts, below 1 only the filter.
    /// </summary>
    /// <param name="source">The source shares, of any scale; 0 only for classes that the target leaves out.</param>
    /// <param name="target">The target shares.</param>
    /// <param name="copies">Receives the factors, of [0, <see cref="MaximumRepeats"/>].</param>
    public void WriteCopies(ReadOnlySpan<double> source, ReadOnlySpan<double> target, Span<double> copies)
    {
        double total = 0;
        foreach (double share in source)
        {
            total += share;
        }

        double smallest = double.MaxValue;
        double largest = 0;
        for (int index = 0; index < copies.Length; index++)
        {
            double ratio = target[index] == 0 ? 0 : Math.Min(target[index] / (source[index] / total), double.MaxValue);
            copies[index] = ratio;
            largest = Math.Max(largest, ratio);
            if (ratio > 0)
            {
                smallest = Math.Min(smallest, ratio);
            }
        }

        foreach (ref double factor in copies)
        {
            factor = Method switch
            {
                _ when largest == 0 && Method != ResampleMethod.OverAndUnder => 0,
                ResampleMethod.Reject => factor / largest,
                ResampleMethod.Repeat => factor / smallest,
                _ when factor == 0 => Undersampling == 0 ? 1 : 0,
                _ => PortableMath.Pow(factor, factor > 1 ? Oversampling : Undersampling),
            };
            factor = Math.Min(factor, MaximumRepeats);
        }
    }

    /// <exception cref="LowAcceptanceException">Less is kept than is asked for.</exception>
    public void RefuseLowAcceptance(ResamplingPlan plan)
    {
        if (plan.AcceptanceRate < MinimumAcceptance - Rounding)
        {
            throw new LowAcceptanceException(plan, MinimumAcceptance);
        }
    }

    private static void RefuseCoefficient(double value, string name)
    {
        if (!(value is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "The value must be of [0, 1].");
        }
    }
}
