namespace BalanceGen.Sampling;

/// <summary>Splits rows with several labels so that every label has its share on every side.</summary>
public static class MultiLabelSplit
{
    /// <summary>Splits a multi-label data set. The folds of cross-validation are the sides of <see cref="SideSize.Equal"/>.</summary>
    /// <param name="index">The label sets of the rows.</param>
    /// <param name="options">How the rows are dealt out: at random or in order without looking at labels is for single labels, so the order must be <see cref="SplitOrder.Stratified"/>.</param>
    /// <param name="sides">The size of each side, two or more.</param>
    /// <remarks>
    /// Rows are dealt out to the side that lacks most of their labels, then moved and exchanged as long as this helps: what iterative stratification (Sechidis et al. 2011) does, and on. The
    /// numbers of rows may differ from those asked for, as they do there; see the report. A label with fewer rows than sides is missing from some under <see cref="RareClassPolicy.Spread"/>.
    /// O(labels · sides) and a search of bounded length.
    /// </remarks>
    /// <exception cref="ArgumentException">The sizes do not add up, a side would be empty, the order is another one, or the groups are of another number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="EmptyDatasetException">There are no rows.</exception>
    /// <exception cref="TooFewGroupsException">There are fewer rows or groups than sides; or a label is in fewer of them and the policy is to throw.</exception>
    public static MultiLabelSides Of(MultiLabelIndex index, SplitOptions options, params ReadOnlySpan<SideSize> sides)
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

        int[] wanted = SideSize.Resolve(sides, index.RowCount, "A multi-label split");
        SideItems items = options.Groups is null ? SideItems.OfRows(index) : SideItems.OfGroups(index, options.Groups);
        if (items.Count < wanted.Length)
        {
            throw new TooFewGroupsException(items.Count, wanted.Length);
        }

        int[] rare = [.. Enumerable.Range(0, index.Classes.Count).Where(c => items.Holders[c] > 0 && items.Holders[c] < wanted.Length)];
        if (rare.Length > 0 && options.RareClasses == RareClassPolicy.Throw)
        {
            throw new TooFewGroupsException(index.Classes, wanted.Length, rare, items.Holders);
        }

        int[] sideOfItem = SideSearch.SidesOf(items, SharesOf(sides, wanted), null, options.RepetitionSeed, options.RareClasses == RareClassPolicy.Spread, isAbsolute: true);
        return Sides(index, options.Groups, sideOfItem, wanted);
    }

    /// <summary>
    /// The shares that were asked for, and a little of those that whole rows have: of two sides that a label would be as near to its share on, the larger one gets the row.
    /// </summary>
    private static double[] SharesOf(ReadOnlySpan<SideSize> sides, int[] rows)
    {
        const double OfWholeRows = 0.05;
        double all = rows.Sum(ofSide => (long)ofSide);
        return [.. SideSize.Shares(sides, rows).Select((share, side) => ((1 - OfWholeRows) * share) + (OfWholeRows * rows[side] / all))];
    }

    private static MultiLabelSides Sides(MultiLabelIndex index, RowGroups? groups, int[] sideOfItem, int[] wanted)
    {
        var rows = new List<int>[wanted.Length];
        var counts = new long[wanted.Length][];
        var sizes = new int[groups?.Count ?? 0];
        for (int side = 0; side < rows.Length; side++)
        {
            rows[side] = [];
            counts[side] = new long[index.Classes.Count];
        }

        for (int row = 0; row < index.RowCount; row++)
        {
            int side = sideOfItem[groups is null ? row : groups.GroupOfRow[row]];
            rows[side].Add(row);
            foreach (int classIndex in index.ClassesOf(row))
            {
                counts[side][classIndex]++;
            }

            if (groups is not null)
            {
                sizes[groups.GroupOfRow[row]]++;
            }
        }

        SideReport[] reports =
        [
            .. wanted.Select((size, side) => new SideReport(
                rows[side].Count, size, index.RowCount, groups is null ? null : sideOfItem.Count(of => of == side), new ClassCounts(index.Classes, counts[side]), index.Counts.RowsWithClass)),
        ];
        LargeGroup[] large =
        [
            .. Enumerable.Range(0, sizes.Length).Where(group => sizes[group] > wanted.Min()).OrderByDescending(group => sizes[group])
                .Select(group => new LargeGroup(groups!.NameOf(group), sizes[group])),
        ];
        return new MultiLabelSides([.. rows.Select(side => side.ToArray())], new SplitReport(index.Counts.RowsWithClass, reports, large));
    }
}
