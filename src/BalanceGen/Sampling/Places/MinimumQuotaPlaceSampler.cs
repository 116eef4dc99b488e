namespace BalanceGen.Sampling;

/// <summary><see cref="MinimumQuotaSampler"/> for any number of rows: a guaranteed least number of draws of each class in every batch, from the counts alone.</summary>
/// <remarks>
/// The shares and the order of the classes are those of <see cref="MinimumQuotaSampler"/>; for counts that fit into a row index the draws are the same ones. A draw is O(1), also
/// after a seek. Memory as of <see cref="BalancedPlaceSampler"/>. Thread-safe.
/// </remarks>
public sealed class MinimumQuotaPlaceSampler : PlaceSampler
{
    private readonly int[] _classIndices;
    private readonly MinimumQuotaTable _table;
    private readonly double[] _targetShares;
    private readonly int[] _minima;

    // The batch in progress, taken for the time of a call. A concurrent second caller makes its own.
    private MinimumQuotaPlaces? _batches;

    /// <summary>A balanced sampler of places with minimum quotas, by counts. O(classes + period · log classes).</summary>
    /// <param name="counts">The number of rows of each class.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="batchSize">The number of draws in a batch B, 1 or more. Batch b is the draws of [b·B, (b+1)·B).</param>
    /// <param name="minima">The least number of draws of each class in every batch, one per class, 0 or more.</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch, a multiple of the batch size; by default the number of rows, rounded up to whole batches. It does not change the draws.</param>
    /// <exception cref="MinimumQuotaException">The minima add up to more than the batch size.</exception>
    /// <exception cref="EmptyDatasetException">There are no rows.</exception>
    /// <exception cref="EmptyClassException">A class without rows has a minimum; or the target asks for rows of it, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The target or the list of minima has another length than there are classes.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 would not get a draw in the longest period.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is less than 1, a minimum is negative, or <paramref name="epochLength"/> is no multiple of the batch size.</exception>
    public MinimumQuotaPlaceSampler(
        ClassCounts counts,
        long seed,
        int batchSize,
        ReadOnlySpan<int> minima,
        TargetDistribution? target = null,
        ZeroCountPolicy zeroCounts = default,
        long? epochLength = null)
        : base(WithRows(counts, "A minimum quota sampler"), seed, EpochOfBatches(epochLength, counts.Total, batchSize))
    {
        BatchSize = batchSize;
        _minima = minima.ToArray();
        MinimumQuotaSampler.Check(counts, _minima, batchSize);
        _targetShares = (target ?? TargetDistribution.Uniform).Resolve(counts, zeroCounts);
        MinimumQuotas quotas = MinimumQuotas.Of(counts, _targetShares, _minima, batchSize);
        _classIndices = [.. Enumerable.Range(0, _minima.Length).Where(classIndex => _minima[classIndex] > 0 || quotas.Free[classIndex] > 0)];
        _table = new MinimumQuotaTable(
            seed,
            quotas.PeriodBatches,
            batchSize,
            [.. _classIndices.Select(classIndex => _minima[classIndex])],
            [.. _classIndices.Select(classIndex => quotas.Free[classIndex])]);
        var hasher = new ConfigurationHasher(nameof(MinimumQuotaPlaceSampler));
        hasher.AddRows(counts.Values);
        hasher.AddOption(batchSize);
        hasher.AddTarget([.. _minima.Select(minimum => (long)minimum)]);
        hasher.AddDerived([.. quotas.Free.Select(draws => (long)draws)]);
        hasher.AddOption(epochLength ?? 0);
        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>The number of draws in a batch.</summary>
    public int BatchSize { get; }

    /// <summary>The least number of draws of each class in every batch, by class index.</summary>
    public ReadOnlySpan<int> Minima => _minima;

    /// <summary>The number of draws after which every class has had exactly its achieved share; a whole number of batches.</summary>
    public int Period => _table.Period;

    /// <summary>The share of the draws that a class really gets: a whole number of draws divided by <see cref="Period"/>.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public double AchievedShare(int classIndex)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)classIndex, (uint)_minima.Length, nameof(classIndex));
        int place = Array.BinarySearch(_classIndices, classIndex);
        return place < 0 ? 0 : (double)_table.Quotas[place] / Period;
    }

    /// <summary>What the sampler will do: the long-run shares exactly; the draws to less than 1 draw. O(classes); allocates the plan.</summary>
    /// <param name="draws">The number of draws, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is less than 1.</exception>
    public override SamplerPlan PlanFor(long draws)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var passes = new ReservedPass[_minima.Length];
        for (int index = 0; index < passes.Length; index++)
        {
            double share = AchievedShare(index);
            passes[index] = new ReservedPass(_targetShares[index], share, share * draws, Used: 1);
        }

        return ReservedPlan.Of(Counts, draws, passes);
    }

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<ClassPlace> places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        MinimumQuotaPlaces batches = Interlocked.Exchange(ref _batches, null) ?? new MinimumQuotaPlaces(Counts, _table, _classIndices);
        batches.Fill(firstDraw, places);
        _batches = batches;
    }

    private static long EpochOfBatches(long? chosen, long rowCount, int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        long length = chosen ?? checked((((rowCount - 1) / batchSize) + 1) * batchSize);
        return length >= 1 && length % batchSize == 0
            ? length
            : throw new ArgumentOutOfRangeException("epochLength", length, $"An epoch must be one or more whole batches of {batchSize} draws.");
    }
}
