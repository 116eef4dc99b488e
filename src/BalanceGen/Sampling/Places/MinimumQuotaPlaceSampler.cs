namespace BalanceGen.Sampling;

/// <summary><see cref="MinimumQuotaSampler"/> for any number of rows: a guaranteed least number of draws of each class in every batch, from the counts alone.</summary>
/// <remarks>
/// The shares and the order of the classes are those of <see cref="MinimumQuotaSampler"/>; for counts that fit into a row index the draws are the same ones. A draw is O(1), also
/// after a seek. Memory as of <see cref="BalancedPlaceSampler"/>. Thread-safe.
/// </remarks>
public sealed class MinimumQuotaPlaceSampler : PlaceSampler
{
    private readonly MinimumQuotaLayout _layout;

    // The batch in progress, taken for the time of a call. A concurrent second caller makes its own.
    private MinimumQuotaPlaces? _batches;

    /// <summary>A balanced sampler of places with minimum quotas, by counts. O(classes + period · log classes).</summary>
    /// <param name="counts">The number of rows of each class.</param>
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
    /// <exception cref="EmptyDatasetException">There are no rows.</exception>
    /// <exception cref="EmptyClassException">A class without rows has a minimum; or the target asks for rows of it, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The target or the list of minima has another length than there are classes.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 would not get a draw in the longest period.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="batchSize"/> is less than 1, a minimum is negative, or <paramref name="epochLength"/> is no multiple of the batch
    /// size.
    /// </exception>
    public MinimumQuotaPlaceSampler(
        ClassCounts counts,
        long seed,
        int batchSize,
        ReadOnlySpan<int> minima,
        TargetDistribution? target = null,
        ZeroCountPolicy zeroCounts = default,
        long? epochLength = null)
        : base(WithRows(counts, "A minimum quota sampler"), seed, Sampler.EpochOfBatches(epochLength, counts.Total, batchSize))
    {
        BatchSize = batchSize;
        _layout = new MinimumQuotaLayout(counts, seed, batchSize, minima, target, zeroCounts);
        var hasher = new ConfigurationHasher(nameof(MinimumQuotaPlaceSampler));
        hasher.AddRows(counts.Values);
        hasher.AddOption(batchSize);
        hasher.AddTarget([.. _layout.Minima.Select(minimum => (long)minimum)]);
        hasher.AddDerived([.. _layout.Free.Select(draws => (long)draws)]);
        hasher.AddOption(epochLength ?? 0);
        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>The number of draws in a batch.</summary>
    public int BatchSize { get; }

    /// <summary>What the sampler will do: the long-run shares exactly; the draws to less than 1 draw. O(classes); allocates the plan.</summary>
    /// <param name="draws">The number of draws, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is less than 1.</exception>
    public override SamplerPlan PlanFor(long draws)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        return _layout.PlanOf(draws);
    }

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<ClassPlace> places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        MinimumQuotaPlaces batches = Interlocked.Exchange(ref _batches, null) ?? new MinimumQuotaPlaces(Counts, _layout.Table, _layout.ClassIndices);
        batches.Fill(firstDraw, places);
        _batches = batches;
    }
}
