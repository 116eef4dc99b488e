namespace BalanceGen.Streaming;

/// <summary>Reads a sequence and gives its errors the number of the row that could not be read.</summary>
internal struct NumberedSource<T>(IEnumerator<T> rows) : IDisposable
{
    private readonly IEnumerator<T> _rows = rows;

    /// <summary>How many rows were read.</summary>
    public long Count { get; private set; }

    public bool TryRead(out T row)
    {
        try
        {
            if (_rows.MoveNext())
            {
                row = _rows.Current;
                Count++;
                return true;
            }
        }
        catch (Exception error) when (SourceRowException.Concerns(error))
        {
            throw new SourceRowException(Count, error);
        }

        row = default!;
        return false;
    }

    public readonly void Dispose() => _rows.Dispose();
}
