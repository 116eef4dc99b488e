using System.Runtime.InteropServices;

namespace BalanceGen.Batching;

/// <summary>The rows of a multi-label data set with their label sets.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>It refers to the rows and does not copy them. Thread-safe as long as nobody changes the rows.</remarks>
public sealed class MultiLabelDataset<T>
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

    /// <summary>
    /// Which rows stay together in <see cref="Split"/>: those that share the member marked [Group], or what <c>WithGroups</c> was given.
    /// Null if no rows have to. Groups are found when they are first asked for, in O(rows) and with 4 bytes a row.
    /// </summary>
    /// <exception cref="ArgumentException">The key of a row is null; the error names the row.</exception>
    public SplitGroups? Groups => _grouping?.Of(AllRows);

    /// <inheritdoc cref="IndexedDataset{T}.WithGroups{TKey}(Func{T, TKey})"/>
    public MultiLabelDataset<T> WithGroups<TKey>(Func<T, TKey> keyOf)
    {
        ArgumentNullException.ThrowIfNull(keyOf);
        return WithGroups<TKey, FunctionGrouper<T, TKey>>(new FunctionGrouper<T, TKey>(keyOf));
    }

    /// <inheritdoc cref="IndexedDataset{T}.WithGroups{TKey, TGrouper}(TGrouper)"/>
    public MultiLabelDataset<T> WithGroups<TKey, TGrouper>(TGrouper grouper)
        where TGrouper : struct, ISplitGrouper<T, TKey> =>
        With(new KeyGrouping<T, TKey, TGrouper>(grouper));

    /// <inheritdoc cref="IndexedDataset{T}.WithGroups(SplitGroups)"/>
    public MultiLabelDataset<T> WithGroups(SplitGroups groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        groups.RefuseOther(Count);
        return With(new GivenGrouping<T>(groups));
    }

    /// <inheritdoc cref="IndexedDataset{T}.WithoutGroups"/>
    public MultiLabelDataset<T> WithoutGroups() => With(null);

    /// <summary>
    /// Splits the data set in two or more subsets, every label in the same proportion:
    /// <c>comments.Split(options, SubsetSize.Rest, SubsetSize.Share(0.1), SubsetSize.Share(0.1))</c>.
    /// </summary>
    /// <param name="options">How the rows are dealt out. Without groups of its own, those of the data set (<see cref="Groups"/>) stay together.</param>
    /// <param name="subsets">The size of each subset, two or more.</param>
    /// <remarks>
    /// Each subset is a data set of copies of its rows, numbered from 0; of rows that are objects, it has references. These take O(rows ·
    /// log rows) more. See <see cref="MultiLabelSubsets.Of"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">The sizes do not add up, a subset would be empty, the order is another one, or the groups are of another number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="EmptyDatasetException">There are no rows.</exception>
    /// <exception cref="ResampledRowsException">Rows are copies of others: drawn by a sampler, or the same object twice.</exception>
    /// <exception cref="TooFewGroupsException">There are fewer rows or groups than subsets; or a label is in fewer of them and the policy is to throw.</exception>
    public MultiLabelDatasetSubsets<T> Split(SplitOptions options, params ReadOnlySpan<SubsetSize> subsets)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (_hasCopies)
        {
            throw new ResampledRowsException();
        }

        SplitOptions own = options.Groups is null && Groups is { } groups ? options with { Groups = groups } : options;
        MultiLabelSubsets numbers = MultiLabelSubsets.Of(Index, own, subsets);
        SharedRows.Refuse(AllRows);
        return new MultiLabelDatasetSubsets<T>([.. numbers.Select(subset => Subset(subset.Span))], numbers);
    }

    private ReadOnlySpan<T> AllRows => _list is null ? _memory.Span : CollectionsMarshal.AsSpan(_list);

    private MultiLabelDataset<T> Subset(ReadOnlySpan<int> numbers)
    {
        ReadOnlySpan<T> all = AllRows;
        var rows = new T[numbers.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = all[numbers[row]];
        }

        return new MultiLabelDataset<T>(rows, null, Index.Subset(numbers), hasCopies: false, _grouping?.Some(all, numbers));
    }

    private MultiLabelDataset<T> With(RowGrouping<T>? grouping) => new(_memory, _list, Index, _hasCopies, grouping);
}
