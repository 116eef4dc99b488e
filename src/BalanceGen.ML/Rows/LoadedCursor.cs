namespace BalanceGen.ML;

/// <summary>Goes through loaded batches; its thread waits where the next one is not there yet.</summary>
internal sealed class LoadedCursor<T>(
    DataViewSchema schema,
    IReadOnlyList<RowColumn<T>> columns,
    LoadedRowStore<T> rows,
    bool[] active,
    IAsyncEnumerable<LoadedBatch<T>> batches,
    long? rowCount) : RowCursor<T>(schema, columns, rows, active)
{
    private IAsyncEnumerator<LoadedBatch<T>>? _loader;
    private int _place;
    private long _position = -1;
    private long _shown;
    private bool _isDone;

    /// <summary>How many rows this cursor has shown before the current one; −1 before the first row and after the last.</summary>
    public override long Position => _position;

    public override long Batch => 0;

    public override int RowNumber => _position >= 0 ? _place : throw NotAtRow();

    /// <exception cref="RowLoadException">A row could not be read, where that is an error.</exception>
    /// <exception cref="InvalidOperationException">There are fewer or more rows than the view was told.</exception>
    public override bool MoveNext()
    {
        if (_isDone)
        {
            return false;
        }

        _place++;
        while (_place >= rows.Count)
        {
            _loader ??= batches.GetAsyncEnumerator();
            if (!Wait(_loader.MoveNextAsync()))
            {
                Finish();
                return rowCount is null || rowCount == _shown ? false : throw OtherCount("only ", _shown);
            }

            rows.Show(_loader.Current);
            _place = 0;
        }

        _position = _shown++;
        if (_shown <= (rowCount ?? long.MaxValue))
        {
            return true;
        }

        Finish();
        throw OtherCount("at least ", _shown);
    }

    /// <summary>A draw is one row of the view, however often its row is drawn.</summary>
    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) =>
    {
        _ = RowNumber;
        value = new DataViewRowId((ulong)_position, 0);
    };

    protected override void Dispose(bool disposing)
    {
        Finish();
        base.Dispose(disposing);
    }

    private static TResult Wait<TResult>(ValueTask<TResult> task) => task.IsCompletedSuccessfully ? task.Result : task.AsTask().GetAwaiter().GetResult();

    private InvalidOperationException OtherCount(string quantity, long count) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The view was made for {rowCount} rows, and the loader gives {quantity}{count}. Give the exact number, or none where rows are skipped."));

    private void Finish()
    {
        _isDone = true;
        _position = -1;
        rows.Show(null);
        if (_loader is { } loader)
        {
            _loader = null;
            loader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
