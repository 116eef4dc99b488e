namespace BalanceGen.ML;

/// <summary>Rows with a class indexer: also those whose label is ignored.</summary>
internal sealed class IndexedRowStore<T, TIndexer>(ReadOnlyMemory<T> rows, TIndexer indexer) : RowStore<T>
    where TIndexer : struct, IClassIndexer<T>
{
    private readonly ReadOnlyMemory<T> _rows = rows;
    private readonly TIndexer _indexer = indexer;

    public override ref readonly T this[int row] => ref _rows.Span[row];

    public override int ClassOf(int row)
    {
        ref readonly T one = ref _rows.Span[row];
        int classIndex = _indexer.IndexOf(in one);
        return classIndex is >= 0 or ClassIndex.Ignored ? classIndex : throw new UnknownLabelException(_indexer.DescribeLabel(in one), _indexer.Classes, row);
    }
}
