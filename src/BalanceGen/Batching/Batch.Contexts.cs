namespace BalanceGen;

/// <content>The draws that the batch was made of.</content>
public readonly ref partial struct Batch<T>
{
    /// <summary>
    /// Writes the context of each draw of the batch, in the order of its rows: draw, epoch, visit of the row, and seed for its
    /// augmentation. No allocation.
    /// </summary>
    /// <param name="contexts">Receives one context per row; a longer span is left alone beyond the batch.</param>
    /// <exception cref="ArgumentException">The span is shorter than the batch.</exception>
    public void CopyContexts(Span<DrawContext> contexts) =>
        Batches<T>.FillContexts(_sampler, _list, _firstDraw, RowNumbers, SpanRoom.Prefix(contexts, Count, nameof(contexts)));
}
