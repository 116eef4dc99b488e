namespace BalanceGen.ML;

/// <summary>The labels of one column, numbered in the order in which they are met. It is filled by one thread; afterwards many may look labels up.</summary>
internal abstract class LabelTable
{
    /// <summary>The number of a label that is missing.</summary>
    public const int Missing = -1;

    /// <summary>The number of a label that the table does not have; only looking up gives it.</summary>
    public const int Absent = -2;

    /// <summary>Whether the column's type tells all labels and their order, so that no row has to be looked at.</summary>
    public virtual bool IsComplete => false;

    /// <summary>The number of labels that are known.</summary>
    public abstract int Count { get; }

    /// <summary>The label of a number as text: the class name.</summary>
    public abstract string NameOf(int number);

    /// <summary>The numbers in the order in which their classes are listed.</summary>
    public abstract int[] InOrder();

    /// <summary>A function that gives the number of the current row's label.</summary>
    /// <param name="row">The cursor.</param>
    /// <param name="column">The column of the cursor's schema.</param>
    /// <param name="adds">Whether a new label gets the next number; otherwise it is <see cref="Absent"/>.</param>
    public abstract Func<int> Numbering(DataViewRow row, DataViewSchema.Column column, bool adds);

    /// <summary>An empty table for the labels of a column.</summary>
    /// <exception cref="LabelColumnException">The column's type is none of a label.</exception>
    public static LabelTable For(DataViewSchema.Column column) => column.Type switch
    {
        BooleanDataViewType => new BooleanLabels(),
        TextDataViewType => new TextLabels(),
        KeyDataViewType key => KeyLabels.For(column, key),
        NumberDataViewType number => For(column, number),
        VectorDataViewType => throw new LabelColumnException(column.Name, "it is a vector, and a label is one value a row."),
        _ => throw new LabelColumnException(column.Name, $"its type {column.Type} is neither Boolean, key, text nor a number."),
    };

    /// <summary>The column that a name stands for in a view: of several, the last.</summary>
    /// <exception cref="LabelColumnException">The view has no column of that name.</exception>
    public static DataViewSchema.Column ColumnOf(DataViewSchema schema, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return schema.GetColumnOrNull(name) ??
            throw new LabelColumnException(name, $"the view has no such column. It has {string.Join(", ", schema.Where(column => !column.IsHidden).Select(column => $"'{column.Name}'"))}.");
    }

    private static LabelTable For(DataViewSchema.Column column, NumberDataViewType type) => type.RawType switch
    {
        Type raw when raw == typeof(float) => new NumberLabels<float>(),
        Type raw when raw == typeof(double) => new NumberLabels<double>(),
        Type raw when raw == typeof(sbyte) => new NumberLabels<sbyte>(),
        Type raw when raw == typeof(byte) => new NumberLabels<byte>(),
        Type raw when raw == typeof(short) => new NumberLabels<short>(),
        Type raw when raw == typeof(ushort) => new NumberLabels<ushort>(),
        Type raw when raw == typeof(int) => new NumberLabels<int>(),
        Type raw when raw == typeof(uint) => new NumberLabels<uint>(),
        Type raw when raw == typeof(long) => new NumberLabels<long>(),
        Type raw when raw == typeof(ulong) => new NumberLabels<ulong>(),
        _ => throw new LabelColumnException(column.Name, $"its type {type} is no number of a known kind."),
    };
}
