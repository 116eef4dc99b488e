namespace BalanceGen;

/// <summary>
/// Random undersampling with the counts of imbalanced-learn's <c>RandomUnderSampler</c>. An epoch holds a random choice of the rows of the chosen classes, and all rows of
/// the others, in random order. The strategy decides the size of the choice. It is without replacement by default.
/// </summary>
/// <remarks>
/// <para>
/// Every epoch makes a new choice, so that over the epochs all rows are seen. (imbalanced-learn chooses once and forgets the rest.)
/// </para>
/// <para>
/// Nothing is stored per draw: memory is O(classes) beyond the row index. A draw is O(log classes), also after a seek. Thread-safe.
/// </para>
/// </remarks>
[CorrectsImbalance]
public sealed class RandomUnderSampler : Sampler
{
    private readonly RowIndex _index;
    private readonly ResampledEpoch _epoch;

    /// <summary>A random undersampler of the rows of an index. O(classes).</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="strategy">How many rows each class is to have; <see cref="SamplingStrategy.Auto"/> by default: as many as the least frequent one that has rows.</param>
    /// <param name="replacement">Whether the rows of a class that gets fewer than it has are drawn independently, so that one may come twice.</param>
    /// <exception cref="EmptyDatasetException">The index has no rows, or the strategy leaves none.</exception>
    /// <exception cref="UnknownLabelException">The strategy names a class that does not exist.</exception>
    /// <exception cref="ArgumentException">The strategy does not fit: it would add rows, or has a ratio for other than two classes.</exception>
    public RandomUnderSampler(RowIndex index, long seed, SamplingStrategy? strategy = null, bool replacement = false)
        : this(index, seed, (strategy ?? SamplingStrategy.Auto).Undersampled(WithRows(index, "A random undersampler").Counts), replacement)
    {
    }

    private RandomUnderSampler(RowIndex index, long seed, ClassCounts resampled, bool replacement)
        : base(index, seed, Resampling.EpochOf(resampled))
    {
        _index = index;
        ResampledCounts = resampled;
        Replacement = replacement;
        _epoch = Resampling.Epoch(index, resampled, seed, replacement);
        ConfigurationHash = Resampling.Hash(nameof(RandomUnderSampler), index, _epoch);
    }

    /// <summary>Whether a row of a class that gets fewer than it has may come twice in an epoch.</summary>
    public bool Replacement { get; }

    /// <summary>The number of draws of each class in every epoch.</summary>
    public ClassCounts ResampledCounts { get; }

    /// <summary>What the sampler will do: the draws of the classes exactly, and what is expected to have been seen. O(classes · 4096); allocates the plan.</summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows) => _epoch.Fill(firstDraw, rows);

    // Visits. With replacement: the numbers of the draws. Without: the copies of a row in an epoch are numbered, and those of the next epoch
    // start after the most that an epoch can have.
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
            _epoch.FillVisits(firstDraw, visits);
        }
    }

    internal override SamplerPlan PlanOf(long draws) => ResampledPlan.Of(_index.Counts, _epoch, ResampledPlan.TargetOf(ResampledCounts), draws);
}
