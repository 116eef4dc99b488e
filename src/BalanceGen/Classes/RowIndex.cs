namespace BalanceGen;

/// <summary>
/// The class-sorted row index: the rows of every class. Samplers need nothing else from a data set.
/// </summary>
/// <remarks>
/// 4 bytes a row, and none if the rows already lie class by class. Built in two linear passes. An index of a subset of a data set has the same row numbers as the whole. It
/// holds <see cref="RowCount"/> of the <see cref="DatasetLength"/> rows, and samplers made from it draw only those.
/// Immutable and thread-safe.
/// </remarks>
public sealed partial class RowIndex
{
    private readonly int[] _starts;
    private readonly int[]? _sortedRows;

    /// <summary>The index of a whole data set.</summary>
    internal RowIndex(ClassCounts counts, int[] starts, int[]? sortedRows)
    {
        Counts = counts;
        RowCount = (int)counts.Total;
        DatasetLength = RowCount;
        _starts = starts;
        _sortedRows = sortedRows;
    }

    /// <summary>The index of a subset of a data set.</summary>
    internal RowIndex(ClassCounts counts, int[] starts, int[] sortedRows, int datasetLength, ulong rowsHash, bool hasCopies = false)
        : this(counts, starts, sortedRows)
    {
        DatasetLength = datasetLength;
        RowsHash = rowsHash;
        HasCopies = hasCopies;
    }

    /// <summary>The same index, of rows of which some are copies of others.</summary>
    internal RowIndex(RowIndex index, bool hasCopies)
        : this(index.Counts, index._starts, index._sortedRows)
    {
        DatasetLength = index.DatasetLength;
        RowsHash = index.RowsHash;
        HasCopies = hasCopies;
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes => Counts.Classes;

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts { get; }

    /// <summary>The number of rows in the index, 0 or more; for a subset of a data set, those of the subset.</summary>
    public int RowCount { get; }

    /// <summary>The number of rows of the data set: row numbers are of [0, <see cref="DatasetLength"/>). At least <see cref="RowCount"/>.</summary>
    public int DatasetLength { get; }

    /// <summary>Whether the index holds only some of the data set's rows.</summary>
    public bool IsSubset => RowCount < DatasetLength;

    /// <summary>
    /// Whether some rows are known to be copies of others, as they are where a data set was made of the rows that a sampler drew; for instance the repeated rows of an oversampler.
    /// Such a data set cannot be split: copies of a row would lie in both subsets.
    /// </summary>
    public bool HasCopies { get; }

    /// <summary>Whether the rows lie class by class, so that the index stores nothing per row.</summary>
    public bool IsClassSorted => _sortedRows is null;

    /// <summary>The first position of each class in the class-sorted order.</summary>
    internal ReadOnlySpan<int> Starts => _starts;

    /// <summary>
    /// 0 for all rows of a data set; otherwise a hash of which rows the subset has, by which a sampler over one subset is told
    /// from a sampler over another.
    /// </summary>
    internal ulong RowsHash { get; }

    /// <summary>The row at each position of the class-sorted order; null where position and row are the same.</summary>
    internal int[]? SortedRows => _sortedRows;

    /// <summary>Indexes rows by class. O(rows).</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TIndexer">The class indexer that the generator emitted for it.</typeparam>
    /// <param name="rows">The rows; the index refers to them by number and keeps no reference to them.</param>
    /// <param name="indexer">The class indexer.</param>
    /// <exception cref="UnknownLabelException">The label of a row is no class; the error names the row and the label.</exception>
    [OverloadResolutionPriority(1)]
    public static RowIndex Build<T, TIndexer>(ReadOnlySpan<T> rows, TIndexer indexer)
        where TIndexer : struct, IClassIndexer<T> =>
        RowIndexBuilder.Build(new RowSource<T, TIndexer>(rows, indexer), indexer.Classes);

    /// <summary>Indexes the rows of any sequence by class. O(rows).</summary>
    /// <inheritdoc cref="Build{T, TIndexer}(ReadOnlySpan{T}, TIndexer)"/>
    public static RowIndex Build<T, TIndexer>(IEnumerable<T> rows, TIndexer indexer)
        where TIndexer : struct, IClassIndexer<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Build(RowSequence.TryGetSpan(rows, out ReadOnlySpan<T> span) ? span : rows.ToArray(), indexer);
    }

    /// <summary>Indexes rows by their class indices. O(rows).</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="classIndices">One class index per row.</param>
    /// <exception cref="UnknownLabelException">A value is outside [0, class count); the error names the row and the value.</exception>
    public static RowIndex Build(ClassSet classes, ReadOnlySpan<int> classIndices) =>
        RowIndexBuilder.Build(new ClassIndexSource<int>(classIndices), classes);

    /// <inheritdoc cref="Build(ClassSet, ReadOnlySpan{int})"/>
    [OverloadResolutionPriority(-1)]
    public static RowIndex Build(ClassSet classes, ReadOnlySpan<byte> classIndices) =>
        RowIndexBuilder.Build(new ClassIndexSource<byte>(classIndices), classes);

    /// <inheritdoc cref="Build(ClassSet, ReadOnlySpan{int})"/>
    [OverloadResolutionPriority(-1)]
    public static RowIndex Build(ClassSet classes, ReadOnlySpan<long> classIndices)
    {
        ArgumentNullException.ThrowIfNull(classes);
        var narrow = new int[classIndices.Length];
        for (int row = 0; row < narrow.Length; row++)
        {
            if ((ulong)classIndices[row] >= (ulong)classes.Count)
            {
                UnknownLabelException.Throw(classIndices[row].ToString(CultureInfo.InvariantCulture), classes, row);
            }

            narrow[row] = (int)classIndices[row];
        }

        return Build(classes, narrow);
    }

