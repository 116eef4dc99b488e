namespace BalanceGen.Sampling;

/// <summary>Sides, and folds, of whole groups.</summary>
internal static class GroupedSides
{
    /// <summary>Rows that are tested in no fold.</summary>
    public const int NoSide = -1;

    /// <summary>The side of each row of the data set; of rows that are not in the index it means nothing.</summary>
    public static int[] OfRows(RowIndex index, SplitOptions options, RowGroups groups, int[] sizes, double[] shares)
    {
        if (options.Order == SplitOrder.InOrder)
        {
            return InOrder(index, groups, sizes);
        }

        return Search(index, options, groups, shares, trainSide: 0);
    }

    /// <summary>The fold in which each row of the data set is tested, or <see cref="NoSide"/>.</summary>
    public static int[] FoldsOfRows(RowIndex index, SplitOptions options, RowGroups groups, int folds)
    {
        int[] equal = SideSize.Resolve(SideSize.Equal(folds), index.RowCount, "A k-fold");
        return options.Order == SplitOrder.InOrder
            ? InOrder(index, groups, equal)
            : Search(index, options, groups, [.. Enumerable.Repeat(1.0 / folds, folds)], NoSide);
    }

    /// <summary>The number of groups of which an index has rows.</summary>
    public static int GroupsOf(RowIndex index, RowGroups groups)
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

    /// <summary>The groups with more rows than a side has, the largest first.</summary>
    public static LargeGroup[] LargerThan(RowIndex index, RowGroups groups, int rows)
    {
        var sizes = new long[groups.Count];
        foreach (int row in index)
        {
            sizes[groups.GroupOfRow[row]]++;
        }

        return
        [
            .. Enumerable.Range(0, groups.Count).Where(group => sizes[group] > rows)
                .OrderByDescending(group => sizes[group]).Select(group => new LargeGroup(groups.NameOf(group), sizes[group])),
        ];
    }

    private static int[] Search(RowIndex index, SplitOptions options, RowGroups groups, double[] shares, int trainSide)
    {
        bool isStratified = options.Order == SplitOrder.Stratified;
        SideItems items = SideItems.OfGroups(index, groups, isStratified, out int[] itemOfGroup);
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
        int[] sideOfItem;
        if (kept is null)
        {
            sideOfItem = SideSearch.SidesOf(items, shares, null, options.RepetitionSeed, allowsMissing);
        }
        else if (items.Count - kept.Count(side => side == 0) < (trainSide < 0 ? shares.Length : shares.Length - 1))
        {
            throw new TooFewGroupsException(index.Classes, shares.Length, rare, items.Holders);
        }
        else
        {
            sideOfItem = trainSide == NoSide ? OfOthers(items, kept, shares, options.RepetitionSeed, allowsMissing) : SideSearch.SidesOf(items, shares, kept, options.RepetitionSeed, allowsMissing);
        }

        return OfGroups(index, groups, group => sideOfItem[itemOfGroup[group]]);
    }

    /// <summary>For each item 0 where it has rows of a rare class, and −1 where not.</summary>
    private static int[] Kept(SideItems items, int[] rare)
    {
        var kept = new int[items.Count];
        for (int item = 0; item < kept.Length; item++)
        {
            kept[item] = items.ClassesOf(item).IndexOfAny(rare) >= 0 ? 0 : -1;
        }

        return kept;
    }

    /// <summary>Deals out the items that are not kept for training.</summary>
    private static int[] OfOthers(SideItems items, int[] kept, double[] shares, long seed, bool allowsMissing)
    {
        int[] others = [.. Enumerable.Range(0, items.Count).Where(item => kept[item] < 0)];
        int[] sideOfOther = SideSearch.SidesOf(items.Some(others), shares, null, seed, allowsMissing);
        var sideOfItem = new int[items.Count];
        Array.Fill(sideOfItem, NoSide);
        for (int place = 0; place < others.Length; place++)
        {
            sideOfItem[others[place]] = sideOfOther[place];
        }

        return sideOfItem;
    }

    /// <summary>Groups in the order of their first rows; each side ends where its size is met best, and has at least one group.</summary>
    private static int[] InOrder(RowIndex index, RowGroups groups, int[] sizes)
    {
        int[] rows = [.. index];
        Array.Sort(rows);
        int[] order = [.. rows.Select(row => groups.GroupOfRow[row]).Distinct()];
        if (order.Length < sizes.Length)
        {
            throw new TooFewGroupsException(order.Length, sizes.Length);
        }

        Dictionary<int, int> rowsOf = rows.CountBy(row => groups.GroupOfRow[row]).ToDictionary();
        var sideOfGroup = new int[groups.Count];
        (int side, long taken, long border) = (0, 0, sizes[0]);
        for (int place = 0; place < order.Length; place++)
        {
            int size = rowsOf[order[place]];
            bool isMet = place > 0 && sideOfGroup[order[place - 1]] == side && (2 * (border - taken) < size || order.Length - place < sizes.Length - side);
            if (side < sizes.Length - 1 && isMet)
            {
                border += sizes[++side];
            }

            sideOfGroup[order[place]] = side;
            taken += size;
        }

        return OfGroups(index, groups, group => sideOfGroup[group]);
    }

    private static int[] OfGroups(RowIndex index, RowGroups groups, Func<int, int> sideOf)
    {
        var sideOfRow = new int[index.DatasetLength];
        foreach (int row in index)
        {
            sideOfRow[row] = sideOf(groups.GroupOfRow[row]);
        }

        return sideOfRow;
    }
}
