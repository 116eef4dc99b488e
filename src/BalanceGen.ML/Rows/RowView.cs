namespace BalanceGen.ML;

/// <summary>
/// A data view over rows that are in memory. Every position can be reached at once, so it can be shuffled and read by several cursors without a buffer
/// of rows.
/// </summary>
internal sealed class RowView<T>(RowStore<T> rows, RowOrder order, IReadOnlyList<RowColumn<T>> columns) : ISelectableView
{
    public DataViewSchema Schema { get; } = RowColumn<T>.SchemaOf(columns);

    /// <summary>The permutation is over 31 bits.</summary>
    public bool CanShuffle => order.Count <= int.MaxValue;

    public long? GetRowCount() => order.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new BlockCursor<T>(Schema, columns, rows, order, ActiveColumns.Of(Schema, columnsNeeded), ShuffleSeed(rand), 0, 1);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        bool[] active = ActiveColumns.Of(Schema, columnsNeeded);
        long? seed = ShuffleSeed(rand);
        long blocks = Math.Max(1, (order.Count + BlockCursor<T>.BlockLength - 1) / BlockCursor<T>.BlockLength);
        var cursors = new DataViewRowCursor[(int)Math.Clamp(n, 1, blocks)];
        for (int cursor = 0; cursor < cursors.Length; cursor++)
        {
            cursors[cursor] = new BlockCursor<T>(Schema, columns, rows, order, active, seed, cursor, cursors.Length);
        }

        return cursors;
    }

    public IDataView Select(int[] positions, bool hasCopies)
    {
        IReadOnlyList<RowColumn<T>> shown = hasCopies && !SourceRows.IsMarked(Schema)
            ? [.. columns, RowColumn<T>.Number(SourceRows.ColumnName, SourceRows.Mark())]
            : columns;
        return new RowView<T>(rows, new SelectedOrder(order, positions, hasCopies), shown);
    }

    private long? ShuffleSeed(Random? rand) => rand is null || !CanShuffle ? null : ((long)rand.Next() << 32) | (uint)rand.Next();
}
