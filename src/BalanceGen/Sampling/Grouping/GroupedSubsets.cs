namespace BalanceGen.Sampling;

/// <summary>Subsets, and folds, of whole groups.</summary>
internal static class GroupedSubsets
{
    /// <summary>Rows that are tested in no fold.</summary>
    public const int NoSubset = -1;

    /// <summary>The subset of each row of the data set; of rows that are not in the index it means nothing.</summary>
    public static int[] OfRows(RowIndex index, SplitOptions options, SplitGroups groups, int[] sizes, double[] shares) =>
        options.Order == SplitOrder.InOrder ? InOrder(index, groups, sizes) : Search(index, options, groups, shares, trainSubset: 0);

    /// <summary>The fold in which each row of the data set is tested, or <see cref="NoSubset"/>.</summary>
    public static int[] FoldsOfRows(RowIndex index, SplitOptions options, SplitGroups groups, int folds)
    {
        int[] equal = SubsetSize.Resolve(SubsetSize.Equal(folds), index.RowCount, "A k-fold");
        return options.Order == SplitOrder.InOrder
            ? InOrder(index, groups, equal)
            : Search(index, options, groups, [.. Enumerable.Repeat(1.0 / folds, folds)], NoSubset);
    }

    /// <summary>The number of groups of which an index has rows.</summary>
    public static int GroupsOf(RowIndex index, SplitGroups groups)
    {
        var has = new bool[groups.Count];
        int count = 0;
        foreach (int row in index)
        {
            ref bool ofGroup = ref has[groups.GroupOfRow[row]];
            count += ofGroup ? 0 : 1;
            ofGroup = true;
        }

        return count;
    }

    /// <summary>The groups with more rows than a subset has, the largest first.</summary>
    public static LargeGroup[] LargerThan(RowIndex index, SplitGroups groups, int rows)
    {
        var sizes = new int[groups.Count];
        foreach (int row in index)
        {
            sizes[groups.GroupOfRow[row]]++;
        }

        return LargerThan(sizes, groups, rows);
    }

    /// <summary>The groups of which the number of rows is greater than another, the largest first.</summary>
    public static LargeGroup[] LargerThan(int[] sizes, SplitGroups groups, int rows) =>
    [
        .. Enumerable.Range(0, groups.Count).Where(group => sizes[group] > rows)
            .OrderByDescending(group => sizes[group]).Select(group => new LargeGroup(groups.NameOf(group), sizes[group])),
    ];

    private static int[] Search(RowIndex index, SplitOptions options, SplitGroups groups, double[] shares, int trainSubset)
    {
        bool isStratified = options.Order == SplitOrder.Stratified;
        SubsetItems items = SubsetItems.OfGroups(index, groups, isStratified, out int[] itemOfGroup);
        if (items.Count < shares.Length)
        {
            throw new TooFewGroupsException(items.Count, shares.Length);
        }

        int[] rare = [.. Enumerable.Range(0, isStratified ? index.Classes.Count : 0).Where(c => items.Totals[c] > 0 && items.Holders[c] < shares.Length)];
        if (rare.Length > 0 && options.RareClasses == RareClassPolicy.Throw)
        {
            throw new TooFewGroupsException(index.Classes, shares.Length, rare, items.Holders);
        }

        bool allowsMissing = options.RareClasses == RareClassPolicy.Spread;
        int[]? kept = rare.Length > 0 && options.RareClasses == RareClassPolicy.KeepInTrain ? Kept(items, rare) : null;
        int[] subsetOfItem;
        if (kept is null)
        {
            subsetOfItem = SubsetSearch.SubsetsOf(items, shares, null, options.RepetitionSeed, allowsMissing);
        }
        else if (items.Count - kept.Count(subset => subset == 0) < (trainSubset < 0 ? shares.Length : shares.Length - 1))
        {
            throw new TooFewGroupsException(index.Classes, shares.Length, rare, items.Holders);
        }
        else
        {
            subsetOfItem = trainSubset == NoSubset ? OfOthers(items, kept, shares, options.RepetitionSeed, allowsMissing) : SubsetSearch.SubsetsOf(items, shares, kept, options.RepetitionSeed, allowsMissing);
        }

        return OfGroups(index, groups, group => subsetOfItem[itemOfGroup[group]]);
    }

    /// <summary>For each item 0 where it has rows of a rare class, and −1 where not.</summary>
    private static int[] Kept(SubsetItems items, int[] rare) =>
        [.. Enumerable.Range(0, items.Count).Select(item => items.ClassesOf(item).IndexOfAny(rare) >= 0 ? 0 : -1)];

    /// <summary>Deals out the items that are not kept for training.</summary>
    private static int[] OfOthers(SubsetItems items, int[] kept, double[] shares, long seed, bool allowsMissing)
    {
        int[] others = [.. Enumerable.Range(0, items.Count).Where(item => kept[item] < 0)];
        int[] subsetOfOther = SubsetSearch.SubsetsOf(items.Some(others), shares, null, seed, allowsMissing);
        var subsetOfItem = new int[items.Count];
        Array.Fill(subsetOfItem, NoSubset);
        for (int place = 0; place < others.Length; place++)
        {
            subsetOfItem[others[place]] = subsetOfOther[place];
        }

        return subsetOfItem;
    }

    /// <summary>Groups in the order of their first rows; each subset ends where its size is met best, and has at least one group.</summary>
    private static int[] InOrder(RowIndex index, SplitGroups groups, int[] sizes)
    {
        int[] rows = [.. index];
        int[] order = [.. rows.Select(row => groups.GroupOfRow[row]).Distinct()];
        if (order.Length < sizes.Length)
        {
            throw new TooFewGroupsException(order.Length, sizes.Length);
        }

        Dictionary<int, int> rowsOf = rows.CountBy(row => groups.GroupOfRow[row]).ToDictionary();
        var subsetOfGroup = new int[groups.Count];
        (int subset, long taken, long border) = (0, 0, sizes[0]);
        for (int place = 0; place < order.Length; place++)
        {
            int size = rowsOf[order[place]];
            bool isMet = place > 0 && subsetOfGroup[order[place - 1]] == subset && (2 * (border - taken) < size || order.Length - place < sizes.Length - subset);
            if (subset < sizes.Length - 1 && isMet)
            {
                border += sizes[++subset];
            }

            subsetOfGroup[order[place]] = subset;
            taken += size;
        }

        return OfGroups(index, groups, group => subsetOfGroup[group]);
    }

    private static int[] OfGroups(RowIndex index, SplitGroups groups, Func<int, int> subsetOf)
    {
        var subsetOfRow = new int[index.DatasetLength];
        foreach (int row in index)
        {
            subsetOfRow[row] = subsetOf(groups.GroupOfRow[row]);
        }

        return subsetOfRow;
    }
}
