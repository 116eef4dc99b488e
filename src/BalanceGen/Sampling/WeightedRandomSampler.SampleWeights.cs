namespace BalanceGen;

/// <content>One weight per row instead of a target share per class.</content>
public sealed partial class WeightedRandomSampler
{
    private readonly IRowDraws? _ofRows;
    private readonly SampleWeights? _weights;
    private readonly RowIndex? _rowIndex;

    /// <summary>
    /// A weighted random sampler of the rows of an index, each with a weight of its own: what PyTorch's <c>WeightedRandomSampler</c> is given. O(rows).
    /// </summary>
    /// <param name="index">The row index.</param>
    /// <param name="weights">One weight per row of the data set, of any scale. A row of weight 0 is never drawn, nor one that the index does not have.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more; the number of rows by default.</param>
    /// <param name="replacement">Whether a row may be drawn again in the same epoch.</param>
    /// <remarks>
    /// <para>
    /// With replacement: an alias table over the rows in integer arithmetic, 16 bytes for each row with a positive weight; a draw is O(1). The probability of
    /// a row is off by less than 2^-60; weights that are whole numbers, or have few significant bits, are exact.
    /// </para>
    /// <para>
    /// Without replacement: an exponential race in which a row's time depends on the seed, the epoch and the row only. The order of an epoch is found at its
    /// first draw, O(rows), and kept with its working memory, 28 to 40 bytes for each of about m rows where m are drawn; after that a draw is O(1), wherever it is in
    /// the epoch. <see cref="ParallelFill.FillParallel"/> finds it with several threads. Weights up to a ratio of 2^1000 count for what they are.
    /// </para>
    /// </remarks>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="ArgumentException">The number of weights is not the number of rows of the data set.</exception>
    /// <exception cref="TooFewRowsException">
    /// No row has a positive weight; or, without replacement, fewer than <paramref name="epochLength"/> rows have one.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochLength"/> is less than 1.</exception>
    public WeightedRandomSampler(RowIndex index, SampleWeights weights, long seed, long? epochLength = null, bool replacement = true)
        : base(WithRows(index, "A weighted random sampler"), seed, EpochOf(epochLength, index.RowCount, nameof(epochLength)))
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count != index.DatasetLength)
        {
            throw new ArgumentException($"There are {weights.Count} weights and {index.DatasetLength} rows.", nameof(weights));
        }

        Counts = index.Counts;
        Replacement = replacement;
        _rowIndex = index;
        _weights = index.IsSubset ? OfPart(index, weights) : weights;
        var units = new RowUnits(_weights);
        if (units.PositiveCount == 0 || (!replacement && EpochLength > units.PositiveCount))
        {
            throw new TooFewRowsException(EpochLength, units.PositiveCount);
        }

        _ofRows = replacement
            ? new IndependentRowDraws(seed, new RowAliasTable(units))
            : new ExponentialRace(seed, _weights, (int)EpochLength);
        _shares = SharesOf(index, units);

        var hasher = new ConfigurationHasher("WeightedRandomSampler of sample weights");
        hasher.AddRows(index);
        foreach (double weight in _weights.Values)
        {
            hasher.AddTarget(BitConverter.DoubleToInt64Bits(weight));
        }

        hasher.AddOption(EpochLength);
        hasher.AddOption(replacement ? 1 : 0);
        ConfigurationHash = hasher.Hash;
    }

    internal override bool TryFillParallel(long firstDraw, Span<int> rows, int threads)
    {
        if (_ofRows is not ExponentialRace race)
        {
            return false;
        }

        race.Fill(firstDraw, rows, threads);
        return true;
    }

    private static SampleWeights OfPart(RowIndex index, SampleWeights weights)
    {
        var values = new double[weights.Count];
        for (int classIndex = 0; classIndex < index.Classes.Count; classIndex++)
        {
            for (int place = 0; place < index.Counts[classIndex]; place++)
            {
                int row = index.RowOf(classIndex, place);
                values[row] = weights[row];
            }
        }

        return new SampleWeights(validated: values);
    }

    private static double[] SharesOf(RowIndex index, RowUnits units)
    {
        var shares = new double[index.Classes.Count];
        for (int classIndex = 0; classIndex < shares.Length; classIndex++)
        {
            ulong ofClass = 0;
            for (int place = 0; place < index.Counts[classIndex]; place++)
            {
                ofClass += units[index.RowOf(classIndex, place)];
            }

            shares[classIndex] = (double)ofClass / units.Total;
        }

        return shares;
    }
}
