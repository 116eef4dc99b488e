namespace BalanceGen.ML;

/// <summary>Which row is at each position of a view. Immutable: every cursor finds the same.</summary>
internal abstract class RowOrder
{
    /// <summary>The number of positions, 0 or more.</summary>
    public abstract long Count { get; }

    /// <summary>Whether consecutive positions are consecutive rows, which the processor finds by itself.</summary>
    public virtual bool IsSequential => false;

    /// <summary>The rows at consecutive positions.</summary>
    public abstract void Fill(long firstPosition, Span<int> rows);

    /// <summary>The row at one position.</summary>
    public abstract int RowAt(long position);

    /// <summary>What tells a position from every other of the view, however it is reached. A row that is there once is known by its number alone.</summary>
    public virtual DataViewRowId IdAt(long position, int row) => new((ulong)row, 0);
}
