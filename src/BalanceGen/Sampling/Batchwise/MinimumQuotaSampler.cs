namespace BalanceGen.Sampling;

/// <summary>
/// A balanced sampler with a guaranteed least number of draws of each class in every batch. That the minima fit into a batch is checked when it is made.
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
/// every point, give or take one. The order inside a batch is random. A draw is O(1), also after a seek. Memory: 4 bytes (above 65,536 draws 8) per draw of a period of up to
/// 65,536 draws and about 200 bytes per class. Thread-safe.
/// </para>
/// </remarks>
public sealed partial class MinimumQuotaSampler : Sampler
{
    private readonly int[] _classIndices;
    private readonly int[] _quotas;
    private readonly ClassSchedule _schedule;
    private readonly PermutedClass[] _classes;
    private readonly RowLookup _lookup;
    private readonly double[] _targetShares;
    private readonly int[] _minima;

    // One set of windows, taken for the time of a call. A concurrent second caller makes its own.
    private PermutedRows? _rows;

    /// <summary>A balanced sampler with minimum quotas of the rows of an index. O(classes + period · log classes).</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="batchSize">The number of draws in a batch B, 1 or more. Batch b is the draws of [b·B, (b+1)·B).</param>
    /// <param name="minima">The least number of draws of each class in every batch, one per class, 0 or more.</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch, a multiple of the batch size; by default the number of rows, rounded up to whole batches. It does not change the draws.</param>
    /// <exception cref="MinimumQuotaException">The minima add up to more than the batch size.</exception>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">A class without rows has a minimum; or the target asks for rows of it, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The target or the list of minima has another length than the index has classes.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 would not get a draw in the longest period.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is less than 1, a minimum is negative, or <paramref name="epochLength"/> is no multiple of the batch size.</exception>
    public MinimumQuotaSampler(
        RowIndex index,
        long seed,
        int batchSize,
        ReadOnlySpan<int> minima,
        TargetDistribution? target = null,
        ZeroCountPolicy zeroCounts = default,
        long? epochLength = null)
        : base(WithRows(index, "A minimum quota sampler"), seed, EpochOfBatches(epochLength, index.RowCount, batchSize))
    {
        Counts = index.Counts;
        BatchSize = batchSize;
        _minima = minima.ToArray();
        var order = new MinimumQuotaOrder(index.Counts, _minima, target ?? TargetDistribution.Uniform, zeroCounts, batchSize);
        _targetShares = order.TargetShares;
        _classIndices = order.ClassIndices;
        _quotas = order.Quotas;
        _schedule = order.Schedule;
        _classes = PermutedClass.Of(index, _classIndices);
        _lookup = new RowLookup(index.SortedRows);

        var hasher = new ConfigurationHasher(nameof(MinimumQuotaSampler));
        hasher.Add(index);
        hasher.Add(batchSize);
        hasher.Add([.. _minima.Select(minimum => (long)minimum)]);
        hasher.Add([.. order.Free.Select(draws => (long)draws)]);
        hasher.Add(EpochLength);
        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts { get; }

    /// <summary>The number of draws in a batch.</summary>
    public int BatchSize { get; }

    /// <summary>The least number of draws of each class in every batch, by class index.</summary>
    public ReadOnlySpan<int> Minima => _minima;

    /// <summary>The number of draws after which every class has had exactly its achieved share; a whole number of batches.</summary>
    public int Period => _schedule.Period;

    /// <summary>What the sampler will do: the long-run shares exactly; the draws of the first epoch to less than 1 draw. O(classes); allocates the plan.</summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <summary>The share of the draws that a class really gets: a whole number of draws divided by <see cref="Period"/>.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public double AchievedShare(int classIndex)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)classIndex, (uint)_minima.Length, nameof(classIndex));
        int place = Array.BinarySearch(_classIndices, classIndex);
        return place < 0 ? 0 : (double)_quotas[place] / Period;
    }

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        PermutedRows permuted = Interlocked.Exchange(ref _rows, null) ?? new PermutedRows(Seed, _classes);
        VisitLookup visits = permuted.Visits;
        (long period, long slot) = Math.DivRem(firstDraw, Period);
        int first = _schedule.VariantOf(Seed, DrawStreams.ScheduleVariant, period) * Period;
        foreach (ref int position in rows)
        {
            if (slot == Period)
            {
                slot = 0;
                first = _schedule.VariantOf(Seed, DrawStreams.ScheduleVariant, ++period) * Period;
            }

            (int place, int occurrence) = _schedule.SlotAt(first + (int)slot++);
            position = visits.PositionOf(place, (period * _quotas[place]) + occurrence);
        }

        _lookup.Read(rows);
        _rows = permuted;
    }

    internal override SamplerPlan PlanOf(long draws)
    {
        double batches = (double)draws / BatchSize;
        var passes = new ReservedPass[_minima.Length];
        for (int index = 0; index < passes.Length; index++)
        {
            double share = AchievedShare(index);
            passes[index] = new ReservedPass(_targetShares[index], share, share * BatchSize * batches, Used: 1);
        }

        return ReservedPlan.Of(Counts, draws, passes);
    }
}
