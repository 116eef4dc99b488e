namespace BalanceGen.Sampling;

/// <summary>The subsets of a split of an index, in the order of their sizes as they were given. No row is in two subsets; together they are all rows.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RowSubsets : SubsetList<RowIndex>
{
    private RowSubsets(RowIndex[] subsets, SplitReport report)
        : base(subsets, report)
    {
    }

    /// <summary>Splits an index.</summary>
    /// <param name="index">The index; it may be a subset of another split.</param>
    /// <param name="options">How the rows are dealt out.</param>
    /// <param name="subsets">The size of each subset, two or more: <c>[SubsetSize.Rest, SubsetSize.Share(0.1), SubsetSize.Rows(500)]</c>.</param>
    /// <remarks>
    /// <para>
    /// Without groups the subsets have exactly the sizes asked for. Stratified, the subsets are split off one after the other, the last one
    /// first, as in <see cref="StratifiedSplit.Of"/>. Each has its share of the rows of a class that are left, rounded down or up. It has
    /// at least one row of every class with as many rows as subsets, even if this makes a subset larger.
    /// </para>
    /// <para>
    /// With groups, the subsets are as near to the sizes asked for as was found. <see cref="SubsetList{TSubset}.Report"/> has the achieved shares
    /// and the worst deviation. Every subset has at least one group. In order, groups are taken in the order of their first rows, and a
    /// subset ends with the group that comes nearest to its size.
    /// </para>
    /// <para>O(rows); with groups O(rows + groups · subsets · classes) and a search of bounded length. Keeps 4 bytes a row.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The sizes do not add up, a subset would be empty, or the groups are of another number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="ResampledRowsException">Some rows are copies of others (<see cref="RowIndex.HasCopies"/>).</exception>
    /// <exception cref="RareClassException">A class has fewer rows than there are subsets and the policy is to throw; or a subset would be empty whatever the policy.</exception>
    /// <exception cref="TooFewGroupsException">There are fewer groups than subsets; or the rows of a class are of fewer groups and the policy is to throw.</exception>
    public static RowSubsets Of(RowIndex index, SplitOptions options, params ReadOnlySpan<SubsetSize> subsets)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check(index);
        int[] rows = SubsetSize.Resolve(subsets, index.RowCount, "A split");
        if (options.Order == SplitOrder.Stratified)
        {
            RareClasses.Check(index.Counts, rows.Length, options.RareClasses, "A stratified split");
        }

        int[] subsetOfRow = options.Groups is not null ? GroupedSubsets.OfRows(index, options, options.Groups, rows, SubsetSize.Shares(subsets, rows))
            : options.Order == SplitOrder.Stratified ? StratifiedSubsets.OfRows(index, options, rows)
            : PlainSubsets.OfRows(index, options, rows);
        return Subsets(index, subsetOfRow, rows, options.Groups);
    }

    /// <summary>The subsets and their report.</summary>
    private static RowSubsets Subsets(RowIndex index, int[] subsetOfRow, int[] wanted, SplitGroups? groups)
    {
        RowIndexSubsetBuilder[] parts = [.. wanted.Select(_ => new RowIndexSubsetBuilder(index))];

        for (int classIndex = 0; classIndex < index.Classes.Count; classIndex++)
        {
            for (int place = 0; place < index.Counts[classIndex]; place++)
            {
                int row = index.RowOf(classIndex, place);
                parts[subsetOfRow[row]].Add(classIndex, row);
            }
        }

        RowIndex[] subsets = [.. parts.Select(part => part.ToIndex())];
        if (Array.FindIndex(subsets, subset => subset.RowCount == 0) is >= 0 and int empty)
        {
            throw new ArgumentException($"Subset {empty} would have no rows, because the rows of rare classes are kept in subset 0. Choose RareClassPolicy.Spread, or add rows.", nameof(index));
        }

        SubsetReport[] reports = [.. subsets.Select((subset, place) => new SubsetReport(subset, wanted[place], index, groups))];
        return new RowSubsets(subsets, new SplitReport(index.Counts, reports, groups is null ? [] : GroupedSubsets.LargerThan(index, groups, wanted.Min())));
    }
}
