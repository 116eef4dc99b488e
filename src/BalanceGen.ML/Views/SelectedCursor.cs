namespace BalanceGen.ML;

/// <summary>Goes through a source and shows each row as often as it is to be.</summary>
internal sealed class SelectedCursor(DataViewSchema schema, bool[] active, DataViewRowCursor source, Multiplicities times) : DerivedCursor(schema, active, source)
{
    private long _sourceRow = -1;
    private long _position = -1;
    private int _copy;
    private int _copies;
    private bool _isDone;

    public override long Position => _position;

    public override long Batch => 0;

    public override bool MoveNext()
    {
        if (_isDone)
        {
            return false;
        }

        _copy++;
        while (_copy >= _copies)
        {
            if (!Source.MoveNext())
            {
                long rows = _sourceRow + 1;
                Finish();
                return rows == times.Length ? false : throw Changed(rows.ToString(CultureInfo.InvariantCulture));
            }

            _sourceRow++;
            _copies = _sourceRow < times.Length ? times[_sourceRow] : throw Changed("more");
            _copy = 0;
        }

        _position++;
        return true;
    }

    /// <summary>The first copy has the id of its row; the others have ids of their own.</summary>
    public override ValueGetter<DataViewRowId> GetIdGetter()
    {
        ValueGetter<DataViewRowId> ofRow = Source.GetIdGetter();
        return (ref DataViewRowId value) =>
        {
            ofRow(ref value);
            if (_copy > 0)
            {
                value = value.Combine(new DataViewRowId((ulong)_copy, 1));
            }
        };
    }

    protected override Delegate OwnGetter() => (ValueGetter<long>)((ref long value) =>
        value = _position >= 0 ? _sourceRow : throw new InvalidOperationException("The cursor is not at a row: call MoveNext first, and read only where it has returned true."));

    protected override void Dispose(bool disposing)
    {
        Finish();
        base.Dispose(disposing);
    }

    private void Finish()
    {
        _isDone = true;
        _position = -1;
    }

    private InvalidOperationException Changed(string now) => new($"The source had {times.Length} rows when it was counted and has {now} now. A data view must give the same rows every time.");
}
