namespace BalanceGen.ML;

/// <summary>
/// A data view over rows that are in memory. Every position can be reached at once, so it can be shuffled and read by several cursors without a buffer
/// of rows.
/// </summary>
internal sealed class RowView<T> : ISelectableView
{
    private readonly RowOrder _order;
    private readonly RowStore<T> _rows;
    private readonly IReadOnlyList<RowColumn<T>> _columns;

    public RowView(RowStore<T> rows, RowOrder order, IReadOnlyList<RowColumn<T>> columns)
    {
        _rows = rows;
        _order = order;
        _columns = columns;
        Schema = RowColumn<T>.SchemaOf(columns);
    }

    public DataViewSchema Schema { get; }

    /// <summary>The permutation is over 31 bits.</summary>
    public bool CanShuffle => _order.Count <= int.MaxValue;

    public long? GetRowCount() => _order.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new BlockCursor<T>(Schema, _columns, _rows, _order, ActiveColumns.Of(Schema, columnsNeeded), ShuffleSeed(rand), 0, 1);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        bool[] active = ActiveColumns.Of(Schema, columnsNeeded);
        long? seed = ShuffleSeed(rand);
        long blocks = Math.Max(1, (_order.Count + BlockCursor<T>.BlockLength - 1) / BlockCursor<T>.BlockLength);
        var cursors = new DataViewRowCursor[(int)Math.Clamp(n, 1, blocks)];
        for (int cursor = 0; cursor < cursors.Length; cursor++)
        {
            cursors[cursor] = new BlockCursor<T>(Schema, _columns, _rows, _order, active, seed, cursor, cursors.Length);
        }

        return cursors;
    }

    public IDataView Select(int[] positions, bool hasCopies)
    {
        IReadOnlyList<RowColumn<T>> columns = hasCopies && !SourceRows.IsMarked(Schema)
            ? [.. _columns, new RowNumberColumn<T>(SourceRows.ColumnName, SourceRows.Mark())]
            : _columns;
        return new RowView<T>(_rows, new SelectedOrder(_order, positions, hasCopies), columns);
    }

    private long? ShuffleSeed(Random? rand) => rand is null || !CanShuffle ? null : ((long)rand.Next() << 32) | (uint)rand.Next();
}
