namespace BalanceGen.Classes;

/// <summary>The label set of every row of a multi-label data set, and the counts of its classes.</summary>
/// <remarks>4 bytes a row and each distinct label set once. Built in one pass. Immutable and thread-safe.</remarks>
public sealed class MultiLabelIndex
{
    private readonly int[] _setOfRow;

    private MultiLabelIndex(MultiLabelCounts counts, int[] setOfRow)
    {
        Counts = counts;
        _setOfRow = setOfRow;
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes => Counts.Classes;

    /// <summary>The counts per class, per label set and per pair of classes.</summary>
    public MultiLabelCounts Counts { get; }

    /// <summary>The number of rows.</summary>
    public int RowCount => _setOfRow.Length;

    /// <summary>The label set of each row, by its position in <see cref="MultiLabelCounts.LabelSets"/>.</summary>
    internal ReadOnlySpan<int> SetOfRow => _setOfRow;

    /// <summary>Indexes rows by their label sets. O(labels).</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TIndexer">The indexer that the generator emitted for it.</typeparam>
    /// <param name="rows">The rows; the index refers to them by number and keeps no reference to them.</param>
    /// <param name="indexer">The indexer.</param>
    /// <exception cref="UnknownLabelException">A label of a row is no class; the error names the row and its labels.</exception>
    [OverloadResolutionPriority(1)]
    public static MultiLabelIndex Build<T, TIndexer>(ReadOnlySpan<T> rows, TIndexer indexer)
        where TIndexer : struct, IMultiLabelIndexer<T>
    {
        ClassSet classes = indexer.Classes;
        var positions = new Dictionary<int[], int>(LabelSetComparer.Instance);
        var positionOf = positions.GetAlternateLookup<ReadOnlySpan<int>>();
        var sets = new List<int[]>();
        var counts = new List<long>();
        var setOfRow = new int[rows.Length];
        var buffer = new int[classes.Count];
        for (int row = 0; row < rows.Length; row++)
        {
            int length = indexer.ClassesOf(in rows[row], buffer);
            if (length < 0)
            {
                UnknownLabelException.Throw(indexer.DescribeLabels(in rows[row]), classes, row);
            }

            ReadOnlySpan<int> set = buffer.AsSpan(0, length);
            if (!positionOf.TryGetValue(set, out int position))
            {
                position = sets.Count;
                sets.Add(set.ToArray());
                counts.Add(0);
                positions.Add(sets[position], position);
            }

            counts[position]++;
            setOfRow[row] = position;
        }

        LabelSetCount[] labelSets = [.. sets.Select((set, position) => new LabelSetCount(set, counts[position]))];
        return new MultiLabelIndex(new MultiLabelCounts(classes, labelSets), setOfRow);
    }

    /// <summary>Indexes the rows of any sequence by their label sets. O(labels).</summary>
    /// <inheritdoc cref="Build{T, TIndexer}(ReadOnlySpan{T}, TIndexer)"/>
    public static MultiLabelIndex Build<T, TIndexer>(IEnumerable<T> rows, TIndexer indexer)
        where TIndexer : struct, IMultiLabelIndexer<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Build(RowSequence.TryGetSpan(rows, out ReadOnlySpan<T> span) ? span : rows.ToArray(), indexer);
    }

    /// <summary>The index of some of the rows, which are numbered in the order in which they are given. O(rows).</summary>
    /// <param name="rowNumbers">The row numbers, each a row of this index.</param>
    /// <exception cref="ArgumentOutOfRangeException">A row is outside this index.</exception>
    public MultiLabelIndex Subset(params ReadOnlySpan<int> rowNumbers)
    {
        var positionOf = new int[Counts.LabelSets.Count];
        var old = new List<int>();
        var counts = new List<long>();
        var setOfRow = new int[rowNumbers.Length];
        for (int row = 0; row < rowNumbers.Length; row++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)rowNumbers[row], (uint)_setOfRow.Length, nameof(rowNumbers));
            int set = _setOfRow[rowNumbers[row]];
            if (positionOf[set] == 0)
            {
                old.Add(set);
                counts.Add(0);
                positionOf[set] = old.Count;
            }

            setOfRow[row] = positionOf[set] - 1;
            counts[setOfRow[row]]++;
        }

        LabelSetCount[] sets = [.. old.Select((set, position) => new LabelSetCount(Counts.LabelSets[set].ClassIndices, counts[position]))];
        return new MultiLabelIndex(new MultiLabelCounts(Classes, sets), setOfRow);
    }

    /// <summary>The classes of a row in ascending order.</summary>
    /// <param name="row">A row of [0, <see cref="RowCount"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The row is outside that range.</exception>
    public ReadOnlySpan<int> ClassesOf(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)_setOfRow.Length, nameof(row));
        return Counts.LabelSets[_setOfRow[row]].ClassIndices.Span;
    }

    /// <summary>
    /// The rows by the rarest of their classes, as if it were their only label: every sampler can then balance them. O(rows).
    /// </summary>
    /// <remarks>
    /// The shares of the rarest classes become exact. Those of all classes cannot: a row brings all of its classes along, so that
    /// frequent ones are seen more often than the target says. Rows without a class are ignored.
    /// </remarks>
    public RowIndex ByRarestClass() => RowIndex.Build<int, LabelSetIndexer>(_setOfRow, new LabelSetIndexer(Classes, RarestClassOfSets()));

    /// <summary>For each label set the rarest of its classes, or <see cref="ClassIndex.Ignored"/> where it has none.</summary>
    internal int[] RarestClassOfSets() =>
    [
        .. Counts.LabelSets.Select(set => set.ClassIndices.IsEmpty ? ClassIndex.Ignored : Counts.RarestOf(set.ClassIndices.Span)),
    ];
}
