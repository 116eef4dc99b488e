namespace BalanceGen.Batching;

/// <summary>Makes <see cref="MultiLabelDataset{T}"/>s. The generated <c>Index</c> methods call it; nothing else needs to.</summary>
public static class MultiLabelDataset
{
    /// <summary>Indexes the rows of a multi-label data set by their label sets. O(labels), 4 bytes a row.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TIndexer">The indexer that the generator emitted for it.</typeparam>
    /// <param name="rows">The rows. They are referred to, not copied; do not change their labels afterwards.</param>
    /// <param name="indexer">The indexer.</param>
    /// <exception cref="UnknownLabelException">A label of a row is no class; the error names the row and its labels.</exception>
    public static MultiLabelDataset<T> Create<T, TIndexer>(ReadOnlyMemory<T> rows, TIndexer indexer)
        where TIndexer : struct, IMultiLabelIndexer<T> =>
        new(rows, null, MultiLabelIndex.Build(rows.Span, indexer));

    /// <inheritdoc cref="Create{T, TIndexer}(ReadOnlyMemory{T}, TIndexer)"/>
    [OverloadResolutionPriority(1)]
    public static MultiLabelDataset<T> Create<T, TIndexer>(T[] rows, TIndexer indexer)
        where TIndexer : struct, IMultiLabelIndexer<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Create((ReadOnlyMemory<T>)rows, indexer);
    }

    /// <inheritdoc cref="Create{T, TIndexer}(ReadOnlyMemory{T}, TIndexer)"/>
    public static MultiLabelDataset<T> Create<T, TIndexer>(List<T> rows, TIndexer indexer)
        where TIndexer : struct, IMultiLabelIndexer<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new(default, rows, MultiLabelIndex.Build(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows), indexer));
    }

    /// <summary>Indexes a copy of the rows of a span by their label sets. O(labels), 4 bytes a row beside the copy.</summary>
    /// <inheritdoc cref="Create{T, TIndexer}(ReadOnlyMemory{T}, TIndexer)"/>
    /// <param name="rows">The rows. They are copied.</param>
    /// <param name="indexer">The indexer.</param>
    public static MultiLabelDataset<T> Create<T, TIndexer>(ReadOnlySpan<T> rows, TIndexer indexer)
        where TIndexer : struct, IMultiLabelIndexer<T> =>
        Create(rows.ToArray(), indexer);

    /// <summary>Indexes the rows of any sequence by their label sets. O(labels), 4 bytes a row.</summary>
    /// <inheritdoc cref="Create{T, TIndexer}(ReadOnlyMemory{T}, TIndexer)"/>
    /// <param name="rows">The rows. An array, a list or an immutable array is referred to, anything else is copied. Do not change the labels afterwards.</param>
    /// <param name="indexer">The indexer.</param>
    public static MultiLabelDataset<T> Create<T, TIndexer>(IEnumerable<T> rows, TIndexer indexer)
        where TIndexer : struct, IMultiLabelIndexer<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows is List<T> list)
        {
            return Create(list, indexer);
        }

        ReadOnlyMemory<T> memory = RowSequence.ToMemory(rows);
        return new(memory, null, MultiLabelIndex.Build(memory.Span, indexer), rows is DrawnRows<T> drawn && drawn.HasCopies());
    }
}
