namespace BalanceGen;

/// <content>Subsets of a data set: they refer to the same rows and have an index of their own. Splits, and rows that stay together in them.</content>
public sealed partial class IndexedDataset<T>
{
    /// <summary>
    /// Splits the data set in two, each class in the same proportion. A sampler of one subset cannot draw a row of the other, and batches of
    /// one subset refuse a sampler of the other. Where rows have groups (<see cref="Groups"/>), no group is in both subsets.
    /// </summary>
    /// <param name="testShare">The share of the rows that is for testing, of (0, 1). Each class has this share of its rows, rounded down or up by the largest remainder.</param>
    /// <param name="seed">The seed. The same data set, share and seed give the same subsets on every machine.</param>
    /// <param name="rareClasses">What happens to a class of one row.</param>
    /// <remarks>
    /// O(rows), for rows that are objects O(rows · log rows); keeps 4 bytes a row. See <see cref="StratifiedSplit.Of"/>, and with groups
    /// <see cref="RowSubsets.Of"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="testShare"/> is outside that range or NaN.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="ResampledRowsException">Rows are copies of others: drawn by a sampler, or the same object twice.</exception>
    /// <exception cref="RareClassException">A class has one row and the policy is to throw; or a subset would be empty whatever the policy.</exception>
    /// <exception cref="TooFewGroupsException">There is one group; or the rows of a class are of one group and the policy is to throw.</exception>
    public DatasetSplit<T> Split([ValueRange(0, 1, ExcludesMinimum = true, ExcludesMaximum = true)] double testShare, long seed, RareClassPolicy rareClasses = RareClassPolicy.Throw)
    {
        if (Groups is { } groups && testShare is > 0 and < 1)
        {
            DatasetSubsets<T> apart = Split(new SplitOptions { Seed = seed, Groups = groups, RareClasses = rareClasses }, SubsetSize.Rest, SubsetSize.Share(testShare));
            return new DatasetSplit<T>(apart[0], apart[1]);
        }

        RowSplit subsets = StratifiedSplit.Of(Index, testShare, seed, rareClasses);
        SharedRows.Refuse(AllRows, Index);
        return Subsets(subsets);
    }

    /// <summary>
    /// The folds of cross-validation. Every row is a test row of exactly one fold. If rows have groups (<see cref="Groups"/>), each group
    /// is tested in one fold. O(classes), for rows that are objects O(rows · log rows). Each fold is made when it is asked for.
    /// </summary>
    /// <param name="folds">The number of folds k, of [2, rows].</param>
    /// <param name="seed">The seed. The same data set, number and seed give the same folds on every machine.</param>
    /// <param name="rareClasses">What happens to a class with fewer than k rows.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is outside that range.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="ResampledRowsException">Rows are copies of others: drawn by a sampler, or the same object twice.</exception>
    /// <exception cref="RareClassException">A class has fewer than k rows and the policy is to throw; or it is to keep them all and no test rows are left.</exception>
    /// <exception cref="TooFewGroupsException">There are fewer groups than folds; or the rows of a class are of fewer groups and the policy is to throw.</exception>
    public DatasetFolds<T> KFold([ValueRange(2, int.MaxValue)] int folds, long seed, RareClassPolicy rareClasses = RareClassPolicy.Throw)
    {
        if (Groups is { } groups)
        {
            return KFold(folds, new SplitOptions { Seed = seed, Groups = groups, RareClasses = rareClasses });
        }

        StratifiedKFold ofIndex = StratifiedKFold.Of(Index, folds, seed, rareClasses);
        SharedRows.Refuse(AllRows, Index);
        return new(this, ofIndex);
    }

    /// <summary>The subset that holds the given rows. O(rows); keeps 4 bytes for each of them.</summary>
    /// <param name="rowNumbers">The row numbers, in any order, each once and each a row of this data set or subset.</param>
    /// <exception cref="ArgumentOutOfRangeException">A row is not in this data set or subset.</exception>
    /// <exception cref="ArgumentException">A row is given twice.</exception>
    public IndexedDataset<T> Subset(params ReadOnlySpan<int> rowNumbers) => Part(Index.Subset(rowNumbers));

