namespace BalanceGen.Streaming;

/// <summary>What a resampling does to each class, and which rows come out. It is known before the first row if the source shares are given.</summary>
/// <remarks>Immutable and thread-safe. No number is NaN or infinite.</remarks>
public sealed class ResamplingPlan
{
    private readonly double[] _source;
    private readonly double[] _target;
    private readonly double[] _copies;

    internal ResamplingPlan(ClassSet classes, double[] source, double[] target, double[] copies)
    {
        Classes = classes;
        _source = source;
        _target = target;
        _copies = copies;
        double total = source.Sum();
        for (int index = 0; index < source.Length; index++)
        {
            source[index] /= total;
            RowsOutPerRowIn += source[index] * copies[index];
            AcceptanceRate += source[index] * Math.Min(1, copies[index]);
        }

        // Shares that are rounded may add up to a little more.
        AcceptanceRate = Math.Min(1, AcceptanceRate);
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>The part of the source's rows that comes out at least once, on average: Σ q_c·min(1, m_c), of [0, 1].</summary>
    public double AcceptanceRate { get; }

    /// <summary>How many rows come out for one that goes in, on average: Σ q_c·m_c, 0 or more.</summary>
    public double RowsOutPerRowIn { get; }

    /// <summary>The source share q_c of a class, smoothed if that is the policy.</summary>
    /// <param name="classIndex">The class index.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double SourceShareOf(int classIndex) => _source.At(classIndex);

    /// <summary>The target share p_c of a class.</summary>
    /// <inheritdoc cref="SourceShareOf"/>
    public double TargetShareOf(int classIndex) => _target.At(classIndex);

    /// <summary>How many times a row of a class comes out on average, m_c ≥ 0: ⌊m_c⌋ times, and once more with the probability of the fraction.</summary>
    /// <inheritdoc cref="SourceShareOf"/>
    public double CopiesOf(int classIndex) => _copies.At(classIndex);

    /// <summary>The expected share of a class in what comes out, q_c·m_c / Σ q_k·m_k; 0 where nothing comes out.</summary>
    /// <inheritdoc cref="SourceShareOf"/>
    public double ExpectedShareOf(int classIndex)
    {
        double rowsOut = _source.At(classIndex) * _copies[classIndex];
        return rowsOut == 0 ? 0 : rowsOut / RowsOutPerRowIn;
    }

    /// <summary>
    /// An aligned table of the shares of each class before and after, with the acceptance rate in the last line. Of more than 40 classes it
    /// shows the first 20 and the last 10; see <see cref="ToFullString"/>.
    /// </summary>
    public override string ToString() => Text(whole: false);

    /// <summary>The same table with a line for every class.</summary>
    public string ToFullString() => Text(whole: true);

    /// <summary>The plan for given shares.</summary>
    internal static ResamplingPlan Of(ClassSet classes, SourceDistribution shares, ResampleRule rule)
    {
        ClassMismatchException.ThrowIfMismatch("The list of source shares", shares.Given.Length, classes);
        double[] source = shares.Given.ToArray();
        foreach (ref double share in source.AsSpan())
        {
            share += shares.ZeroCounts.Alpha;
        }

        var target = new double[classes.Count];
        rule.Target.ResolveShares(source, classes, shares.ZeroCounts.Kind != ZeroCountKind.Throw, target);
        RefuseAbsent(classes, source, target);
        var copies = new double[classes.Count];
        rule.WriteCopies(source, target, copies);
        var plan = new ResamplingPlan(classes, source, target, copies);
        rule.RefuseLowAcceptance(plan);
        return plan;
    }

    private string Text(bool whole)
    {
        var table = new AlignedTable("class", "source", "target", "copies", "expected");
        for (int index = 0; index < _source.Length; index++)
        {
            table.Add(
                Classes[index],
                Figures.Percent(_source[index], "F2"),
                Figures.Percent(_target[index], "F2"),
                _copies[index].ToString("F3", CultureInfo.InvariantCulture),
                Figures.Percent(ExpectedShareOf(index), "F2"));
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{table.ToString(whole)}\nacceptance {Figures.Percent(AcceptanceRate, "F2")}, {RowsOutPerRowIn:F3} rows out for a row in");
    }

    private static void RefuseAbsent(ClassSet classes, double[] source, double[] target)
    {
        for (int index = 0; index < source.Length; index++)
        {
            if (source[index] == 0 && target[index] > 0)
            {
                throw new ZeroShareException(classes, index, target[index]);
            }
        }

        if (Array.TrueForAll(target, share => share == 0))
        {
            throw new ArgumentException("The target distribution gives every class of the source the share 0.");
        }
    }
}
