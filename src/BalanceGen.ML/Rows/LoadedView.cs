namespace BalanceGen.ML;

/// <summary>A data view over rows that a loader reads: forward only, by one cursor at a time, in the loader's order.</summary>
internal sealed class LoadedView<T>(IAsyncEnumerable<LoadedBatch<T>> batches, RowColumns<T> columns, long? rowCount) : IDataView
{
    public DataViewSchema Schema { get; } = RowColumn<T>.SchemaOf(columns.Columns);

    /// <summary>The order is the loader's; a sampler has shuffled already.</summary>
    public bool CanShuffle => false;

    public long? GetRowCount() => rowCount;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new LoadedCursor<T>(Schema, columns.Columns, new LoadedRowStore<T>(), ActiveColumns.Of(Schema, columnsNeeded), batches, rowCount);

    /// <summary>One: the loader's workers read in parallel, and a second cursor would read everything once more.</summary>
    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];
}
