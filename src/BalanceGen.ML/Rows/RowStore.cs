namespace BalanceGen.ML;

/// <summary>Rows by number, and their classes.</summary>
internal abstract class RowStore<T>
{
    public abstract ClassSet Classes { get; }

    /// <summary>A row, by reference.</summary>
    public abstract ref readonly T this[int row] { get; }

    /// <summary>The class index of a row, or <see cref="ClassIndex.Ignored"/>.</summary>
    public abstract int ClassOf(int row);
}
