namespace BalanceGen.Reporting;

/// <summary>What a sampler did: the class counts of every batch, and how often every row was drawn.</summary>
/// <remarks>
/// Memory: 8 bytes a row, and 4 bytes a class for each batch. Recording allocates only when the list of batches grows.
/// Not thread-safe.
/// </remarks>
public sealed partial class SamplerTrace
{
    private const int NotInIndex = -1;

    private readonly int[] _classOfRow;
    private readonly int[] _timesDrawn;
    private readonly long[] _drawsOfClass;
    private readonly int[] _seenOfClass;
    private int[] _batchCounts = [];

    /// <summary>Starts a trace. O(rows).</summary>
    /// <param name="index">The row index of the data set whose rows will be drawn.</param>
    public SamplerTrace(RowIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        Counts = index.Counts;
        _classOfRow = new int[index.DatasetLength];
        _timesDrawn = new int[index.DatasetLength];
        _drawsOfClass = new long[index.Classes.Count];
        _seenOfClass = new int[index.Classes.Count];
        Array.Fill(_classOfRow, NotInIndex);
        for (int classIndex = 0; classIndex < index.Classes.Count; classIndex++)
        {
            for (int place = 0; place < index.Counts[classIndex]; place++)
            {
                _classOfRow[index.RowOf(classIndex, place)] = classIndex;
            }
        }
    }

    /// <summary>The number of rows of each class in the data set.</summary>
    public ClassCounts Counts { get; }

    /// <summary>The number of recorded batches.</summary>
    public int BatchCount { get; private set; }

    /// <summary>The number of recorded draws.</summary>
    public long DrawCount { get; private set; }

    /// <summary>The number of different rows that were drawn.</summary>
    public int RowsSeen { get; private set; }

    /// <summary>How often each row was drawn, by row number.</summary>
    public ReadOnlySpan<int> TimesDrawn => _timesDrawn;

    /// <summary>How often rows of each class were drawn, by class index.</summary>
    [MayBeZero]
    public ReadOnlySpan<long> DrawsOfClass => _drawsOfClass;

    /// <summary>How many different rows of each class were drawn, by class index.</summary>
    [MayBeZero]
    public ReadOnlySpan<int> SeenOfClass => _seenOfClass;

    /// <summary>Records a batch. O(rows of the batch + classes).</summary>
    /// <param name="rowNumbers">The row numbers that were drawn, such as <see cref="Batch{T}.RowNumbers"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A row number is outside the data set or the traced subset of it; nothing is recorded then.</exception>
    public void Record(ReadOnlySpan<int> rowNumbers)
    {
        foreach (int row in rowNumbers)
        {
            if ((uint)row >= (uint)_classOfRow.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(rowNumbers), row, $"The data set has {_classOfRow.Length} rows.");
            }

            if (_classOfRow[row] == NotInIndex)
            {
                throw new ArgumentOutOfRangeException(nameof(rowNumbers), row, "The row is not in the traced subset of the data set.");
            }
        }

        int classes = _drawsOfClass.Length;
        int start = checked(BatchCount * classes);
        if (start + classes > _batchCounts.Length)
        {
            Array.Resize(ref _batchCounts, Math.Max(64 * classes, 2 * _batchCounts.Length));
        }

        Span<int> batch = _batchCounts.AsSpan(start, classes);
        foreach (int row in rowNumbers)
        {
            int classIndex = _classOfRow[row];
            batch[classIndex]++;
            _drawsOfClass[classIndex]++;
            if (_timesDrawn[row]++ == 0)
            {
                _seenOfClass[classIndex]++;
                RowsSeen++;
            }
        }

        BatchCount++;
        DrawCount += rowNumbers.Length;
    }

    /// <summary>How many rows of each class a batch held, by class index.</summary>
    /// <param name="batch">The batch, in the order of recording, of [0, <see cref="BatchCount"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch is outside that range.</exception>
    [MayBeZero]
    public ReadOnlySpan<int> ClassCountsOfBatch(int batch)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)batch, (uint)BatchCount, nameof(batch));
        return _batchCounts.AsSpan(batch * _drawsOfClass.Length, _drawsOfClass.Length);
    }

    /// <summary>
    /// An aligned table: by class the rows, the draws and their share, the rows seen, and the least and greatest number of draws of a row.
    /// Of more than 40 classes it shows the first 20 and the last 10; see <see cref="ToFullString"/>.
    /// </summary>
    public override string ToString() => Text(whole: false);

    /// <summary>The same table with a line for every class.</summary>
    public string ToFullString() => Text(whole: true);

    private string Text(bool whole)
    {
        var fewest = new int[_drawsOfClass.Length];
        var most = new int[_drawsOfClass.Length];
        Array.Fill(fewest, int.MaxValue);
        for (int row = 0; row < _timesDrawn.Length; row++)
        {
            if (_classOfRow[row] == NotInIndex)
            {
                continue;
            }

            fewest[_classOfRow[row]] = Math.Min(fewest[_classOfRow[row]], _timesDrawn[row]);
            most[_classOfRow[row]] = Math.Max(most[_classOfRow[row]], _timesDrawn[row]);
        }

        var table = new AlignedTable("class", "rows", "draws", "share", "rows seen", "seen", "draws of a row");
        for (int index = 0; index < _drawsOfClass.Length; index++)
        {
            table.Add(
                Counts.Classes[index],
                Figures.Count(Counts[index]),
                Figures.Count(_drawsOfClass[index]),
                Percent(_drawsOfClass[index], DrawCount),
                Figures.Count(_seenOfClass[index]),
                Percent(_seenOfClass[index], Counts[index]),
                Counts[index] == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{fewest[index]:N0}–{most[index]:N0}"));
        }

        table.AddBelow("total", Figures.Count(Counts.Total), Figures.Count(DrawCount), "", Figures.Count(RowsSeen), Percent(RowsSeen, Counts.Total), "");
        return table.ToString(whole);
    }

    private static string Percent(long part, long whole) =>
        whole == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:F1} %");
}
