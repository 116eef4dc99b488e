namespace BalanceGen.ML;

/// <summary>Rows by number, and their classes.</summary>
internal abstract class RowStore<T>
{
    /// <summary>A row, by reference.</summary>
    public abstract ref readonly T this[int row] { get; }

    /// <summary>Asks the processor for a row that will be read soon.</summary>
    public void Prefetch(int row) => RowPrefetch.Row(in this[row]);

    /// <summary>Asks the processor for what a row refers to, once the row itself is there.</summary>
    public void PrefetchReferenced(int row) => RowPrefetch.Referenced(in this[row]);

    /// <summary>The number by which a row is known outside.</summary>
    public virtual long NumberOf(int row) => row;

    /// <summary>The class index of a row, or <see cref="ClassIndex.Ignored"/>.</summary>
    public abstract int ClassOf(int row);
}