    /// <summary>The index of rows that are known to lie class by class in the order of the class indices. O(classes); stores nothing per row.</summary>
    /// <param name="counts">The number of rows of each class.</param>
    /// <exception cref="TooManyRowsException">The counts have more than 2^31 − 1 rows.</exception>
    public static RowIndex OfSortedRows(ClassCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Total > int.MaxValue)
        {
            throw new TooManyRowsException(counts.Total);
        }

        return new RowIndex(counts, counts.ToStarts(), null);
    }

    /// <summary>The index of some of this index's rows, which keep their numbers. O(rows); stores 4 bytes for each chosen row.</summary>
    /// <param name="isChosen">Whether a row, given by its number, is in the subset. Called once for each row of this index.</param>
    public RowIndex Where(Func<int, bool> isChosen)
    {
        ArgumentNullException.ThrowIfNull(isChosen);
        var part = new RowIndexSubsetBuilder(this);
        for (int classIndex = 0; classIndex < Classes.Count; classIndex++)
        {
            for (int place = 0; place < Counts[classIndex]; place++)
            {
                int row = RowOf(classIndex, place);
                if (isChosen(row))
                {
                    part.Add(classIndex, row);
                }
            }
        }

        return part.ToIndex();
    }

    /// <summary>The index of some of this index's rows, which keep their numbers. O(rows); stores 4 bytes for each chosen row.</summary>
    /// <param name="rows">The row numbers, in any order, each once and each a row of this index.</param>
    /// <exception cref="ArgumentOutOfRangeException">A row is not in this index.</exception>
    /// <exception cref="ArgumentException">A row is given twice.</exception>
    public RowIndex Subset(ReadOnlySpan<int> rows)
    {
        var chosen = new System.Collections.BitArray(DatasetLength);
        foreach (int row in rows)
        {
            if ((uint)row >= (uint)DatasetLength)
            {
                throw new ArgumentOutOfRangeException(nameof(rows), row, $"The data set has {DatasetLength} rows.");
            }

            if (chosen[row])
            {
                throw new ArgumentException($"The row {row} is given twice; a subset has a row once. To show rows more often, sample them.", nameof(rows));
            }

            chosen[row] = true;
        }

        RowIndex part = Where(row => chosen[row]);
        if (part.RowCount == rows.Length)
        {
            return part;
        }

        // What this index has is taken away; what is left it does not have.
        Where(row => chosen[row] = false);
        throw new ArgumentOutOfRangeException(nameof(rows), chosen.Cast<bool>().ToList().IndexOf(true), "The row is not in this subset of the data set.");
    }

    /// <summary>A row of a class.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <param name="place">The place within the class, of [0, rows of the class); rows of a class are in ascending order.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public int RowOf(int classIndex, int place)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (ulong)Counts[classIndex], nameof(place));
        int position = _starts[classIndex] + place;
        return _sortedRows is null ? position : _sortedRows[position];
    }

    /// <summary>
    /// The index of several data sets or subsets one after the other: the rows of each are numbered from where the one before it ends. O(rows); stores 4 bytes a row.
    /// </summary>
    /// <param name="indices">The indices, one or more, all of the same classes.</param>
    /// <exception cref="ArgumentException">No index is given, or two have different classes.</exception>
    /// <exception cref="TooManyRowsException">Together they have more than 2^31 − 1 rows.</exception>
    public static RowIndex Concat(params ReadOnlySpan<RowIndex> indices)
    {
        if (indices.IsEmpty)
        {
            throw new ArgumentException("At least one index is needed.", nameof(indices));
        }

        ClassSet classes = indices[0].Classes;
        long length = 0;
        bool hasCopies = false;
        var offsets = new int[indices.Length];
        var lengths = new int[indices.Length];
        var hashes = new ulong[indices.Length];
        var counts = new long[classes.Count];
        for (int source = 0; source < indices.Length; source++)
        {
            RowIndex index = indices[source];
            if (!index.Classes.Names.SequenceEqual(classes.Names))
            {
                throw new ArgumentException($"The data sets have different classes: {ShortList.OfNames(classes.Names)}; and {ShortList.OfNames(index.Classes.Names)}.", nameof(indices));
            }

            lengths[source] = index.DatasetLength;
            offsets[source] = (int)length;
            hashes[source] = index.RowsHash;
            length += index.DatasetLength;
            hasCopies |= index.HasCopies;
            if (length > int.MaxValue)
            {
                throw new TooManyRowsException(length);
            }

            for (int classIndex = 0; classIndex < counts.Length; classIndex++)
            {
                counts[classIndex] += index.Counts[classIndex];
            }
        }

        var total = new ClassCounts(classes, counts);
        var rows = new int[total.Total];
        int position = 0;
        for (int classIndex = 0; classIndex < counts.Length; classIndex++)
        {
            for (int source = 0; source < indices.Length; source++)
            {
                for (int place = 0; place < indices[source].Counts[classIndex]; place++)
                {
                    rows[position++] = offsets[source] + indices[source].RowOf(classIndex, place);
                }
            }
        }

        return new RowIndex(total, total.ToStarts(), rows, (int)length, RowSetHash.OfConcatenation(hashes, lengths), hasCopies);
    }
}
