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

    /// <summary>
    /// Several data sets or parts one after the other, as one data set: the rows of each are numbered from where the one before it ends, as an
    /// <see cref="InterleavedSampler"/> of their samplers numbers them. Copies the rows. O(rows).
    /// </summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="datasets">The data sets, one or more, all of the same classes. Of a part all rows are copied, and only its own are indexed.</param>
    /// <exception cref="ArgumentException">No data set is given, or two have different classes.</exception>
    /// <exception cref="TooManyRowsException">Together they have more than 2^31 − 1 rows.</exception>
    public static IndexedDataset<T> Concat<T>(params ReadOnlySpan<IndexedDataset<T>> datasets)
    {
        if (datasets.IsEmpty)
        {
            throw new ArgumentException("At least one data set is needed.", nameof(datasets));
        }

        var indices = new RowIndex[datasets.Length];
        for (int source = 0; source < datasets.Length; source++)
        {
            indices[source] = datasets[source].Index;
        }

        RowIndex index = RowIndex.Concat(indices);
        var rows = new T[index.DatasetLength];
        var ends = new int[datasets.Length];
        var extractors = new ClassExtractor<T>[datasets.Length];
        int offset = 0;
        for (int source = 0; source < datasets.Length; source++)
        {
            datasets[source].AllRows.CopyTo(rows.AsSpan(offset));
            offset += indices[source].DatasetLength;
            ends[source] = offset;
            extractors[source] = datasets[source].Extractor;
        }

        ClassExtractor<T> extractor = Array.TrueForAll(extractors, extractors[0].ReadsLike) ? extractors[0] : new ConcatenatedClassExtractor<T>(extractors, ends);
        return new IndexedDataset<T>(rows, null, index, extractor);
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
