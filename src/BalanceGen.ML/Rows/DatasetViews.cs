namespace BalanceGen.ML;

/// <summary>ML.NET data views over the rows of data sets.</summary>
/// <remarks>
/// The views are immutable, thread-safe, know their exact number of rows, can be shuffled (up to 2^31 − 1 rows) and read by parallel cursors. They refer to the rows and do
/// not copy them. A cursor allocates at most two blocks of 512 row numbers, and nothing per row.
/// </remarks>
public static class DatasetViews
{
    /// <summary>The rows of a data set or subset, and no others, in ascending order of their numbers. O(1); for a subset O(rows) and 4 bytes a row.</summary>
    /// <typeparam name="T">The record type, a class or a struct.</typeparam>
    /// <param name="dataset">The data set, or a subset of a split.</param>
    /// <param name="columns">Adds the columns.</param>
    /// <exception cref="ArgumentException">No column is added, or there are sample weights of another number of rows.</exception>
    public static IDataView ToDataView<T>(this IndexedDataset<T> dataset, Action<RowColumns<T>> columns)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(columns);
        RowIndex index = dataset.Index;
        RowOrder order = index.IsSubset ? new ListedRowsOrder([.. index]) : new AllRowsOrder(index.RowCount);
        return new RowView<T>(new DatasetRowStore<T>(dataset), order, RowColumns<T>.Of(dataset.Classes, columns, index.DatasetLength).Columns);
    }

    /// <summary>
    /// The rows that a sampler draws in one epoch, in the order of the draws. O(1). A view never changes, so it is one epoch: make the next epoch's view for the next pass.
    /// </summary>
    /// <typeparam name="T">The record type, a class or a struct.</typeparam>
    /// <param name="dataset">The data set, or the subset of a split that the sampler draws from.</param>
    /// <param name="columns">Adds the columns.</param>
    /// <param name="sampler">A sampler over the data set's rows.</param>
    /// <param name="epoch">The epoch, 0 or more.</param>
    /// <remarks>
    /// The view has one more column, <see cref="SourceRows.ColumnName"/>, with the number of the row: where a row was drawn twice, BalanceGen refuses to split the view afterwards.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The sampler draws from other rows, for instance of another subset; no column is added; or there are sample weights of another number
    /// of rows.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    /// <exception cref="OverflowException">The epoch ends beyond draw 2^63 − 1.</exception>
    public static IDataView ToDataView<T>(this IndexedDataset<T> dataset, Action<RowColumns<T>> columns, Sampler sampler, long epoch)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(columns);

        // It refuses samplers of other rows, and epochs that are out of range.
        _ = dataset.RowsOfEpoch(sampler, epoch);
        RowColumns<T> added = RowColumns<T>.Of(dataset.Classes, columns, dataset.Index.DatasetLength).Add(RowColumn<T>.Number(SourceRows.ColumnName, SourceRows.Mark()));
        return new RowView<T>(new DatasetRowStore<T>(dataset), new EpochOrder(sampler, epoch), added.Columns);
    }

    /// <summary>All rows, also those whose label is ignored: their key is missing, and trainers of ML.NET leave them out. O(1).</summary>
    /// <typeparam name="T">The record type, a class or a struct.</typeparam>
    /// <typeparam name="TIndexer">The class indexer that the generator emitted for it.</typeparam>
    /// <param name="rows">The rows. They are referred to; do not change them while the view is used.</param>
    /// <param name="indexer">The class indexer, for instance <c>default(CatPhoto.Classes.Indexer)</c>.</param>
    /// <param name="columns">Adds the columns.</param>
    /// <remarks>A row whose label is unknown throws an <see cref="UnknownLabelException"/> when its label or weight is read.</remarks>
    /// <exception cref="ArgumentException">No column is added, or there are sample weights of another number of rows.</exception>
    public static IDataView ToDataView<T, TIndexer>(this ReadOnlyMemory<T> rows, TIndexer indexer, Action<RowColumns<T>> columns)
        where TIndexer : struct, IClassIndexer<T>
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new RowView<T>(new IndexedRowStore<T, TIndexer>(rows, indexer), new AllRowsOrder(rows.Length), RowColumns<T>.Of(indexer.Classes, columns, rows.Length).Columns);
    }

    /// <inheritdoc cref="ToDataView{T, TIndexer}(ReadOnlyMemory{T}, TIndexer, Action{RowColumns{T}})"/>
    public static IDataView ToDataView<T, TIndexer>(this T[] rows, TIndexer indexer, Action<RowColumns<T>> columns)
        where TIndexer : struct, IClassIndexer<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return ((ReadOnlyMemory<T>)rows).ToDataView(indexer, columns);
    }
}
