namespace BalanceGen.Classes;

/// <summary>How often the classes of a multi-label data set occur: alone, in label sets, and together.</summary>
/// <remarks>
/// All numbers are exact. The counts of the classes add up to the number of labels, not of rows: a row counts once for each of
/// its classes. Immutable and thread-safe.
/// </remarks>
public sealed class MultiLabelCounts
{
    private readonly LabelSetCount[] _sets;

    internal MultiLabelCounts(ClassSet classes, LabelSetCount[] sets)
    {
        var rowsWithClass = new long[classes.Count];
        foreach (LabelSetCount set in sets)
        {
            RowCount += set.Count;
            RowsWithoutClass += set.ClassIndices.IsEmpty ? set.Count : 0;
            foreach (int classIndex in set.ClassIndices.Span)
            {
                rowsWithClass[classIndex] += set.Count;
            }
        }

        _sets = sets;
        RowsWithClass = new ClassCounts(classes, rowsWithClass);
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes => RowsWithClass.Classes;

    /// <summary>The number of rows, those without a class included.</summary>
    public long RowCount { get; }

    /// <summary>The number of rows that belong to no class.</summary>
    public long RowsWithoutClass { get; }

    /// <summary>For each class the number of rows that belong to it. The total is <see cref="LabelCount"/>.</summary>
    public ClassCounts RowsWithClass { get; }

    /// <summary>The number of labels of all rows.</summary>
    public long LabelCount => RowsWithClass.Total;

    /// <summary>The mean number of labels of a row ("label cardinality"); 0 for no rows.</summary>
    public double MeanLabels => RowCount == 0 ? 0 : (double)LabelCount / RowCount;

    /// <summary>The distinct label sets in the order of their first rows.</summary>
    public IReadOnlyList<LabelSetCount> LabelSets => _sets;

    /// <summary>The number of rows that belong to both of two classes; for a class and itself, the rows that belong to it. O(labels in all distinct sets).</summary>
    /// <param name="first">A class index.</param>
    /// <param name="second">A class index.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long CoOccurrence(int first, int second)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)first, (uint)Classes.Count, nameof(first));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)second, (uint)Classes.Count, nameof(second));
        return _sets.Where(set => set.ClassIndices.Span.BinarySearch(first) >= 0 && set.ClassIndices.Span.BinarySearch(second) >= 0).Sum(set => set.Count);
    }

    /// <summary>
    /// The class of a label set with the fewest rows, and of several such the one with the lowest index;
    /// <see cref="ClassIndex.Unknown"/> for an empty set.
    /// </summary>
    /// <param name="classIndices">The classes of the set.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int RarestOf(ReadOnlySpan<int> classIndices)
    {
        int rarest = ClassIndex.Unknown;
        long fewest = long.MaxValue;
        foreach (int classIndex in classIndices)
        {
            long rows = RowsWithClass[classIndex];
            if (rows < fewest || (rows == fewest && classIndex < rarest))
            {
                rarest = classIndex;
                fewest = rows;
            }
        }

        return rarest;
    }

    /// <summary>
    /// An aligned table: for each class the rows, their share, and the class that most often occurs with it. Of more than 40 classes it
    /// shows the first 20 and the last 10; see <see cref="ToFullString"/>.
    /// </summary>
    public override string ToString() => Text(whole: false);

    /// <summary>The same table with a line for every class.</summary>
    public string ToFullString() => Text(whole: true);

    private string Text(bool whole)
    {
        var table = new AlignedTable("class", "rows", "share", "most often with", "rows");
        (int Partner, long Rows)[] most = MostFrequentPartners();
        for (int index = 0; index < Classes.Count; index++)
        {
            bool hasPartner = most[index].Rows > 0;
            double share = RowCount == 0 ? 0 : (double)RowsWithClass[index] / RowCount;
            table.Add(
                Classes[index],
                Figures.Count(RowsWithClass[index]),
                Figures.Percent(share),
                hasPartner ? Classes[most[index].Partner] : "",
                hasPartner ? Figures.Count(most[index].Rows) : "");
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{table.ToString(whole)}\n{RowCount:N0} rows, {LabelCount:N0} labels, {MeanLabels:F4} a row, {_sets.Length:N0} label sets, {RowsWithoutClass:N0} rows without a class");
    }

    /// <summary>For each class the one that occurs with it in the most rows; of several such the one with the lowest index.</summary>
    private (int Partner, long Rows)[] MostFrequentPartners()
    {
        // Only pairs that occur are stored: thousands of classes have millions of pairs that do not.
        var together = new Dictionary<(int Class, int Partner), long>();
        foreach (LabelSetCount set in _sets)
        {
            ReadOnlySpan<int> classes = set.ClassIndices.Span;
            foreach (int first in classes)
            {
                foreach (int second in classes)
                {
                    together[(first, second)] = together.GetValueOrDefault((first, second)) + set.Count;
                }
            }
        }

        var most = new (int Partner, long Rows)[Classes.Count];
        foreach (((int index, int partner), long rows) in together)
        {
            bool isMore = rows > most[index].Rows || (rows == most[index].Rows && partner < most[index].Partner);
            if (index != partner && isMore)
            {
                most[index] = (partner, rows);
            }
        }

        return most;
    }
}
