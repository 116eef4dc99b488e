namespace BalanceGen.ML;

/// <summary>A cursor over records, whose columns read the current one.</summary>
internal abstract class RowCursor<T>(DataViewSchema schema, IReadOnlyList<RowColumn<T>> columns, RowStore<T> rows, bool[] active) : DataViewRowCursor
{
    public override DataViewSchema Schema { get; } = schema;

    public RowStore<T> Rows { get; } = rows;

    /// <summary>The number of the current row among <see cref="Rows"/>.</summary>
    /// <exception cref="InvalidOperationException">The cursor is before the first row or behind the last.</exception>
    public abstract int RowNumber { get; }

    public override bool IsColumnActive(DataViewSchema.Column column) => active[ActiveColumns.Checked(Schema, column)];

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        ActiveColumns.Typed<TValue>(columns[ActiveColumns.Checked(Schema, column, active)].GetterOf(this), column);

    protected static InvalidOperationException NotAtRow() => new("The cursor is not at a row: call MoveNext first, and read only where it has returned true.");
}
