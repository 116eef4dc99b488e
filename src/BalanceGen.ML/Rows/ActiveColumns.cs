namespace BalanceGen.ML;

/// <summary>Which columns of a view a cursor was asked for.</summary>
internal static class ActiveColumns
{
    public static bool[] Of(DataViewSchema schema, IEnumerable<DataViewSchema.Column> columnsNeeded)
    {
        ArgumentNullException.ThrowIfNull(columnsNeeded);
        var active = new bool[schema.Count];
        foreach (DataViewSchema.Column column in columnsNeeded)
        {
            active[Checked(schema, column)] = true;
        }

        return active;
    }

    /// <summary>The index of a column, which must be one of the schema's.</summary>
    public static int Checked(DataViewSchema schema, DataViewSchema.Column column) =>
        column.Index < schema.Count && schema[column.Index].Name == column.Name && schema[column.Index].Type.Equals(column.Type)
            ? column.Index
            : throw new ArgumentOutOfRangeException(nameof(column), column.Name, "The column does not belong to this view.");

    /// <summary>The index of a column, which must be one of the schema's that the cursor was asked for.</summary>
    public static int Checked(DataViewSchema schema, DataViewSchema.Column column, bool[] active) => Checked(schema, column) is var index && active[index]
        ? index
        : throw new ArgumentOutOfRangeException(nameof(column), column.Name, "The column is not active: the cursor was made without it.");

    /// <summary>A getter of a column as one of the type that is asked for.</summary>
    public static ValueGetter<TValue> Typed<TValue>(Delegate getter, DataViewSchema.Column column) => getter as ValueGetter<TValue> ??
        throw new InvalidOperationException($"The column '{column.Name}' has values of {column.Type.RawType}, not of {typeof(TValue)}.");
}
