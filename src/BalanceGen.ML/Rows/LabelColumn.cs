namespace BalanceGen.ML;

/// <summary>The class of a row as a key; 0 is the missing key of a row whose label is ignored.</summary>
internal sealed class LabelColumn<T>(string name, ClassSet classes) : RowColumn<T>(name, new KeyDataViewType(typeof(uint), (ulong)classes.Count))
{
    public override DataViewSchema.Annotations? Annotations { get; } = NamesAnnotation.Of(NamesAnnotation.KeyValues, [.. classes.Names]);

    public override Delegate GetterOf(RowCursor<T> cursor)
    {
        RowStore<T> rows = cursor.Rows;
        return (ValueGetter<uint>)((ref uint value) => value = rows.ClassOf(cursor.RowNumber) is var classIndex and >= 0 ? (uint)classIndex + 1 : 0);
    }
}
