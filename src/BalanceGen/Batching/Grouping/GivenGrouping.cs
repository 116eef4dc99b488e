namespace BalanceGen.Batching;

/// <summary>Groups that were given. Those of other rows have other numbers, so nothing goes with them.</summary>
internal sealed class GivenGrouping<T>(SplitGroups groups) : RowGrouping<T>
{
    public override RowGrouping<T>? With(RowGrouping<T> other) => null;

    public override RowGrouping<T> Some(ReadOnlySpan<T> rows, ReadOnlySpan<int> chosen) => new GivenGrouping<T>(groups.Some(chosen));

    protected override SplitGroups Find(ReadOnlySpan<T> rows) => groups;
}
