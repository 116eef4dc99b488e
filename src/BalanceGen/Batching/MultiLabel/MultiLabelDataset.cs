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
}
