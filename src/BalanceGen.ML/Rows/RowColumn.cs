namespace BalanceGen.ML;

/// <summary>One column of a view over rows: its type, and how a cursor reads it.</summary>
internal abstract class RowColumn<T>(string name, DataViewType type)
{
    public string Name { get; } = name;

    public DataViewType Type { get; } = type;

    public virtual DataViewSchema.Annotations? Annotations => null;

    /// <summary>A getter of the current row of a cursor; its type is that of <see cref="Type"/>.</summary>
    public abstract Delegate GetterOf(RowCursor<T> cursor);

    /// <summary>Refuses rows that the column does not belong to.</summary>
    /// <param name="rows">The number of rows of the data set, also where the view shows some of them; null where the rows are loaded and have no number of their own.</param>
    public virtual void CheckRows(int? rows)
    {
    }

    public static DataViewSchema SchemaOf(IReadOnlyList<RowColumn<T>> columns)
    {
        var builder = new DataViewSchema.Builder();
        foreach (RowColumn<T> column in columns)
        {
            builder.AddColumn(column.Name, column.Type, column.Annotations);
        }

        return builder.ToSchema();
    }
}
