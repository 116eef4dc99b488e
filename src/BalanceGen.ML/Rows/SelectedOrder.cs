namespace BalanceGen.ML;

/// <summary>Positions of another order: those of one subset of a split, or of a resampled view.</summary>
internal sealed class SelectedOrder(RowOrder source, int[] positions, bool hasCopies) : RowOrder
{
    public override long Count => positions.Length;

    public override void Fill(long firstPosition, Span<int> rows)
    {
        for (int place = 0; place < rows.Length; place++)
        {
            rows[place] = source.RowAt(positions[firstPosition + place]);
        }
    }

    public override int RowAt(long position) => source.RowAt(positions[position]);

    public override DataViewRowId IdAt(long position, int row)
    {
        DataViewRowId id = source.IdAt(positions[position], row);
        return hasCopies ? id.Combine(new DataViewRowId((ulong)position, 1)) : id;
    }
}
