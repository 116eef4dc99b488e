namespace BalanceGen.ML;

/// <summary>A column of dense vectors, written into the caller's buffer: the same buffer is used again for every row.</summary>
internal sealed class VectorColumn<T>(string name, int length, RowVector<T> write, string[]? slotNames)
    : RowColumn<T>(name, new VectorDataViewType(NumberDataViewType.Single, length))
{
    public override DataViewSchema.Annotations? Annotations { get; } = slotNames is null ? null : NamesAnnotation.Of(NamesAnnotation.SlotNames, slotNames);

    public override Delegate GetterOf(RowCursor<T> cursor)
    {
        RowStore<T> rows = cursor.Rows;
        (RowVector<T> writeOne, int elements) = (write, length);
        return (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) =>
        {
            VBufferEditor<float> editor = VBufferEditor.Create(ref value, elements);

            // A trainer's buffer holds the row before, whose elements must not be taken for those of this one.
            editor.Values.Clear();
            writeOne(in rows[cursor.RowNumber], editor.Values);
            value = editor.Commit();
        });
    }
}
