namespace BalanceGen.Sampling;

/// <summary>
/// A balanced sampler with a guaranteed minimum number of draws of each class in every batch. The constructor checks that the minima fit into a batch.
/// </summary>
/// <remarks>
/// <para>
/// Every batch of B draws has m_c reserved draws of class c. The other B − Σm draws of each batch follow, through all batches, the low-discrepancy order of
/// <see cref="BalancedSampler"/> for the shares max(0, B·p_c − m_c): after any number of whole batches a class is less than 1 draw from its
/// <see cref="AchievedShare"/>, which is its target share unless minima of other classes leave no room for it. So every batch has at least m_c and, where B·p_c ≥ m_c for all
/// classes, less than 2 draws more or fewer than B·p_c of class c.
/// </para>
/// <para>
/// The rows of a class come as in <see cref="BalancedSampler"/>: each once in every n draws of the class, so that two rows of a class were drawn equally often at
/// every point, give or take one. The order inside a batch is random, and in each period classes that have the same minimum and share replace each other in a new random
/// way. The seed decides both. A draw is O(1) in runs of whole batches and O(B) alone. Memory: 8 bytes per draw of up to 16 periods, at most 16,384 draws or one period, 8
/// per draw of a batch and about 230 bytes per class.
/// Thread-safe.
/// </para>
/// </remarks>
[CorrectsImbalance, RepeatsRows, ComposesBatches("batchSize")]
public sealed class MinimumQuotaSampler : Sampler
{
    private readonly MinimumQuotaLayout _layout;
    private readonly ComposedBatches _batches;

    /// <summary>A balanced sampler with minimum quotas of the rows of an index. O(classes + period · log classes).</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="batchSize">The number of draws in a batch B, 1 or more. Batch b is the draws of [b·B, (b+1)·B).</param>
    /// <param name="minima">The least number of draws of each class in every batch, one per class, 0 or more.</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <param name="epochLength">
    /// The number of draws in an epoch, a multiple of the batch size. It does not change the draws. The default is the number of rows,
    /// rounded up to whole batches.
    /// </param>
    /// <exception cref="MinimumQuotaException">The minima add up to more than the batch size.</exception>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">A class without rows has a minimum; or the target asks for rows of it, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The target or the list of minima has another length than the index has classes.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 would not get a draw in the longest period.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="batchSize"/> is less than 1, a minimum is negative, or <paramref name="epochLength"/> is no multiple of the batch
    /// size.
    /// </exception>
    public MinimumQuotaSampler(
        RowIndex index,
        long seed,
        [ValueRange(1, int.MaxValue)] int batchSize,
        [PerClass, ValueRange(0, int.MaxValue)] ReadOnlySpan<int> minima,
        TargetDistribution? target = null,
        ZeroCountPolicy zeroCounts = default,
        long? epochLength = null)
        : base(WithRows(index, "A minimum quota sampler"), seed, EpochOfBatches(epochLength, index.RowCount, batchSize))
    {
        Counts = index.Counts;
        BatchSize = batchSize;
        _layout = new MinimumQuotaLayout(index.Counts, seed, batchSize, minima, target, zeroCounts);
        PermutedClass[] classes = PermutedClass.Of(index, _layout.ClassIndices);
        var lookup = new RowLookup(index.SortedRows);
        _batches = new ComposedBatches(() => new MinimumQuotaBatches(_layout.Table, classes, lookup));

        var hasher = new ConfigurationHasher(nameof(MinimumQuotaSampler));
        hasher.AddRows(index);
        hasher.AddOption(batchSize);
        hasher.AddTarget([.. _layout.Minima.Select(minimum => (long)minimum)]);

        // The free places follow from target, minima and batch size. Shares are rounded, so that the last bits of a power do not matter.
        hasher.AddTarget([.. _layout.TargetShares.Select(share => (long)Math.Round(share * (1L << 30)))]);
        hasher.AddDerived([.. _layout.Free.Select(draws => (long)draws)]);
        hasher.AddOption(EpochLength);
        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts { get; }

    /// <summary>The number of draws in a batch.</summary>
    public int BatchSize { get; }

    /// <summary>The least number of draws of each class in every batch, by class index.</summary>
    public ReadOnlySpan<int> Minima => _layout.Minima;

    /// <summary>What the sampler will do: the long-run shares exactly; the draws of the first epoch to less than 1 draw. O(classes); allocates the plan.</summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <summary>The share of the draws that a class really gets: a whole number of draws of a period.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public double AchievedShare(int classIndex) => _layout.AchievedShare(classIndex);

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows) => _batches.Fill(firstDraw, rows);

    internal override int BatchMultiple => BatchSize;

    // Visits: the k-th draw of a class of n rows is visit k div n of its row.
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Exact;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits) => _batches.FillVisits(firstDraw, visits);

    internal override SamplerPlan PlanOf(long draws) => _layout.PlanOf(draws);
}
