namespace BalanceGen.Sampling;

/// <summary>A class that is read group by group: in each pass the groups come in the order of the pass, and the rows of a window of groups are permuted.</summary>
/// <param name="classIndex">The class.</param>
/// <param name="seed">The seed.</param>
/// <param name="windowGroups">The number of groups in a window.</param>
/// <param name="firstPlaces">The first place of the class in each group, and behind the last one the number of its rows.</param>
internal sealed class ClassWindows(int classIndex, long seed, int windowGroups, long[] firstPlaces)
{
    private PassOrder? _pass;
    private WindowOrder? _window;

    /// <summary>The place of a visit.</summary>
    public long PlaceOf(long visit)
    {
        (long pass, long position) = Math.DivRem(visit, firstPlaces[^1]);
        PassOrder order = Volatile.Read(ref _pass) is { } kept && kept.Pass == pass ? kept : Keep(pass);

        // The window that the position falls into, and the permuted position in it. Visits that follow each other mostly are in one window.
        WindowOrder window = Volatile.Read(ref _window) is { } last && last.Pass == pass && position >= last.First && position < last.First + last.Length
            ? last
            : KeepWindow(order, position);
        long permuted = window.At(position - window.First);

        // The group of the window that has it.
        int place = window.Number * windowGroups;
        while (permuted >= RowsOf(order.Groups[place]))
        {
            permuted -= RowsOf(order.Groups[place++]);
        }

        return firstPlaces[order.Groups[place]] + permuted;
    }

    private long RowsOf(int group) => firstPlaces[group + 1] - firstPlaces[group];

    private PassOrder Keep(long pass)
    {
        // One order of the groups for all classes, so that those that are passed over equally fast are in the same groups.
        var groups = new int[firstPlaces.Length - 1];
        KeyedPermutation.Fill(groups.Length, seed, DrawStreams.WindowGroups, (ulong)pass, 0, groups);
        var firstOfWindow = new List<long>();
        long rows = 0;
        for (int place = 0; place < groups.Length; place++)
        {
            if (place % windowGroups == 0)
            {
                firstOfWindow.Add(rows);
            }

            rows += RowsOf(groups[place]);
        }

        firstOfWindow.Add(rows);
        var order = new PassOrder(pass, groups, [.. firstOfWindow]);
        Volatile.Write(ref _pass, order);
        return order;
    }

    private WindowOrder KeepWindow(PassOrder order, long position)
    {
        int number = Elements.LastUpTo(order.FirstOfWindow.AsSpan(..^1), position);
        long first = order.FirstOfWindow[number];
        var window = new WindowOrder(order.Pass, number, first, order.FirstOfWindow[number + 1] - first, seed, DrawStreams.WindowRows(classIndex));
        Volatile.Write(ref _window, window);
        return window;
    }

    private sealed record PassOrder(long Pass, int[] Groups, long[] FirstOfWindow);
}
