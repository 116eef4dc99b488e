namespace BalanceGen;

/// <content>Rows that stay together in splits.</content>
public sealed partial class IndexedDataset<T>
{
    /// <summary>
    /// Which rows stay together in <c>Split</c> and <c>KFold</c>: those that share the member marked [Group], or what <c>WithGroups</c> was
    /// given. Null if no rows have to. Subsets have the groups of the whole data set. Groups are found when they are first asked for, in
    /// O(rows) and with 4 bytes a row.
    /// </summary>
    /// <exception cref="ArgumentException">The key of a row is null; the error names the row.</exception>
    public SplitGroups? Groups => _grouping?.Of(AllRows);

    /// <summary>The same data set with rows that stay together in splits: <c>photos.WithGroups(photo =&gt; photo.PatientId)</c>. O(1).</summary>
    /// <typeparam name="TKey">The type of the keys, compared by its default equality.</typeparam>
    /// <param name="keyOf">The key of a row. It is asked for every row of the whole data set when the data set is first split.</param>
    public IndexedDataset<T> WithGroups<TKey>(Func<T, TKey> keyOf)
    {
        ArgumentNullException.ThrowIfNull(keyOf);
        return WithGroups<TKey, FunctionGrouper<T, TKey>>(new FunctionGrouper<T, TKey>(keyOf));
    }

    /// <summary>The same data set with rows that stay together in splits, by the grouper that the generator emits for [Group]. O(1).</summary>
    /// <typeparam name="TKey">The type of the keys, compared by its default equality.</typeparam>
    /// <typeparam name="TGrouper">The grouper.</typeparam>
    /// <param name="grouper">Reads the key of a row.</param>
    public IndexedDataset<T> WithGroups<TKey, TGrouper>(TGrouper grouper)
        where TGrouper : struct, ISplitGrouper<T, TKey> =>
        With(new KeyGrouping<T, TKey, TGrouper>(grouper));

    /// <summary>The same data set with these groups of rows, which stay together in splits. O(1).</summary>
    /// <param name="groups">The group of every row of the whole data set.</param>
    /// <exception cref="ArgumentException">The groups are of another number of rows.</exception>
    public IndexedDataset<T> WithGroups(SplitGroups groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        groups.RefuseOther(Index.DatasetLength);
        return With(new GivenGrouping<T>(groups));
    }

    /// <summary>The same data set, split row by row although its record has a member marked [Group]. O(1).</summary>
    public IndexedDataset<T> WithoutGroups() => With(null);

    /// <summary>The groups of the rows, for <see cref="SplitOptions.Groups"/>: <c>photos.GroupsBy(photo =&gt; photo.PatientId)</c>. O(rows).</summary>
    /// <typeparam name="TKey">The type of the keys, compared by its default equality.</typeparam>
    /// <param name="keyOf">The key of a row. It is asked for every row of the whole data set, so that all subsets share the groups.</param>
    /// <exception cref="ArgumentException">A row or its key is null; the error names the row.</exception>
    public SplitGroups GroupsBy<TKey>(Func<T, TKey> keyOf)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(keyOf);
        return SplitGroups.Of<T, TKey, FunctionGrouper<T, TKey>>(AllRows, new FunctionGrouper<T, TKey>(keyOf));
    }

    /// <summary>How the rows are grouped, whether or not the groups were found yet.</summary>
    internal RowGrouping<T>? Grouping => _grouping;

    private IndexedDataset<T> With(RowGrouping<T>? grouping) => new(_memory, _list, Index, Extractor, grouping);

    private SplitOptions WithOwnGroups(SplitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Groups is null && Groups is { } own ? options with { Groups = own } : options;
    }
}
