namespace BalanceGen.ML;

/// <summary>The rows of a data set or subset, and no others: the number of a row of another subset is refused.</summary>
internal sealed class DatasetRowStore<T>(IndexedDataset<T> dataset) : RowStore<T>
{
    private readonly IndexedDataset<T> _dataset = dataset;
    private readonly RowIndex _index = dataset.Index;

    public override ref readonly T this[int row] => ref _dataset.Rows[row];

    public override int ClassOf(int row) => _index.ClassOf(row);
}
