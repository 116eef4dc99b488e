namespace BalanceGen;

/// <content>Splits into several subsets: stratified, shuffled or in order.</content>
public sealed partial class IndexedDataset<T>
{
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
}
