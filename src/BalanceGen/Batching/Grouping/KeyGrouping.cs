namespace BalanceGen.Batching;

/// <summary>Groups by a key of each row.</summary>
internal sealed class KeyGrouping<T, TKey, TGrouper>(TGrouper grouper) : RowGrouping<T>
    where TGrouper : struct, ISplitGrouper<T, TKey>
{
    private readonly TGrouper _grouper = grouper;

    public override RowGrouping<T>? With(RowGrouping<T> other) =>
        other is KeyGrouping<T, TKey, TGrouper> same && EqualityComparer<TGrouper>.Default.Equals(_grouper, same._grouper)
            ? new KeyGrouping<T, TKey, TGrouper>(_grouper)
            : null;

    public override RowGrouping<T> Some(ReadOnlySpan<T> rows, ReadOnlySpan<int> chosen) => new KeyGrouping<T, TKey, TGrouper>(_grouper);

    protected override SplitGroups Find(ReadOnlySpan<T> rows) => SplitGroups.Of<T, TKey, TGrouper>(rows, _grouper);
}
