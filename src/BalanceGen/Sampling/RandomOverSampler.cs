namespace BalanceGen;

/// <summary>
/// Random oversampling with the counts of imbalanced-learn's <c>RandomOverSampler</c>: an epoch holds every row, and rows of the chosen classes
/// again until each has the strategy's number of rows, in random order.
/// </summary>
/// <remarks>
/// <para>
/// If a class of n rows is to have m, each of its rows comes ⌊m/n⌋ or ⌈m/n⌉ times. Every epoch chooses anew at random which rows come once more. (imbalanced-learn draws
/// the additional rows independently, so some rows come far more often than others.)
/// </para>
/// <para>
/// Nothing is stored per draw: memory is O(classes) beyond the row index. A draw is O(log classes), also after a seek. Thread-safe.
/// Oversample only the training subset of a split; see <see cref="StratifiedSplit"/>.
/// </para>
/// </remarks>
[CorrectsImbalance, RepeatsRows]
public sealed class RandomOverSampler : Sampler
{
    private readonly RowIndex _index;
    private readonly ResampledEpoch _epoch;

    /// <summary>A random oversampler of the rows of an index. O(classes).</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="strategy">How many rows each class is to have; <see cref="SamplingStrategy.Auto"/> by default: as many as the most frequent one.</param>
    /// <remarks>Classes without rows stay without; naming one in <see cref="SamplingStrategy.Counts"/> is an error.</remarks>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">The strategy names a class that has no rows.</exception>
    /// <exception cref="UnknownLabelException">The strategy names a class that does not exist.</exception>
    /// <exception cref="ArgumentException">
    /// The strategy does not fit: it would remove rows, has a ratio for other than two classes, or makes an epoch of more than 2^31 − 1 draws.
    /// </exception>
    public RandomOverSampler(RowIndex index, long seed, SamplingStrategy? strategy = null)
        : this(index, seed, (strategy ?? SamplingStrategy.Auto).Oversampled(WithRows(index, "A random oversampler").Counts))
    {
    }

    private RandomOverSampler(RowIndex index, long seed, ClassCounts resampled)
        : base(index, seed, Resampling.EpochOf(resampled))
    {
        _index = index;
        ResampledCounts = resampled;
        _epoch = Resampling.Epoch(index, resampled, seed);
        ConfigurationHash = Resampling.Hash(nameof(RandomOverSampler), index, _epoch);
    }

    /// <summary>The number of draws of each class in every epoch.</summary>
    public ClassCounts ResampledCounts { get; }

    /// <summary>
    /// What the sampler will do: exactly, the draws of the classes and the rows that an epoch sees; as an expectation, when every row was
    /// seen. O(classes · 4096); allocates the plan.
    /// </summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows) => _epoch.Fill(firstDraw, rows);

    // Visits: the copies of a row in an epoch are numbered, and those of the next epoch go on behind the most that an epoch can have.
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Distinct;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits) => _epoch.FillVisits(firstDraw, visits);

    internal override SamplerPlan PlanOf(long draws) => ResampledPlan.Of(_index.Counts, _epoch, ResampledPlan.TargetOf(ResampledCounts), draws);
}
