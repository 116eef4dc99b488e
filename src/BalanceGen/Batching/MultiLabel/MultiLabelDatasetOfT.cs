namespace BalanceGen.Batching;

/// <summary>The rows of a multi-label data set with their label sets.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>It refers to the rows and does not copy them. Thread-safe as long as nobody changes the rows.</remarks>
public sealed partial class MultiLabelDataset<T>
{
    private readonly ReadOnlyMemory<T> _memory;
    private readonly List<T>? _list;
    private readonly bool _hasCopies;
    private readonly RowGrouping<T>? _grouping;

    internal MultiLabelDataset(ReadOnlyMemory<T> memory, List<T>? list, MultiLabelIndex index, bool hasCopies = false, RowGrouping<T>? grouping = null)
    {
        _grouping = grouping;
        _hasCopies = hasCopies;
        _memory = memory;
        _list = list;
        Index = index;
    }

    /// <summary>The label set of every row.</summary>
    public MultiLabelIndex Index { get; }

    /// <summary>The number of rows, those without a class included.</summary>
    public int Count => Index.RowCount;

    /// <summary>The classes.</summary>
    public ClassSet Classes => Index.Classes;

    /// <summary>The counts per class, per label set and per pair of classes.</summary>
    public MultiLabelCounts Counts => Index.Counts;

    /// <summary>
    /// The data set with the rarest class of each row as its only label, for samplers and batches. O(rows), 4 bytes a row.
    /// See <see cref="MultiLabelIndex.ByRarestClass"/> for what this makes exact and what not.
    /// </summary>
    public IndexedDataset<T> ByRarestClass() =>
        new(_memory, _list, new RowIndex(Index.ByRarestClass(), _hasCopies), new RowClassExtractor<T>(Index, Index.RarestClassOfSets()), _grouping);

    /// <summary>Shows rows with rare classes more often; its rows are those of <see cref="ByRarestClass"/>, which makes batches of them.</summary>
    /// <inheritdoc cref="BalanceGen.Sampling.RepeatFactorSampler(MultiLabelIndex, long, double, ZeroCountPolicy)"/>
    public RepeatFactorSampler RepeatFactorSampler(long seed, double threshold, ZeroCountPolicy zeroCounts = default) =>
        new(Index, seed, threshold, zeroCounts);

    /// <summary>Repeat factors of the rows; see <see cref="SampleWeights.RepeatFactors"/>.</summary>
    /// <param name="threshold">The frequency t, of (0, 1], below which a class is repeated; LVIS uses 0.001.</param>
    /// <param name="zeroCounts">What happens to a class without rows.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is outside that range or NaN.</exception>
    /// <exception cref="EmptyDatasetException">No row belongs to any class.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    public SampleWeights RepeatFactors(double threshold, ZeroCountPolicy zeroCounts = default) =>
        SampleWeights.RepeatFactors(Index, threshold, zeroCounts);
}
