namespace BalanceGen.Sampling;

/// <summary>
/// Repeat factor sampling (LVIS, Gupta et al. 2019, arXiv 1908.03195): an epoch holds every row of class c r_c times, with
/// r_c = max(1, √(t/f_c)), in random order. Rare classes are shown more often, but less than equally often.
/// </summary>
/// <remarks>
/// <para>
/// A factor may be a fraction: a row comes ⌊r_c⌋ times, and once more with the probability of the rest. Rounding the rests row by row would make the length of an epoch
/// random, so they are rounded together. In every epoch class c has ⌊r_c·n_c⌋ or ⌈r_c·n_c⌉ draws, each of its rows as often as the others
/// or once more, and the epoch always has <see cref="Sampler.EpochLength"/> draws, Σ r_c·n_c rounded. Exact: the mean number of draws of a row over the epochs
/// is r_c to within 2^-32 (of the class with the most draws: its rows share half a draw of rounding per epoch). In double throughout.
/// </para>
/// <para>
/// Nothing is stored per draw: memory is O(classes) beyond the row index. A draw is O(log classes), also after a seek. Thread-safe.
/// </para>
/// </remarks>
[CorrectsImbalance, RepeatsRows]
public sealed class RepeatFactorSampler : Sampler
{
    private readonly RowIndex _index;
    private readonly ResampledEpoch _epoch;

    /// <summary>A repeat factor sampler of the rows of an index, each of which has one class. O(classes).</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="threshold">The frequency t, of (0, 1], below which a class is repeated; LVIS uses 0.001.</param>
    /// <param name="zeroCounts">What happens to a class without rows. If it does not throw, the class is not drawn.</param>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is outside that range or NaN.</exception>
    /// <exception cref="ArgumentException">An epoch would have more than 2^31 − 1 draws.</exception>
    public RepeatFactorSampler(RowIndex index, long seed, [ValueRange(0, 1, ExcludesMinimum = true)] double threshold, ZeroCountPolicy zeroCounts = default)
        : this(index, seed, ClassWeights.RepeatFactor(WithRows(index, "A repeat factor sampler").Counts, threshold, zeroCounts))
    {
    }

    /// <summary>
    /// A repeat factor sampler of rows that have several classes each: row i comes r(i) = max over its classes c of r_c times, with f_c = the share of the rows that
    /// have class c (LVIS, section 4). O(rows), 4 bytes a row.
    /// </summary>
    /// <param name="index">The label sets of the rows.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="threshold">The frequency t, of (0, 1], below which a class is repeated; LVIS uses 0.001.</param>
    /// <param name="zeroCounts">What happens to a class that no row has. If it does not throw, the class is ignored.</param>
    /// <remarks>
    /// The rarest class of a row decides its factor, so that the row is drawn as if this were its only class. <see cref="Plan"/> and
    /// <see cref="RepeatFactors"/> are by the rarest class, and batches are those of <see cref="MultiLabelDataset{T}.ByRarestClass"/>. Rows
    /// without a class count for the frequencies and are not drawn.
    /// </remarks>
    /// <exception cref="EmptyDatasetException">No row belongs to any class.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is outside that range or NaN.</exception>
    /// <exception cref="ArgumentException">An epoch would have more than 2^31 − 1 draws.</exception>
    public RepeatFactorSampler(MultiLabelIndex index, long seed, [ValueRange(0, 1, ExcludesMinimum = true)] double threshold, ZeroCountPolicy zeroCounts = default)
        : this(WithLabels(index).ByRarestClass(), seed, ClassWeights.RepeatFactor(index.Counts.RowsWithClass, index.Counts.RowCount, threshold, zeroCounts))
    {
    }

    /// <summary>A repeat factor sampler with factors of its own, one for each class. O(classes).</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="repeatFactors">How often the rows of each class come in an epoch, on average: 1 or more, or 0 for classes that are not drawn.</param>
    /// <exception cref="EmptyDatasetException">The index has no rows, or all rows have the factor 0.</exception>
    /// <exception cref="ClassMismatchException">The factors are for another number of classes.</exception>
    /// <exception cref="ArgumentException">A factor is between 0 and 1, or an epoch would have more than 2^31 − 1 draws.</exception>
    public RepeatFactorSampler(RowIndex index, long seed, ClassWeights repeatFactors)
        : base(WithRows(index, "A repeat factor sampler"), seed, EpochOf(index, repeatFactors))
    {
        _index = index;
        RepeatFactors = repeatFactors;
        _epoch = new ResampledEpoch(index, DrawsOf(index, repeatFactors), seed);
        ConfigurationHash = Resampling.Hash(nameof(RepeatFactorSampler), index, _epoch);
    }

    /// <summary>How often the rows of each class come in an epoch, on average.</summary>
    public ClassWeights RepeatFactors { get; }

    /// <summary>What the sampler is expected to do; a class has its number of draws in an epoch rounded down or up. O(classes · 4096); allocates the plan.</summary>
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

    internal override SamplerPlan PlanOf(long draws) => ResampledPlan.Of(_index.Counts, _epoch, ResampledPlan.Shares(DrawsOf(_index, RepeatFactors)), draws);

    private static MultiLabelIndex WithLabels(MultiLabelIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.Counts.LabelCount > 0 ? index : throw new EmptyDatasetException("A repeat factor sampler", "no row belongs to a class");
    }

    private static double[] DrawsOf(RowIndex index, ClassWeights repeatFactors) =>
        [.. repeatFactors.Values.ToArray().Select((factor, classIndex) => factor * index.Counts[classIndex])];

    private static long EpochOf(RowIndex index, ClassWeights repeatFactors)
    {
        ArgumentNullException.ThrowIfNull(repeatFactors);
        ClassMismatchException.ThrowIfMismatch("The list of repeat factors", repeatFactors.Classes.Count, index.Classes);
        for (int classIndex = 0; classIndex < index.Classes.Count; classIndex++)
        {
            if (repeatFactors[classIndex] is > 0 and < 1)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The repeat factor of class '{index.Classes[classIndex]}' is {repeatFactors[classIndex]}; it must be 0, or 1 or more. To show a class less often, undersample it."), nameof(repeatFactors));
            }
        }

        double draws = DrawsOf(index, repeatFactors).Sum();
        Resampling.EpochOf(draws + 1);
        return draws > 0 ? new ResampledEpoch(index, DrawsOf(index, repeatFactors), 0).Length : throw new EmptyDatasetException("A repeat factor sampler", "every class with rows has the repeat factor 0");
    }
}
