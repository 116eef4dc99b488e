namespace BalanceGen.ML;

/// <summary>One column of a view over rows: its type, and how a cursor reads it.</summary>
/// <param name="name">The name of the column.</param>
/// <param name="type">The type of its values.</param>
/// <param name="getterOf">Makes a getter of the current row of a cursor, for values of the type. What it captures, it captures directly.</param>
/// <param name="annotations">The names of its keys or elements, or a mark.</param>
internal sealed class RowColumn<T>(string name, DataViewType type, Func<RowCursor<T>, Delegate> getterOf, DataViewSchema.Annotations? annotations = null)
{
    public string Name { get; } = name;

    /// <summary>The number of rows of the data set that the column belongs to; null if it belongs to any.</summary>
    public int? RowCount { get; private init; }

    /// <summary>The class of a row as a key; 0 is the missing key of a row whose label is ignored.</summary>
    public static RowColumn<T> Label(string name, ClassSet classes)
    {
        DataViewSchema.Annotations names = NamesAnnotation.Of(NamesAnnotation.KeyValues, [.. classes.Names]);
        return new(name, new KeyDataViewType(typeof(uint), (ulong)classes.Count), cursor => Getter(cursor, cursor.Rows), names);

        static ValueGetter<uint> Getter(RowCursor<T> cursor, RowStore<T> rows) => (ref uint value) =>
            value = rows.ClassOf(cursor.RowNumber) is var classIndex and >= 0 ? (uint)classIndex + 1 : 0;
    }

    /// <summary>Whether a row is of one class.</summary>
    public static RowColumn<T> BinaryLabel(string name, ClassSet classes, int positive)
    {
        return new(name, BooleanDataViewType.Instance, cursor => Getter(cursor, cursor.Rows, classes, positive));

        static ValueGetter<bool> Getter(RowCursor<T> cursor, RowStore<T> rows, ClassSet classes, int positive) => (ref bool value) =>
        {
            int row = cursor.RowNumber;
            int classIndex = rows.ClassOf(row);
            value = classIndex >= 0 ? classIndex == positive : throw new UnknownLabelException("(ignored)", classes, rows.NumberOf(row));
        };
    }

    /// <summary>The weight of the row's class.</summary>
    public static RowColumn<T> ClassWeight(string name, float[] ofClass)
    {
        return new(name, NumberDataViewType.Single, cursor => Getter(cursor, cursor.Rows, ofClass));

        static ValueGetter<float> Getter(RowCursor<T> cursor, RowStore<T> rows, float[] ofClass) => (ref float value) =>
            value = rows.ClassOf(cursor.RowNumber) is var classIndex and >= 0 ? ofClass[classIndex] : 0;
    }

    /// <summary>A weight of each row of a data set.</summary>
    public static RowColumn<T> SampleWeight(string name, float[] ofRow)
    {
        return new(name, NumberDataViewType.Single, cursor => Getter(cursor, ofRow)) { RowCount = ofRow.Length };

        static ValueGetter<float> Getter(RowCursor<T> cursor, float[] ofRow) => (ref float value) => value = ofRow[cursor.RowNumber];
    }

    /// <summary>The number of the row in the data set.</summary>
    public static RowColumn<T> Number(string name, DataViewSchema.Annotations? annotations = null)
    {
        return new(name, NumberDataViewType.Int64, cursor => Getter(cursor, cursor.Rows), annotations);

        static ValueGetter<long> Getter(RowCursor<T> cursor, RowStore<T> rows) => (ref long value) => value = rows.NumberOf(cursor.RowNumber);
    }

    /// <summary>What a function reads of the row.</summary>
    public static RowColumn<T> Value<TValue>(string name, DataViewType type, RowValue<T, TValue> read)
    {
        return new(name, type, cursor => Getter(cursor, cursor.Rows, read));

        static ValueGetter<TValue> Getter(RowCursor<T> cursor, RowStore<T> rows, RowValue<T, TValue> read) => (ref TValue value) =>
            value = read(in rows[cursor.RowNumber]);
    }

    /// <summary>A dense vector, written into the caller's buffer: the same buffer is used again for every row.</summary>
    public static RowColumn<T> Vector(string name, int length, RowVector<T> write, string[]? slotNames)
    {
        DataViewSchema.Annotations? names = slotNames is null ? null : NamesAnnotation.Of(NamesAnnotation.SlotNames, slotNames);
        return new(name, new VectorDataViewType(NumberDataViewType.Single, length), cursor => Getter(cursor, cursor.Rows, write, length), names);

        static ValueGetter<VBuffer<float>> Getter(RowCursor<T> cursor, RowStore<T> rows, RowVector<T> write, int length) => (ref VBuffer<float> value) =>
        {
            VBufferEditor<float> editor = VBufferEditor.Create(ref value, length);

            // A trainer's buffer holds the row before, whose elements must not be taken for those of this one.
            editor.Values.Clear();
            write(in rows[cursor.RowNumber], editor.Values);
            value = editor.Commit();
        };
    }

    /// <summary>A getter of the current row of a cursor; its type is that of the column.</summary>
    public Delegate GetterOf(RowCursor<T> cursor) => getterOf(cursor);

    /// <summary>Refuses rows that the column does not belong to. Weights of other rows would be used silently.</summary>
    /// <param name="rows">The number of rows of the data set, also where the view shows some of them; null where the rows are loaded and have no number of their own.</param>
    public void CheckRows(int? rows)
    {
        if (RowCount is not null && rows is null)
        {
            throw new ArgumentException(
                $"The sample weights in the column '{Name}' are found by the number of a row in a data set in memory, and these rows are loaded. Take class weights, or a Single column with the weight in the row.", "weights");
        }

        if (RowCount is { } count && rows != count)
        {
            throw new ArgumentException($"There are {count} sample weights in the column '{Name}', and the data set has {rows} rows.", "weights");
        }
    }

    public static DataViewSchema SchemaOf(IReadOnlyList<RowColumn<T>> columns)
    {
        var builder = new DataViewSchema.Builder();
        foreach (RowColumn<T> column in columns)
        {
            column.AddTo(builder);
        }

        return builder.ToSchema();
    }

    private void AddTo(DataViewSchema.Builder builder) => builder.AddColumn(Name, type, annotations);
}
