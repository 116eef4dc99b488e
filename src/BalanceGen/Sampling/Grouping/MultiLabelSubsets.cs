namespace BalanceGen.Sampling;

/// <summary>The subsets of a split of multi-label rows: the row numbers of each, ascending. No row is in two subsets; together they are all rows.</summary>
/// <remarks>The report has, for each class, the rows that belong to it. Immutable and thread-safe.</remarks>
public sealed class MultiLabelSubsets : SubsetList<ReadOnlyMemory<int>>
{
    private MultiLabelSubsets(ReadOnlyMemory<int>[] subsets, SplitReport report)
        : base(subsets, report)
    {
    }

    /// <summary>Splits a multi-label data set. The folds of cross-validation are the subsets of <see cref="SubsetSize.Equal"/>.</summary>
    /// <param name="index">The label sets of the rows.</param>
    /// <param name="options">
    /// How the rows are dealt out. The order must be <see cref="SplitOrder.Stratified"/>: orders that do not look at labels are for single
    /// labels.
    /// </param>
    /// <param name="subsets">The size of each subset, two or more.</param>
    /// <remarks>
    /// Rows are dealt out to the subset that lacks most of their labels, as in iterative stratification (Sechidis et al. 2011). Then rows
    /// are moved and exchanged as long as this helps. The numbers of rows may differ from those asked for, as they do there; see the
    /// report. A label with fewer rows than subsets is missing from some under <see cref="RareClassPolicy.Spread"/>. O(labels · subsets)
    /// and a search of bounded length.
    /// </remarks>
    /// <exception cref="ArgumentException">The sizes do not add up, a subset would be empty, the order is another one, or the groups are of another number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="EmptyDatasetException">There are no rows.</exception>
    /// <exception cref="TooFewGroupsException">There are fewer rows or groups than subsets; or a label is in fewer of them and the policy is to throw.</exception>
    public static MultiLabelSubsets Of(MultiLabelIndex index, SplitOptions options, params ReadOnlySpan<SubsetSize> subsets)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(options);
        options.Check(index.RowCount);
        if (options.Order != SplitOrder.Stratified)
        {
            throw new ArgumentException("A multi-label split is stratified. For another order split the RowIndex of one of the labels.", nameof(options));
        }

        if (options.RareClasses == RareClassPolicy.KeepInTrain)
        {
            throw new ArgumentException("A multi-label split does not keep rare classes in training, because their rows have other labels too. Choose Throw or Spread.", nameof(options));
        }

        int[] wanted = SubsetSize.Resolve(subsets, index.RowCount, "A multi-label split");
        SubsetItems items = options.Groups is null ? SubsetItems.OfRows(index) : SubsetItems.OfGroups(index, options.Groups);
        if (items.Count < wanted.Length)
        {
            throw new TooFewGroupsException(items.Count, wanted.Length);
        }

        int[] rare = [.. Enumerable.Range(0, index.Classes.Count).Where(c => items.Holders[c] > 0 && items.Holders[c] < wanted.Length)];
        if (rare.Length > 0 && options.RareClasses == RareClassPolicy.Throw)
        {
            throw new TooFewGroupsException(index.Classes, wanted.Length, rare, items.Holders);
        }

        int[] subsetOfItem = SubsetSearch.SubsetsOf(items, SharesOf(subsets, wanted), null, options.RepetitionSeed, options.RareClasses == RareClassPolicy.Spread, isAbsolute: true);
        return Subsets(index, options.Groups, subsetOfItem, wanted);
    }

    /// <summary>
    /// The shares that were asked for, and a little of those that whole rows have: of two subsets that a label would be as near to its share in, the larger one gets the row.
    /// </summary>
    private static double[] SharesOf(ReadOnlySpan<SubsetSize> subsets, int[] rows)
    {
        const double OfWholeRows = 0.05;
        double all = rows.Sum(ofSubset => (long)ofSubset);
        return [.. SubsetSize.Shares(subsets, rows).Select((share, subset) => ((1 - OfWholeRows) * share) + (OfWholeRows * rows[subset] / all))];
    }

    private static MultiLabelSubsets Subsets(MultiLabelIndex index, SplitGroups? groups, int[] subsetOfItem, int[] wanted)
    {
        List<int>[] rows = [.. wanted.Select(_ => new List<int>())];
        long[][] counts = [.. wanted.Select(_ => new long[index.Classes.Count])];
        var sizes = new int[groups?.Count ?? 0];
        for (int row = 0; row < index.RowCount; row++)
        {
            int subset = subsetOfItem[groups is null ? row : groups.GroupOfRow[row]];
            rows[subset].Add(row);
            foreach (int classIndex in index.ClassesOf(row))
            {
                counts[subset][classIndex]++;
            }

            if (groups is not null)
            {
                sizes[groups.GroupOfRow[row]]++;
            }
        }

        SubsetReport[] reports =
        [
            .. wanted.Select((size, subset) => new SubsetReport(
                rows[subset].Count, size, index.RowCount, groups is null ? null : subsetOfItem.Count(of => of == subset), new ClassCounts(index.Classes, counts[subset]), index.Counts.RowsWithClass)),
        ];
        LargeGroup[] large = groups is null ? [] : GroupedSubsets.LargerThan(sizes, groups, wanted.Min());
        return new MultiLabelSubsets([.. rows.Select(subset => (ReadOnlyMemory<int>)subset.ToArray())], new SplitReport(index.Counts.RowsWithClass, reports, large));
    }
}
