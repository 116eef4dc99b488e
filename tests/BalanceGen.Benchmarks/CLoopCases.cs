using System.Runtime.InteropServices;

namespace BalanceGen.Benchmarks;

/// <summary>What C does in place of three of the cases, once it has been seen to do the same.</summary>
internal static class CLoopCases
{
    public static IEnumerable<IComparisonCase> Of(CLoops loops, LongTail data)
    {
        int rows = data.ClassOfRow.Length;
        int classes = data.Counts.Length;
        int[] members = new int[rows];
        int[] starts = [.. Enumerable.Range(0, classes).Select(index => data.Counts[..index].Sum())];
        loops.SortedRows(data.ClassOfRow, starts, members);
        long[] counts = new long[classes];
        loops.Counts(data.ClassOfRow, counts);
        var table = new AliasTable([.. Enumerable.Repeat(1UL, classes)], starts, data.Counts);
        int[] drawn = new int[rows];
        loops.WeightedDraws(table, members, drawn, seed: 1);
        if (!members.AsSpan().SequenceEqual(data.Index.SortedRows) || !counts.AsSpan().SequenceEqual(data.Index.Counts.Values) || !AreEqual(data, drawn))
        {
            throw new InvalidOperationException("C does something else.");
        }

        // Both read the rows from the same memory, which may have huge pages.
        yield return new MeasuredCase("weighted_with_replacement_fill:c", rows, turn => loops.WeightedDraws(table, data.Index.SortedRows, drawn, (ulong)turn));
        yield return new MeasuredCase("index_build:c_sort_into_memory_in_use", rows, _ => loops.SortedRows(data.ClassOfRow, starts, members));
        yield return new MeasuredCase("index_build:c_sort_into_new_memory", rows, _ => SortIntoNewMemory(loops, data.ClassOfRow, starts));
        yield return new MeasuredCase("count_classes:c", rows, _ => loops.Counts(data.ClassOfRow, counts));
    }

    /// <summary>What the first write to memory costs is part of the work, as it is of an index that a program builds once.</summary>
    private static unsafe void SortIntoNewMemory(CLoops loops, int[] classOfRow, int[] starts)
    {
        void* memory = NativeMemory.Alloc((nuint)classOfRow.Length, sizeof(int));
        loops.SortedRows(classOfRow, starts, new Span<int>(memory, classOfRow.Length));
        NativeMemory.Free(memory);
    }

    /// <summary>Whether all classes are drawn equally often, within six standard deviations.</summary>
    private static bool AreEqual(LongTail data, int[] drawn)
    {
        double mean = drawn.Length / (double)data.Counts.Length;
        return drawn.CountBy(row => data.ClassOfRow[row]).All(count => Math.Abs(count.Value - mean) < 6 * Math.Sqrt(mean));
    }
}
