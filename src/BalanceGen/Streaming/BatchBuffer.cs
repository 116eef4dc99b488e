namespace BalanceGen.Streaming;

/// <summary>Rows that wait for their batch to be full. It grows to the size of a batch: a size beyond the end of the stream costs nothing.</summary>
internal sealed class BatchBuffer<T>(int size, bool reuse)
{
    private const int FirstLength = 1024;
    private T[] _rows = new T[Math.Min(size, FirstLength)];

    /// <summary>How many rows wait.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <returns>Whether the batch is full, so that it must be taken.</returns>
    public bool Add(T row)
    {
        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, (int)Math.Min(size, 2L * Count));
        }

        _rows[Count++] = row;
        return Count == size;
    }

    /// <summary>Takes the rows that wait; the next one begins another batch.</summary>
    public ReadOnlyMemory<T> Take()
    {
        ReadOnlyMemory<T> batch = _rows.AsMemory(0, Count);
        Count = 0;
        _rows = reuse ? _rows : new T[batch.Length];
        return batch;
    }
}
