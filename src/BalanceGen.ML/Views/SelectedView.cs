namespace BalanceGen.ML;

/// <summary>
/// The rows of any view, each as often as a list says, in the order of the source. Nothing is copied: the source's cursor stays at a row while it is
/// shown again. Sources are read forwards only, so there is one cursor, and no shuffling.
/// </summary>
internal sealed class SelectedView(IDataView source, Multiplicities times) : IDataView
{
    public DataViewSchema Schema { get; } = times.HasCopies && !SourceRows.IsMarked(source.Schema)
        ? AppendedSchema.Of(source.Schema, SourceRows.ColumnName, NumberDataViewType.Int64, SourceRows.Mark())
        : source.Schema;

    public bool CanShuffle => false;

    /// <summary>The view of some of a source's rows. Rows of BalanceGen's own views stay within reach in any order.</summary>
    public static IDataView Of(IDataView source, Multiplicities times) => source is ISelectableView own && times.Total <= Array.MaxLength
        ? own.Select(times.ToPositions(), times.HasCopies)
        : new SelectedView(source, times);

    public long? GetRowCount() => times.Total;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        bool[] active = ActiveColumns.Of(Schema, columnsNeeded);
        return new SelectedCursor(Schema, active, source.GetRowCursor(source.Schema.Where(column => active[column.Index])), times);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];
}
