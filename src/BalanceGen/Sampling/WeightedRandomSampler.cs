namespace BalanceGen;

/// <summary>
/// Random draws with the meaning of PyTorch's <c>WeightedRandomSampler</c>: every draw takes class c with the probability p_c and
/// one of its rows, each with the probability p_c/n_c, independently of the other draws or without replacement.
/// </summary>
/// <remarks>
/// <para>
/// With replacement the draws are independent: shares hold on average only, and after an epoch a part of the frequent classes
/// has not been seen. For exact shares and full coverage use <see cref="BalancedSampler"/>. The class is drawn by an alias
/// table in exact integer arithmetic (Walker 1977, Vose 1991); the bias of a draw is below 2^-32 of its probability for up
/// to 2^31 rows. A draw is O(1) after O(classes) preparation.
/// </para>
/// <para>
/// Without replacement an epoch is a sequence of successive draws: each takes a row in proportion to its weight among the rows
/// that are left. With as many draws as rows the epoch is a permutation of all rows, so it is as imbalanced as the data. A draw is
/// O(1) on average; a seek within an epoch replays up to 4,096 class draws, or 16 per class, beyond the last one seen.
/// </para>
/// <para>Any number of rows up to 2^31 − 1; weights of any ratio. Thread-safe.</para>
/// </remarks>
[CorrectsImbalance, RepeatsRows, DrawsIndependently]
public sealed partial class WeightedRandomSampler : Sampler
{
    private readonly IndependentDraws? _independent;
    private readonly Func<SuccessiveDraws>? _newSuccessive;
    private readonly double[] _shares;

    // The draws in progress, taken for the time of a call. A concurrent second caller makes its own.
    private SuccessiveDraws? _successive;

    /// <summary>A weighted random sampler of the rows of an index. O(classes), independent of the number of rows.</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more; the number of rows by default.</param>
    /// <param name="replacement">Whether a row may be drawn again in the same epoch.</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">The target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The target has another number of shares than the index has classes.</exception>
    /// <exception cref="TooFewRowsException">Without replacement: <paramref name="epochLength"/> exceeds the number of rows with a positive weight.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochLength"/> is less than 1.</exception>
    public WeightedRandomSampler(
        RowIndex index,
        long seed,
        [ValueRange(1, long.MaxValue)] long? epochLength = null,
        bool replacement = true,
        TargetDistribution? target = null,
        ZeroCountPolicy zeroCounts = default)
        : this(index, seed, epochLength, replacement, target ?? TargetDistribution.Uniform, zeroCounts, default)
    {
    }

    /// <summary>
    /// A weighted random sampler with the target <see cref="TargetDistribution.Uniform"/>, whose tables were made when the program was compiled. O(classes).
    /// </summary>
    /// <param name="index">The row index of the data set whose counts were known; a subset of it has other counts.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="tables"><c>Classes.KnownCounts.Tables</c> of the record. They do not change the draws.</param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more; the number of rows by default.</param>
    /// <param name="replacement">Whether a row may be drawn again in the same epoch; without replacement there is no table to be used.</param>
    /// <exception cref="ClassCountMismatchException">The tables are for other counts or classes than those of the index.</exception>
    /// <exception cref="ArgumentException">The tables are a default value.</exception>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows, and the record does not declare a policy for it.</exception>
    /// <exception cref="TooFewRowsException">Without replacement: <paramref name="epochLength"/> exceeds the number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochLength"/> is less than 1.</exception>
    public WeightedRandomSampler(RowIndex index, long seed, SamplerTables tables, [ValueRange(1, long.MaxValue)] long? epochLength = null, bool replacement = true)
        : this(index, seed, epochLength, replacement, TargetDistribution.Uniform, tables.ZeroCounts, tables.For(index))
    {
    }

    private WeightedRandomSampler(
        RowIndex index, long seed, long? epochLength, bool replacement, TargetDistribution target, ZeroCountPolicy zeroCounts, SamplerTables tables)
        : base(WithRows(index, "A weighted random sampler"), seed, EpochOf(epochLength, index.RowCount, nameof(epochLength)))
    {
        Replacement = replacement;
        _shares = target.Resolve(index.Counts, zeroCounts);
        int[] drawn = [.. Enumerable.Range(0, _shares.Length).Where(classIndex => _shares[classIndex] > 0)];
        PermutedClass[] classes = PermutedClass.Of(index, drawn);
        ulong[] masses = ClassMasses.Of(target, index.Counts, zeroCounts, _shares, drawn);
        var hasher = new ConfigurationHasher(nameof(WeightedRandomSampler));
        hasher.AddRows(index);
        hasher.AddTarget([.. drawn.Select(classIndex => (long)classIndex)]);
        hasher.AddTarget([.. masses.Select(mass => (long)mass)]);
        hasher.AddOption(EpochLength);
        hasher.AddOption(replacement ? 1 : 0);
        ConfigurationHash = hasher.Hash;
        if (replacement)
        {
            AliasTable table = tables.AliasTableOf(drawn, classes) ?? new AliasTable(masses, [.. classes.Select(rows => rows.Start)], [.. classes.Select(rows => rows.Count)]);
            _independent = new IndependentDraws(seed, table, new RowLookup(index.SortedRows));
        }
        else
        {
            long available = classes.Sum(rows => (long)rows.Count);
            if (EpochLength > available)
            {
                throw new TooFewRowsException(EpochLength, available);
            }

            // Every row has a mass of 1 or more, so that all rows of a drawn class can come.
            masses = [.. drawn.Select((classIndex, place) => Math.Max(1, (ulong)(_shares[classIndex] / classes[place].Count * ClassMasses.Scale)))];
            var lookup = new RowLookup(index.SortedRows);
            _newSuccessive = () => new SuccessiveDraws(seed, EpochLength, masses, classes, lookup);
        }

        Counts = index.Counts;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts { get; }

    /// <summary>Whether a row may be drawn again in the same epoch.</summary>
    public bool Replacement { get; }

    /// <summary>The probability with which a draw (without replacement: the first draw of an epoch) takes a class.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public double ShareOf(int classIndex) => _shares.At(classIndex);

    /// <summary>What the sampler is expected to do. O(classes · 4096); allocates the plan.</summary>
    /// <remarks>
    /// With replacement the expectations are exact up to numerical integration (1e-6 relatively). Without replacement the share
    /// of a class that an epoch sees is the limit for large data sets, exact where every row is drawn, and the epochs until all rows are seen are whole ones.
    /// </remarks>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        if (_ofRows is not null)
        {
            _ofRows.Fill(firstDraw, rows);
            return;
        }

        if (_independent is not null)
        {
            _independent.Fill(firstDraw, rows);
            return;
        }

        SuccessiveDraws successive = Interlocked.Exchange(ref _successive, null) ?? _newSuccessive!();
        successive.Fill(firstDraw, rows);
        _successive = successive;
    }

    // Visits: without replacement the number of the epoch, in which a row comes at most once. Independent draws have none but their own number.
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => Replacement ? VisitNumbering.Draw : VisitNumbering.Distinct;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        if (Replacement)
        {
            base.FillVisits(firstDraw, visits);
        }
        else
        {
            PassVisits.Fill(firstDraw, EpochLength, visits);
        }
    }

    internal override SamplerPlan PlanOf(long draws) =>
        _weights is not null ? RowWeightPlan.Of(Counts, _rowIndex!, _weights, EpochLength, Replacement, draws)
        : Replacement ? IndependentPlan.Of(Counts, _shares, draws) : SuccessivePlan.Of(Counts, _shares, EpochLength, draws);
}
