namespace BalanceGen.ML;

/// <summary>Any view with a column for the weight of each row's class. It is shuffled and read in parallel as far as its source can be.</summary>
internal sealed class WeightedView(IDataView source, DataViewSchema.Column label, LabelTable labels, float[] weightOfNumber, string weightColumnName) : IDataView
{
    public DataViewSchema Schema { get; } = AppendedSchema.Of(source.Schema, weightColumnName, NumberDataViewType.Single);

    public bool CanShuffle => source.CanShuffle;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        bool[] active = ActiveColumns.Of(Schema, columnsNeeded);
        return Derive(active, source.GetRowCursor(SourceColumns(active), rand));
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        bool[] active = ActiveColumns.Of(Schema, columnsNeeded);
        return [.. source.GetRowCursorSet(SourceColumns(active), n, rand).Select(cursor => Derive(active, cursor))];
    }

    private IEnumerable<DataViewSchema.Column> SourceColumns(bool[] active) =>
        source.Schema.Where(column => active[column.Index] || (active[^1] && column.Index == label.Index));

    private WeightedCursor Derive(bool[] active, DataViewRowCursor cursor) => new(Schema, active, cursor, label, labels, weightOfNumber);
}
