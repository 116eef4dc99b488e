namespace BalanceGen.ML;

/// <summary>The number of the row in the data set.</summary>
internal sealed class RowNumberColumn<T>(string name, DataViewSchema.Annotations? annotations = null) : RowColumn<T>(name, NumberDataViewType.Int64)
{
    public override DataViewSchema.Annotations? Annotations { get; } = annotations;

    public override Delegate GetterOf(RowCursor<T> cursor)
    {
        RowStore<T> rows = cursor.Rows;
        return (ValueGetter<long>)((ref long value) => value = rows.NumberOf(cursor.RowNumber));
    }
}
