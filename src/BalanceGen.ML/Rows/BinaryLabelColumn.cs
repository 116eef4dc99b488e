namespace BalanceGen.ML;

/// <summary>Whether a row is of one class.</summary>
internal sealed class BinaryLabelColumn<T>(string name, ClassSet classes, int positive) : RowColumn<T>(name, BooleanDataViewType.Instance)
{
    public override Delegate GetterOf(RowCursor<T> cursor)
    {
        RowStore<T> rows = cursor.Rows;
        (ClassSet all, int one) = (classes, positive);
        return (ValueGetter<bool>)((ref bool value) =>
        {
            int row = cursor.RowNumber;
            int classIndex = rows.ClassOf(row);
            value = classIndex >= 0 ? classIndex == one : throw new UnknownLabelException("(ignored)", all, rows.NumberOf(row));
        });
    }
}
