namespace BalanceGen.Batching;

/// <summary>Batches that the user gives, of any sizes: rows of like lengths, as many rows as a budget of tokens allows, the rows of a group.</summary>
/// <remarks>
/// <para>
/// A sampler of <see cref="Index"/> draws whole batches as others draw rows, and <see cref="IndexedDataset{T}.Batches(BatchList, Sampler, bool)"/> makes batches of rows of them:
/// <c>texts.Batches(list, new RandomSampler(list.Index, seed: 1))</c>. A shard of the sampler deals out whole batches, and a state is the number of the next batch.
/// </para>
/// <para>
/// A state belongs to the rows of its list, so a state of another list is refused. Memory: 4 bytes a listed row, 8 more if a row is listed
/// several times, and 8 a batch. Immutable and thread-safe.
/// </para>
/// </remarks>
public sealed class BatchList
{
    private readonly int[] _rows;
    private readonly int[] _starts;

    // Where rows are listed several times: which time of its row each place is, and how often each row is listed.
    private readonly int[]? _earlier;
    private readonly int[]? _times;

    /// <summary>A list of batches. O(listed rows + rows of the data set).</summary>
    /// <param name="index">The row index of the data set or of the subset to whose rows the numbers belong.</param>
    /// <param name="batches">The row numbers of each batch, one or more batches of one or more rows. A row may be listed several times or not at all.</param>
    /// <exception cref="ArgumentException">No batch is given, or a batch has no rows; the error has its place in the list.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row is not in the index; the error has the place of its batch.</exception>
    /// <exception cref="TooManyRowsException">More than 2^31 − 1 rows are listed.</exception>
    public BatchList(RowIndex index, IEnumerable<IEnumerable<int>> batches)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(batches);
        var rows = new List<int>();
        var starts = new List<int> { 0 };
        foreach (IEnumerable<int> batch in batches)
        {
            ArgumentNullException.ThrowIfNull(batch, nameof(batches));
            Add(index, batch, starts.Count - 1, rows);
            MaxBatchSize = Math.Max(MaxBatchSize, rows.Count - starts[^1]);
            starts.Add(rows.Count);
        }

        if (starts.Count == 1)
        {
            throw new ArgumentException("At least one batch is needed.", nameof(batches));
        }

        _rows = [.. rows];
        _starts = [.. starts];
        DatasetLength = index.DatasetLength;
        RowsHash = index.RowsHash;
        (_earlier, _times) = TimesOf(_rows, DatasetLength);
        Index = new RowIndex(new ClassCounts(new ClassSet(["batch"]), Count), [0], [.. Enumerable.Range(0, Count)], Count, HashOf(_rows, _starts, RowsHash));
    }

    /// <summary>The number of batches, 1 or more.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>How many rows all batches have together.</summary>
    public int RowCount => _rows.Length;

    /// <summary>The number of rows of the largest batch.</summary>
    public int MaxBatchSize { get; }

    /// <summary>The batches as the rows of an index, all of one class: samplers of it draw batches of this list.</summary>
    public RowIndex Index { get; }

    /// <summary>The row numbers of a batch.</summary>
    /// <param name="batch">The place of the batch in the list, of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is outside that range.</exception>
    public ReadOnlySpan<int> this[int batch]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)batch, (uint)Count, nameof(batch));
            return _rows.AsSpan(_starts[batch].._starts[batch + 1]);
        }
    }

    /// <summary>The data set to whose rows the numbers belong, as its index tells it.</summary>
    internal int DatasetLength { get; }

    internal ulong RowsHash { get; }

    /// <summary>How many rows consecutive batches have together.</summary>
    internal long RowsOf(Sampler order, long firstDraw, long endDraw)
    {
        long rows = 0;
        foreach (int batch in order.Draws(firstDraw, endDraw - firstDraw))
        {
            rows += _starts[batch + 1] - _starts[batch];
        }

        return rows;
    }

    /// <summary>The contexts of the rows of a batch. Where a row is listed k times, its j-th place in the list has visit v·k + j at visit v of the batch.</summary>
    internal void FillContexts(Sampler order, long draw, Span<DrawContext> contexts)
    {
        int batch = order.RowAt(draw);
        long visit = order.VisitAt(draw);
        for (int place = _starts[batch]; place < _starts[batch + 1]; place++)
        {
            int row = _rows[place];
            contexts[place - _starts[batch]] = order.ContextOf(draw, row, _times is null ? visit : (visit * _times[row]) + _earlier![place]);
        }
    }

    private static void Add(RowIndex index, IEnumerable<int> batch, int number, List<int> rows)
    {
        int before = rows.Count;
        foreach (int row in batch)
        {
            if ((uint)row >= (uint)index.DatasetLength || (index.IsSubset && !index.Contains(row)))
            {
                throw new ArgumentOutOfRangeException("batches", row, string.Create(CultureInfo.InvariantCulture, $"A row of batch {number} is not in this data set or subset."));
            }

            if (rows.Count == Array.MaxLength)
            {
                throw new TooManyRowsException(rows.Count + 1L);
            }

            rows.Add(row);
        }

        if (rows.Count == before)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Batch {number} has no rows."), "batches");
        }
    }

    private static (int[]? Earlier, int[]? Times) TimesOf(int[] rows, int datasetLength)
    {
        var times = new int[datasetLength];
        var earlier = new int[rows.Length];
        bool hasTwice = false;
        for (int place = 0; place < rows.Length; place++)
        {
            earlier[place] = times[rows[place]]++;
            hasTwice |= earlier[place] > 0;
        }

        return hasTwice ? (earlier, times) : (null, null);
    }

    private static ulong HashOf(int[] rows, int[] starts, ulong rowsHash)
    {
        ulong hash = RowSetHash.Add(RowSetHash.Of(rows), (int)rowsHash) ^ rowsHash;
        foreach (int start in starts)
        {
            hash = RowSetHash.Add(hash, start);
        }

        return RowSetHash.Finish(hash, starts.Length);
    }
}
