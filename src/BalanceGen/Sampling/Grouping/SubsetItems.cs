namespace BalanceGen.Sampling;

/// <summary>What goes to one subset as a whole, with its rows of each class: groups of rows, or rows with several labels.</summary>
/// <remarks>The rows of an item, whatever their class, are counted as those of one more class, which is the last. Sparse: O(classes that an item has).</remarks>
internal sealed class SubsetItems
{
    private readonly int[] _starts;
    private readonly int[] _classes;
    private readonly int[] _rows;

    private SubsetItems(int classCount, int[] starts, int[] classes, int[] rows)
    {
        _starts = starts;
        _classes = classes;
        _rows = rows;
        Totals = new long[classCount + 1];
        Holders = new int[classCount + 1];
        for (int place = 0; place < classes.Length; place++)
        {
            Totals[classes[place]] += rows[place];
            Holders[classes[place]]++;
        }
    }

    public int Count => _starts.Length - 1;

    /// <summary>The number of the class that all rows have.</summary>
    public int AllRows => Totals.Length - 1;

    /// <summary>The rows of each class in all items.</summary>
    public long[] Totals { get; }

    /// <summary>The number of items that have rows of each class.</summary>
    public int[] Holders { get; }

    public ReadOnlySpan<int> ClassesOf(int item) => _classes.AsSpan(_starts[item].._starts[item + 1]);

    public ReadOnlySpan<int> RowsOf(int item) => _rows.AsSpan(_starts[item].._starts[item + 1]);

    public int SizeOf(int item) => _rows[_starts[item + 1] - 1];

    /// <summary>The groups of an index.</summary>
    /// <param name="index">The index.</param>
    /// <param name="groups">The group of every row of the data set.</param>
    /// <param name="byClass">Whether classes count; else only the number of rows does.</param>
    /// <param name="itemOfGroup">The item of each group, or −1 where the index has no rows of it.</param>
    public static SubsetItems OfGroups(RowIndex index, SplitGroups groups, bool byClass, out int[] itemOfGroup)
    {
        int classCount = byClass ? index.Classes.Count : 0;
        itemOfGroup = new int[groups.Count];
        Array.Fill(itemOfGroup, -1);
        int items = 0;
        foreach (int row in index)
        {
            ref int item = ref itemOfGroup[groups.GroupOfRow[row]];
            item = item < 0 ? items++ : item;
        }

        // Once to count the classes of each item, once to count their rows.
        var starts = new int[items + 1];
        var last = new int[items];
        ForEachRow(index, groups, itemOfGroup, byClass, last, (item, _, isNew) => starts[item + 1] += isNew ? 1 : 0);
        for (int item = 0; item < items; item++)
        {
            starts[item + 1] += starts[item] + 1;
        }

        var classes = new int[starts[items]];
        var rows = new int[starts[items]];
        int[] next = [.. starts.Select(start => start - 1)];
        ForEachRow(index, groups, itemOfGroup, byClass, last, (item, classIndex, isNew) =>
        {
            next[item] += isNew ? 1 : 0;
            if (byClass)
            {
                classes[next[item]] = classIndex;
                rows[next[item]]++;
            }

            classes[starts[item + 1] - 1] = classCount;
            rows[starts[item + 1] - 1]++;
        });
        return new SubsetItems(classCount, starts, classes, rows);
    }

    /// <summary>The rows of a multi-label data set.</summary>
    public static SubsetItems OfRows(MultiLabelIndex index)
    {
        var starts = new int[index.RowCount + 1];
        for (int row = 0; row < index.RowCount; row++)
        {
            starts[row + 1] = checked(starts[row] + index.ClassesOf(row).Length + 1);
        }

        var classes = new int[starts[^1]];
        var rows = new int[starts[^1]];
        Array.Fill(rows, 1);
        for (int row = 0; row < index.RowCount; row++)
        {
            index.ClassesOf(row).CopyTo(classes.AsSpan(starts[row]));
            classes[starts[row + 1] - 1] = index.Classes.Count;
        }

        return new SubsetItems(index.Classes.Count, starts, classes, rows);
    }

    /// <summary>The groups of the rows of a multi-label data set.</summary>
    public static SubsetItems OfGroups(MultiLabelIndex index, SplitGroups groups)
    {
        var labels = new Dictionary<int, int>[groups.Count];
        for (int row = 0; row < index.RowCount; row++)
        {
            Dictionary<int, int> ofGroup = labels[groups.GroupOfRow[row]] ??= [];
            foreach (int classIndex in index.ClassesOf(row))
            {
                ofGroup[classIndex] = ofGroup.GetValueOrDefault(classIndex) + 1;
            }

            ofGroup[index.Classes.Count] = ofGroup.GetValueOrDefault(index.Classes.Count) + 1;
        }

        var starts = new int[groups.Count + 1];
        for (int group = 0; group < groups.Count; group++)
        {
            starts[group + 1] = starts[group] + labels[group].Count;
        }

        (int Class, int Rows)[] pairs = [.. labels.SelectMany(ofGroup => ofGroup.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)))];
        return new SubsetItems(index.Classes.Count, starts, [.. pairs.Select(pair => pair.Class)], [.. pairs.Select(pair => pair.Rows)]);
    }

    /// <summary>Some of these items.</summary>
    public SubsetItems Some(int[] items)
    {
        var starts = new int[items.Length + 1];
        var classes = new List<int>();
        var rows = new List<int>();
        for (int place = 0; place < items.Length; place++)
        {
            classes.AddRange(ClassesOf(items[place]));
            rows.AddRange(RowsOf(items[place]));
            starts[place + 1] = classes.Count;
        }

        return new SubsetItems(AllRows, starts, [.. classes], [.. rows]);
    }

    private delegate void RowAction(int item, int classIndex, bool isNew);

    private static void ForEachRow(RowIndex index, SplitGroups groups, int[] itemOfGroup, bool byClass, int[] last, RowAction action)
    {
        Array.Fill(last, -1);
        for (int classIndex = 0; classIndex < index.Classes.Count; classIndex++)
        {
            for (int place = 0; place < index.Counts[classIndex]; place++)
            {
                int item = itemOfGroup[groups.GroupOfRow[index.RowOf(classIndex, place)]];
                bool isNew = byClass && last[item] != classIndex;
                last[item] = classIndex;
                action(item, classIndex, isNew);
            }
        }
    }
}
