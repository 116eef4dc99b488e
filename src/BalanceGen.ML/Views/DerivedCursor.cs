namespace BalanceGen.ML;

/// <summary>A cursor over the rows of another: it shows the source's columns, and possibly one of its own behind them.</summary>
internal abstract class DerivedCursor(DataViewSchema schema, bool[] active, DataViewRowCursor source) : DataViewRowCursor
{
    public override DataViewSchema Schema { get; } = schema;

    public override long Position => Source.Position;

    public override long Batch => Source.Batch;

    protected DataViewRowCursor Source { get; } = source;

    public override bool IsColumnActive(DataViewSchema.Column column) => active[ActiveColumns.Checked(Schema, column)];

    public override ValueGetter<DataViewRowId> GetIdGetter() => Source.GetIdGetter();

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        int index = ActiveColumns.Checked(Schema, column, active);
        return index < Source.Schema.Count ? Source.GetGetter<TValue>(Source.Schema[index]) : ActiveColumns.Typed<TValue>(OwnGetter(), column);
    }

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