    /// <summary>The subset that holds the rows with a property. O(rows); keeps 4 bytes for each of them.</summary>
    /// <param name="predicate">Whether a row is in the subset. Called once for each row.</param>
    public IndexedDataset<T> Where(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Part(Index.Where(row => predicate(AllRows[row])));
    }

    /// <summary>Splits the data set in two or more subsets: <c>cats.Split(options, SubsetSize.Rest, SubsetSize.Share(0.1), SubsetSize.Rows(500))</c>.</summary>
    /// <param name="options">
    /// How the rows are dealt out: seed, order, groups, rare classes. If it has no groups, those of the data set (<see cref="Groups"/>)
    /// stay together.
    /// </param>
    /// <param name="subsets">The size of each subset, two or more.</param>
    /// <remarks>For rows that are objects O(rows · log rows) more. See <see cref="RowSubsets.Of"/>.</remarks>
    /// <exception cref="ArgumentException">The sizes do not add up, a subset would be empty, or the groups are of another number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="ResampledRowsException">Rows are copies of others: drawn by a sampler, or the same object twice.</exception>
    /// <exception cref="RareClassException">A class has fewer rows than there are subsets and the policy is to throw; or a subset would be empty whatever the policy.</exception>
    /// <exception cref="TooFewGroupsException">There are fewer groups than subsets; or the rows of a class are of fewer groups and the policy is to throw.</exception>
    public DatasetSubsets<T> Split(SplitOptions options, params ReadOnlySpan<SubsetSize> subsets)
    {
        RowSubsets ofIndex = RowSubsets.Of(Index, WithOwnGroups(options), subsets);
        SharedRows.Refuse(AllRows, Index);
        return new DatasetSubsets<T>([.. ofIndex.Select(Part)], ofIndex.Report);
    }

    /// <summary>The folds of cross-validation with groups, without stratification, or in order.</summary>
    /// <param name="folds">The number of folds k, of [2, rows].</param>
    /// <param name="options">
    /// How the rows are dealt out: seed, repetition, order, groups, rare classes. If it has no groups, those of the data set
    /// (<see cref="Groups"/>) stay together.
    /// </param>
    /// <remarks>For rows that are objects O(rows · log rows) more. See <see cref="RowFolds.Of"/>.</remarks>
    /// <exception cref="ArgumentException">The groups are of another number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> or an option is outside its range.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="ResampledRowsException">Rows are copies of others: drawn by a sampler, or the same object twice.</exception>
    /// <exception cref="RareClassException">A class has fewer than k rows and the policy is to throw; or no test rows are left.</exception>
    /// <exception cref="TooFewGroupsException">There are fewer groups than folds; or the rows of a class are of fewer groups and the policy is to throw.</exception>
    public DatasetFolds<T> KFold(int folds, SplitOptions options)
    {
        RowFolds ofIndex = RowFolds.Of(Index, folds, WithOwnGroups(options));
        SharedRows.Refuse(AllRows, Index);
        return new DatasetFolds<T>(this, ofIndex, ofIndex.Report);
    }

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

    /// <summary>The data set as one of which some rows are copies of others.</summary>
    internal IndexedDataset<T> WithCopies() => Part(new RowIndex(Index, hasCopies: true));

    internal DatasetSplit<T> Subsets(RowSplit split) => new(Part(split.Train), Part(split.Test));

    private IndexedDataset<T> Part(RowIndex index) => new(_memory, _list, index, Extractor, _grouping);

    private IndexedDataset<T> With(RowGrouping<T>? grouping) => new(_memory, _list, Index, Extractor, grouping);

    private SplitOptions WithOwnGroups(SplitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Groups is null && Groups is { } own ? options with { Groups = own } : options;
    }
}
