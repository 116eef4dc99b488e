namespace BalanceGen;

/// <summary>Makes <see cref="IndexedDataset{T}"/>s. The generated <c>Index</c> methods call it; nothing else needs to.</summary>
public static class IndexedDataset
{
    /// <summary>Indexes the rows of an array. O(rows), 4 bytes a row.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TIndexer">The class indexer that the generator emitted for it.</typeparam>
    /// <param name="rows">The rows. They are referred to, not copied; do not change their labels afterwards.</param>
    /// <param name="indexer">The class indexer.</param>
    /// <exception cref="UnknownLabelException">The label of a row is no class; the error names the row and the label.</exception>
    public static IndexedDataset<T> Create<T, TIndexer>(T[] rows, TIndexer indexer)
        where TIndexer : struct, IClassIndexer<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Create((ReadOnlyMemory<T>)rows, indexer);
    }

    /// <summary>Indexes the rows of a memory. O(rows), 4 bytes a row.</summary>
    /// <inheritdoc cref="Create{T, TIndexer}(T[], TIndexer)"/>
    public static IndexedDataset<T> Create<T, TIndexer>(ReadOnlyMemory<T> rows, TIndexer indexer)
        where TIndexer : struct, IClassIndexer<T> =>
        new(rows, null, RowIndex.Build(rows.Span, indexer), new IndexerClassExtractor<T, TIndexer>(indexer));

    /// <summary>Indexes the rows of a list. O(rows), 4 bytes a row. Do not add or remove rows afterwards.</summary>
    /// <inheritdoc cref="Create{T, TIndexer}(T[], TIndexer)"/>
    public static IndexedDataset<T> Create<T, TIndexer>(List<T> rows, TIndexer indexer)
        where TIndexer : struct, IClassIndexer<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        ReadOnlySpan<T> span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows);
        return new(default, rows, RowIndex.Build(span, indexer), new IndexerClassExtractor<T, TIndexer>(indexer));
    }
}
