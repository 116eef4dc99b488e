namespace BalanceGen.ML;

/// <summary>The rows of one loaded batch, by their place in it. Each cursor has its own.</summary>
internal sealed class LoadedRowStore<T> : RowStore<T>
{
    private LoadedBatch<T>? _batch;

    public int Count => _batch?.Count ?? 0;

    public override ref readonly T this[int row] => ref _batch!.Rows.Span[row];

    public override long NumberOf(int row) => _batch!.RowNumbers.Span[row];

    public override int ClassOf(int row) => _batch!.ClassIndices.Length > 0
        ? _batch.ClassIndices.Span[row]
        : throw new InvalidOperationException("The loaded batches are those of a stream, which has no class indices: read the label as a column of its own.");

    public void Show(LoadedBatch<T>? batch) => _batch = batch;
}
