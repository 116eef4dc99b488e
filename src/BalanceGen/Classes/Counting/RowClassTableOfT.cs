using System.Numerics;

namespace BalanceGen.Classes;

/// <summary>The class of each row, as integers of one width.</summary>
internal sealed class RowClassTable<TInteger> : RowClassTable
    where TInteger : unmanaged, IBinaryInteger<TInteger>
{
    private readonly TInteger[] _classOfRow;
    private readonly TInteger _absent;

    public RowClassTable(RowIndex index)
    {
        _absent = TInteger.CreateTruncating(index.Classes.Count);
        _classOfRow = GC.AllocateUninitializedArray<TInteger>(index.DatasetLength);
        _classOfRow.AsSpan().Fill(_absent);
        for (int classIndex = 0; classIndex < index.Classes.Count; classIndex++)
        {
            TInteger value = TInteger.CreateTruncating(classIndex);
            int start = index.Starts[classIndex];
            int count = (int)index.Counts[classIndex];
            if (index.SortedRows is not { } sortedRows)
            {
                _classOfRow.AsSpan(start, count).Fill(value);
                continue;
            }

            foreach (int row in sortedRows.AsSpan(start, count))
            {
                _classOfRow[row] = value;
            }
        }
    }

    public override int this[int row]
    {
        get
        {
            TInteger value = _classOfRow[row];
            return value == _absent ? ClassIndex.Unknown : int.CreateTruncating(value);
        }
    }

    public override int Next(int row)
    {
        int steps = _classOfRow.AsSpan(row).IndexOfAnyExcept(_absent);
        return steps < 0 ? _classOfRow.Length : row + steps;
    }
}
