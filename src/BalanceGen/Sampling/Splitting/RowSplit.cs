namespace BalanceGen.Sampling;

/// <summary>Splits the rows of an index in two or more sides: by shares or numbers of rows, stratified or not, shuffled or in order, with or without groups.</summary>
public static class RowSplit
{
    private const string Operation = "A split";

    /// <summary>Splits an index.</summary>
    /// <param name="index">The index; it may be a side of another split.</param>
    /// <param name="options">How the rows are dealt out.</param>
    /// <param name="sides">The size of each side, two or more: <c>[SideSize.Rest, SideSize.Share(0.1), SideSize.Rows(500)]</c>.</param>
    /// <remarks>
    /// <para>Without groups the sides have exactly the sizes asked for. Stratified, the sides are split off one after the other, the last one first, as <see cref="StratifiedSplit.Of"/> does it:
    /// each has its share of the rows of a class that are left, rounded down or up, and at least one row of every class with as many rows as sides, even where this makes a side larger.</para>
    /// <para>With groups the sides are as near as was found to what was asked: the achieved shares and the worst deviation are in <see cref="RowSides.Report"/>. Every side has at least
    /// one group. In order, groups are taken in the order of their first rows, and a side ends with the group that comes nearest to its size.</para>
    /// <para>O(rows); with groups O(rows + groups · sides · classes) and a search of bounded length. Keeps 4 bytes a row.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The sizes do not add up, a side would be empty, or the groups are of another number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="ResampledRowsException">Some rows are copies of others (<see cref="RowIndex.HasCopies"/>).</exception>
    /// <exception cref="RareClassException">A class has fewer rows than there are sides and the policy is to throw; or a side would be empty whatever the policy.</exception>
    /// <exception cref="TooFewGroupsException">There are fewer groups than sides; or the rows of a class are of fewer groups and the policy is to throw.</exception>
    public static RowSides Of(RowIndex index, SplitOptions options, params ReadOnlySpan<SideSize> sides)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check(index);
        int[] rows = SideSize.Resolve(sides, index.RowCount, Operation);
        if (options.Order == SplitOrder.Stratified)
        {
            RareClasses.Check(index.Counts, rows.Length, options.RareClasses, "A stratified split");
        }

        int[] sideOfRow = options.Groups is not null ? GroupedSides.OfRows(index, options, options.Groups, rows, SideSize.Shares(sides, rows))
            : options.Order == SplitOrder.Stratified ? StratifiedSides.OfRows(index, options, rows)
            : PlainSides.OfRows(index, options, rows);
        return Sides(index, sideOfRow, rows, options.Groups);
    }

    /// <summary>The sides and their report.</summary>
    private static RowSides Sides(RowIndex index, int[] sideOfRow, int[] wanted, RowGroups? groups)
    {
        var parts = new RowIndexPartBuilder[wanted.Length];
        for (int side = 0; side < parts.Length; side++)
        {
            parts[side] = new RowIndexPartBuilder(index);
        }

        for (int classIndex = 0; classIndex < index.Classes.Count; classIndex++)
        {
            for (int place = 0; place < index.Counts[classIndex]; place++)
            {
                int row = index.RowOf(classIndex, place);
                parts[sideOfRow[row]].Add(classIndex, row);
            }
        }

        RowIndex[] sides = [.. parts.Select(part => part.ToIndex())];
        if (Array.FindIndex(sides, side => side.RowCount == 0) is >= 0 and int empty)
        {
            throw new ArgumentException($"Side {empty} has no rows where those of rare classes are kept in side 0. Choose RareClassPolicy.Spread, or add rows.", nameof(index));
        }

        var reports = new SideReport[sides.Length];
        for (int side = 0; side < sides.Length; side++)
        {
            int? groupCount = groups is null ? null : GroupedSides.GroupsOf(sides[side], groups);
            reports[side] = new SideReport(sides[side].RowCount, wanted[side], index.RowCount, groupCount, sides[side].Counts, index.Counts);
        }

        return new RowSides(sides, new SplitReport(index.Counts, reports, groups is null ? [] : GroupedSides.LargerThan(index, groups, wanted.Min())));
    }
}
