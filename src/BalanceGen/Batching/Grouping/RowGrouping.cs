namespace BalanceGen.Batching;

/// <summary>The groups of the rows of a data set and all its subsets. They are found when the first split asks for them.</summary>
internal abstract class RowGrouping<T>
{
    private SplitGroups? _groups;

    /// <summary>The groups of rows that are always the same ones. Two threads may find them at once; they find the same.</summary>
    public SplitGroups Of(ReadOnlySpan<T> rows) => _groups ??= Find(rows);

    /// <summary>The grouping of these rows among others: one by the same keys, or null where the keys are of another kind.</summary>
    public abstract RowGrouping<T>? With(RowGrouping<T> other);

    /// <summary>The grouping of some of the rows, which have numbers of their own.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="chosen">The numbers of those rows.</param>
    public abstract RowGrouping<T> Some(ReadOnlySpan<T> rows, ReadOnlySpan<int> chosen);

    protected abstract SplitGroups Find(ReadOnlySpan<T> rows);
}
