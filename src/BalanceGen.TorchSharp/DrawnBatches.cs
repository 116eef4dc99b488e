namespace BalanceGen.TorchSharp;

/// <summary>Batches of rows as they are drawn, one after the other. For one thread at a time.</summary>
internal abstract class DrawnBatches<T>
{
    /// <summary>How many rows all batches have together.</summary>
    public abstract long TotalRows { get; }

    /// <summary>The epoch of the current batch.</summary>
    public abstract long Epoch { get; }

    /// <summary>The rows of the current batch; valid until the next.</summary>
    public abstract ReadOnlySpan<T> Rows { get; }

    /// <summary>The numbers by which the rows are named.</summary>
    public abstract ReadOnlySpan<long> RowNumbers { get; }

    /// <summary>The class of each row.</summary>
    public abstract ReadOnlySpan<int> ClassIndices { get; }

    /// <summary>The state after the current batch.</summary>
    public abstract SamplerState State { get; }

    /// <summary>The context of one draw of the batch; the default where contexts were not asked for.</summary>
    public abstract DrawContext ContextAt(int place);

    /// <summary>Draws the next batch.</summary>
    /// <returns>Whether there is one.</returns>
    public abstract bool MoveNext();
}
