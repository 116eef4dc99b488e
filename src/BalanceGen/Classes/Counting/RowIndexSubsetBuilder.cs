namespace BalanceGen.Classes;

/// <summary>Collects the rows of a subset of a data set, class by class in ascending order, and makes their index.</summary>
internal sealed class RowIndexSubsetBuilder
{
    private readonly RowIndex _whole;
    private readonly long[] _counts;
    private int[] _rows;
    private int _length;
    private int _lastClass;
    private ulong _hash;

    public RowIndexSubsetBuilder(RowIndex whole, int expectedRows = 0)
    {
        _whole = whole;
        _counts = new long[whole.Classes.Count];
        _rows = expectedRows == 0 ? [] : GC.AllocateUninitializedArray<int>(expectedRows);
    }

    /// <summary>Adds a row; classes must come in the order of their indices.</summary>
    public void Add(int classIndex, int row)
    {
        if (classIndex < _lastClass)
        {
            throw new InvalidOperationException("Rows must be added class by class.");
        }

        if (_length == _rows.Length)
        {
            Array.Resize(ref _rows, (int)Math.Min(_whole.RowCount, Math.Max(16, 2L * _length)));
        }

        _rows[_length++] = row;
        _counts[classIndex]++;
        _lastClass = classIndex;
        _hash = RowSetHash.Add(_hash, row);
    }

    /// <summary>The index of the added rows, or the whole index where they are all of its rows.</summary>
    public RowIndex ToIndex()
    {
        if (_length == _whole.RowCount)
        {
            return _whole;
        }

        var starts = new int[_counts.Length];
        for (int index = 1; index < starts.Length; index++)
        {
            starts[index] = starts[index - 1] + (int)_counts[index - 1];
        }

        Array.Resize(ref _rows, _length);

        return new RowIndex(
            new ClassCounts(_whole.Classes, _counts), starts, _rows, _whole.DatasetLength, RowSetHash.Finish(_hash, _length), _whole.HasCopies);
    }
}
