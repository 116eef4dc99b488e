namespace BalanceGen.ML;

/// <summary>A column whose value a function reads.</summary>
internal sealed class ValueColumn<T, TValue>(string name, DataViewType type, RowValue<T, TValue> read) : RowColumn<T>(name, type)
{
    public override Delegate GetterOf(RowCursor<T> cursor)
    {
        RowStore<T> rows = cursor.Rows;
        RowValue<T, TValue> readOne = read;
        return (ValueGetter<TValue>)((ref TValue value) => value = readOne(in rows[cursor.RowNumber]));
    }
}
