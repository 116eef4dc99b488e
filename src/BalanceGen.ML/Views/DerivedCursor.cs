namespace BalanceGen.ML;

/// <summary>A cursor over the rows of another: it shows the source's columns, and possibly one of its own behind them.</summary>
internal abstract class DerivedCursor : DataViewRowCursor
{
    private readonly bool[] _active;

    protected DerivedCursor(DataViewSchema schema, bool[] active, DataViewRowCursor source)
    {
        Schema = schema;
        Source = source;
        _active = active;
    }

    public override DataViewSchema Schema { get; }

    public override long Position => Source.Position;

    public override long Batch => Source.Batch;

    protected DataViewRowCursor Source { get; }

    public override bool IsColumnActive(DataViewSchema.Column column) => _active[ActiveColumns.Checked(Schema, column)];

    public override ValueGetter<DataViewRowId> GetIdGetter() => Source.GetIdGetter();

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        int index = ActiveColumns.Checked(Schema, column);
        if (!_active[index])
        {
            throw new ArgumentOutOfRangeException(nameof(column), column.Name, "The column is not active: the cursor was made without it.");
        }

        if (index < Source.Schema.Count)
        {
            return Source.GetGetter<TValue>(Source.Schema[index]);
        }

        return OwnGetter() as ValueGetter<TValue> ??
            throw new InvalidOperationException($"The column '{column.Name}' has values of {column.Type.RawType}, not of {typeof(TValue)}.");
    }

    /// <summary>The columns of the source that a derived cursor needs: the active ones.</summary>
    public static IEnumerable<DataViewSchema.Column> SourceColumns(DataViewSchema source, bool[] active) => source.Where(column => active[column.Index]);

    /// <summary>A getter of the column behind those of the source.</summary>
    protected abstract Delegate OwnGetter();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Source.Dispose();
        }

        base.Dispose(disposing);
    }
}
