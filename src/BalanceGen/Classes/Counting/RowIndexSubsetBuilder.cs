namespace BalanceGen.Classes;

/// <summary>Collects the rows of a subset of a data set, class by class in ascending order, and makes their index.</summary>
internal sealed class RowIndexSubsetBuilder(RowIndex whole)
{
    private readonly long[] _counts = new long[whole.Classes.Count];
    private int[] _rows = [];
    private int _length;
    private int _lastClass;
    private ulong _hash;

    /// <summary>Adds a row; classes must come in the order of their indices.</summary>
    public void Add(int classIndex, int row)
    {
        if (classIndex < _lastClass)
        {
            throw new InvalidOperationException("Rows must be added class by class.");
        }

        if (_length == _rows.Length)
        {
            Array.Resize(ref _rows, (int)Math.Min(whole.RowCount, Math.Max(16, 2L * _length)));
        }

        _rows[_length++] = row;
        _counts[classIndex]++;
        _lastClass = classIndex;
        _hash = RowSetHash.Add(_hash, row);
    }

    /// <summary>The index of the added rows, or the whole index where they are all of its rows.</summary>
    public RowIndex ToIndex()
    {
        if (_length == whole.RowCount)
        {
            return whole;
        }

        Array.Resize(ref _rows, _length);
        var counts = new ClassCounts(whole.Classes, _counts);
        return new RowIndex(counts, counts.ToStarts(), _rows, whole.DatasetLength, RowSetHash.Finish(_hash, _length), whole.HasCopies);
    }
}
