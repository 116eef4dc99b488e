namespace BalanceGen;

/// <summary>Makes <see cref="IndexedDataset{T}"/>s: the generated <c>Index</c> methods call it, and so do programs whose classes are known only at run time.</summary>
/// <remarks>
/// One rule holds for all forms of rows. The data set refers to arrays, memory, lists and immutable arrays, even if they come as an <see cref="IEnumerable{T}"/>. It copies
/// spans and all other sequences into an array. The rows of a <see cref="DrawnRows{T}"/> stay known as drawn.
/// </remarks>
public static class IndexedDataset
{
    /// <summary>Indexes the rows of an array. O(rows), 4 bytes a row.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TIndexer">The class indexer that the generator emitted for it.</typeparam>
    /// <param name="rows">The rows. They are referred to, not copied; do not change their labels afterwards.</param>
    /// <param name="indexer">The class indexer.</param>
    /// <exception cref="UnknownLabelException">The label of a row is no class; the error names the row and the label.</exception>
    [OverloadResolutionPriority(1)]
    public static IndexedDataset<T> Create<T, TIndexer>(T[] rows, TIndexer indexer)
        where TIndexer : struct, IClassIndexer<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Create((ReadOnlyMemory<T>)rows, indexer);
    }

    /// <summary>
    /// Several data sets or subsets one after the other, as one data set: the rows of each are numbered from where the one before it ends, as an
    /// <see cref="InterleavedSampler"/> of their samplers numbers them. Copies the rows. O(rows).
    /// </summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="datasets">The data sets, one or more, all of the same classes. Of a subset all rows are copied, and only its own are indexed.</param>
    /// <remarks>Rows of one key are one group, in whichever data sets they are (<see cref="IndexedDataset{T}.Groups"/>).</remarks>
    /// <exception cref="ArgumentException">No data set is given; two have different classes; or some have groups and others have none or have groups by other keys.</exception>
    /// <exception cref="TooManyRowsException">Together they have more than 2^31 − 1 rows.</exception>
    public static IndexedDataset<T> Concat<T>(params ReadOnlySpan<IndexedDataset<T>> datasets)
    {
        if (datasets.IsEmpty)
        {
            throw new ArgumentException("At least one data set is needed.", nameof(datasets));
        }

        IndexedDataset<T>[] all = datasets.ToArray();
        RowIndex index = RowIndex.Concat([.. all.Select(dataset => dataset.Index)]);
        ClassExtractor<T>[] extractors = [.. all.Select(dataset => dataset.Extractor)];
        var rows = new T[index.DatasetLength];
        var ends = new int[datasets.Length];
        int offset = 0;
        for (int source = 0; source < datasets.Length; source++)
        {
            datasets[source].AllRows.CopyTo(rows.AsSpan(offset));
            offset += datasets[source].Index.DatasetLength;
            ends[source] = offset;
        }

        ClassExtractor<T> extractor = Array.TrueForAll(extractors, extractors[0].ReadsLike) ? extractors[0] : new ConcatenatedClassExtractor<T>(extractors, ends);
        return new IndexedDataset<T>(rows, null, index, extractor, GroupingOf(datasets));
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

    /// <summary>Indexes a copy of the rows of a span. O(rows), 4 bytes a row beside the copy.</summary>
    /// <inheritdoc cref="Create{T, TIndexer}(T[], TIndexer)"/>
    /// <param name="rows">The rows. They are copied.</param>
    /// <param name="indexer">The class indexer.</param>
    public static IndexedDataset<T> Create<T, TIndexer>(ReadOnlySpan<T> rows, TIndexer indexer)
        where TIndexer : struct, IClassIndexer<T> =>
        Create(rows.ToArray(), indexer);

    /// <summary>Indexes the rows of any sequence. O(rows), 4 bytes a row.</summary>
    /// <inheritdoc cref="Create{T, TIndexer}(T[], TIndexer)"/>
    /// <param name="rows">The rows. An array, a list or an immutable array is referred to, anything else is copied. Do not change the labels afterwards.</param>
    /// <param name="indexer">The class indexer.</param>
    public static IndexedDataset<T> Create<T, TIndexer>(IEnumerable<T> rows, TIndexer indexer)
        where TIndexer : struct, IClassIndexer<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows is List<T> list)
        {
            return Create(list, indexer);
        }

        IndexedDataset<T> dataset = Create(RowSequence.ToMemory(rows), indexer);
        return rows is DrawnRows<T> drawn && drawn.HasCopies() ? dataset.WithCopies() : dataset;
    }

    /// <summary>Indexes rows by a function that gives the class index of a row. O(rows), 4 bytes a row.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="rows">The rows. An array, a list or an immutable array is referred to, anything else is copied. Do not change the labels afterwards.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="classOf">The class index of a row; see <see cref="ClassIndexer.Of{T}(ClassSet, Func{T, int})"/>.</param>
    /// <exception cref="UnknownLabelException">The label of a row is no class; the error names the row and the label.</exception>
    public static IndexedDataset<T> Create<T>(IEnumerable<T> rows, ClassSet classes, Func<T, int> classOf) => Create(rows, ClassIndexer.Of(classes, classOf));

    /// <summary>Indexes rows by a function that gives the class name of a row. O(rows), 4 bytes a row.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="rows">The rows. An array, a list or an immutable array is referred to, anything else is copied. Do not change the labels afterwards.</param>
    /// <param name="classes">The classes, for instance of <see cref="ClassSet.OfLabels"/>.</param>
    /// <param name="labelOf">The class name of a row; see <see cref="ClassIndexer.Of{T}(ClassSet, Func{T, string})"/>.</param>
    /// <exception cref="UnknownLabelException">The label of a row is no class; the error names the row and the label.</exception>
    public static IndexedDataset<T> Create<T>(IEnumerable<T> rows, ClassSet classes, Func<T, string?> labelOf) => Create(rows, ClassIndexer.Of(classes, labelOf));

    private static RowGrouping<T>? GroupingOf<T>(ReadOnlySpan<IndexedDataset<T>> datasets)
    {
        RowGrouping<T>? first = datasets[0].Grouping;
        for (int source = 1; source < datasets.Length; source++)
        {
            RowGrouping<T>? other = datasets[source].Grouping;
            if (first is null ? other is not null : other is null || first.With(other) is null)
            {
                throw new ArgumentException(
                    $"Data set {source} has other groups than data set 0, so that rows that belong together would not stay together. Give all of them groups by the same key, or none with WithoutGroups().",
                    nameof(datasets));
            }
        }

        // Another grouping than the first: it is of more rows.
        return datasets.Length == 1 ? first : first?.With(first);
    }
}
