namespace BalanceGen.ML;

/// <summary>ML.NET data views over rows that a loader reads, such as the rows of files that the package BalanceGen.Sharding draws.</summary>
public static class LoadedViews
{
    /// <summary>
    /// The rows of loaded batches, in their order. O(1); nothing is read before a cursor is. Every cursor reads the rows anew: the workers
    /// of the loader read them ahead of the trainer. The memory is that of the batches that are ahead. If a trainer goes over the rows many
    /// times and they fit into memory, put <c>context.Data.Cache</c> around the view.
    /// </summary>
    /// <typeparam name="T">What a row is read to, a class or a struct.</typeparam>
    /// <param name="batches">The loaded batches; each enumeration must give them from the start. They end: an epoch, or a number of draws.</param>
    /// <param name="classes">The classes of the rows.</param>
    /// <param name="columns">Adds the columns.</param>
    /// <param name="rowCount">The number of rows, where it is known; null where rows may be skipped.</param>
    /// <remarks>
    /// <para>
    /// ML.NET does not shuffle the view, because a sampler has shuffled its draws already. The view has one cursor at a time: the loader's
    /// workers read in parallel. It has one more column, <see cref="SourceRows.ColumnName"/>, with the number of the row in its file. Rows
    /// that were drawn may be copies of each other, so BalanceGen refuses to split the view afterwards.
    /// </para>
    /// <para>Immutable; as thread-safe as the batches. A cursor allocates what the loader allocates, and nothing more per row.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">No column is added, or one with sample weights, which are found by the number of a row in memory.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rowCount"/> is negative.</exception>
    public static IDataView ToDataView<T>(this IAsyncEnumerable<LoadedBatch<T>> batches, ClassSet classes, Action<RowColumns<T>> columns, long? rowCount = null)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount ?? 0, nameof(rowCount));
        RowColumns<T> added = RowColumns<T>.Of(classes, columns, rows: null).Add(RowColumn<T>.Number(SourceRows.ColumnName, SourceRows.MarkDrawn()));
        return new LoadedView<T>(batches, added, rowCount);
    }
}
