using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace BalanceGen.Classes;

/// <summary>Builds the class-sorted row index by a counting sort.</summary>
internal static class RowIndexBuilder
{
    /// <summary>Class indices that are already stored are read twice.</summary>
    public static RowIndex Build<TInteger>(ClassIndexSource<TInteger> source, ClassSet classes)
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        ArgumentNullException.ThrowIfNull(classes);
        var counts = new long[classes.Count];
        ClassCounting.Count(source, classes, counts);
        return Sort(source, new ClassCounts(classes, counts));
    }

    /// <summary>
    /// Labels are read from the rows once; the class indices wait in a pooled buffer that is as narrow as the classes allow, with
    /// room for one more number, which marks ignored rows.
    /// </summary>
    public static RowIndex Build<T, TIndexer>(RowSource<T, TIndexer> source, ClassSet classes)
        where TIndexer : struct, IClassIndexer<T> =>
        classes.Count switch
        {
            <= byte.MaxValue => Build<T, TIndexer, byte>(source, classes),
            <= ushort.MaxValue => Build<T, TIndexer, ushort>(source, classes),
            _ => Build<T, TIndexer, int>(source, classes),
        };

    private static RowIndex Build<T, TIndexer, TInteger>(RowSource<T, TIndexer> source, ClassSet classes)
        where TIndexer : struct, IClassIndexer<T>
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        TInteger[] buffer = ArrayPool<TInteger>.Shared.Rent(source.Length);
        try
        {
            Span<TInteger> classIndices = buffer.AsSpan(0, source.Length);
            int ignoredRows = ClassReading.Read(source, classes, classIndices, TInteger.CreateTruncating(classes.Count));
            return ignoredRows == 0
                ? Build(new ClassIndexSource<TInteger>(classIndices), classes)
                : SortKept(new ClassIndexSource<TInteger>(classIndices), classes);
        }
        finally
        {
            ArrayPool<TInteger>.Shared.Return(buffer);
        }
    }

    private static RowIndex Sort<TInteger>(ClassIndexSource<TInteger> source, ClassCounts counts)
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        if (TryStartsOfRuns(source, counts, out int[] starts))
        {
            return new RowIndex(counts, starts, null);
        }

        starts = counts.ToStarts();
        int[] sortedRows = RowMemory.Allocate(source.Length);
        Scatter(source, (int[])starts.Clone(), sortedRows);
        return new RowIndex(counts, starts, sortedRows);
    }

    /// <summary>Writes each row's number to the next place of its class.</summary>
    /// <remarks>
    /// The places of a step of rows are taken before the first number is written: while a processor does not know yet where a number
    /// goes, it holds back what is read after it. Nothing is checked, because every class index was when it was counted.
    /// Compiled with all optimisations at its first call: see <see cref="ClassCounting"/>.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Scatter<TInteger>(ClassIndexSource<TInteger> source, int[] places, int[] sortedRows)
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        const int step = 8;
        ref int place = ref MemoryMarshal.GetArrayDataReference(places);
        ref int rowAt = ref MemoryMarshal.GetArrayDataReference(sortedRows);
        nint row = 0;
        for (nint last = source.Length - step; row <= last; row += step)
        {
            int place0 = Unsafe.Add(ref place, source.ClassAt(row))++;
            int place1 = Unsafe.Add(ref place, source.ClassAt(row + 1))++;
            int place2 = Unsafe.Add(ref place, source.ClassAt(row + 2))++;
            int place3 = Unsafe.Add(ref place, source.ClassAt(row + 3))++;
            int place4 = Unsafe.Add(ref place, source.ClassAt(row + 4))++;
            int place5 = Unsafe.Add(ref place, source.ClassAt(row + 5))++;
            int place6 = Unsafe.Add(ref place, source.ClassAt(row + 6))++;
            int place7 = Unsafe.Add(ref place, source.ClassAt(row + 7))++;
            Unsafe.Add(ref rowAt, place0) = (int)row;
            Unsafe.Add(ref rowAt, place1) = (int)row + 1;
            Unsafe.Add(ref rowAt, place2) = (int)row + 2;
            Unsafe.Add(ref rowAt, place3) = (int)row + 3;
            Unsafe.Add(ref rowAt, place4) = (int)row + 4;
            Unsafe.Add(ref rowAt, place5) = (int)row + 5;
            Unsafe.Add(ref rowAt, place6) = (int)row + 6;
            Unsafe.Add(ref rowAt, place7) = (int)row + 7;
        }

        for (; row < source.Length; row++)
        {
            Unsafe.Add(ref rowAt, Unsafe.Add(ref place, source.ClassAt(row))++) = (int)row;
        }
    }

    /// <summary>The index of the rows that are not ignored: a subset of the data set.</summary>
    private static RowIndex SortKept<TInteger>(ClassIndexSource<TInteger> source, ClassSet classes)
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        // Behind the classes, the rows that are left out.
        var counted = new long[classes.Count + 1];
        for (int row = 0; row < source.Length; row++)
        {
            counted[source.ClassAt(row)]++;
        }

        var counts = new ClassCounts(classes, counted.AsSpan(0, classes.Count));
        int[] starts = counts.ToStarts();
        int[] next = (int[])starts.Clone();
        int[] sortedRows = RowMemory.Allocate((int)counts.Total);
        for (int row = 0; row < source.Length; row++)
        {
            int classIndex = source.ClassAt(row);
            if (classIndex < next.Length)
            {
                sortedRows[next[classIndex]++] = row;
            }
        }

        return new RowIndex(counts, starts, sortedRows, source.Length, RowSetHash.Of(sortedRows));
    }

    /// <summary>Where the rows of every class are one run, the order of the runs does not matter: no row numbers need to be stored.</summary>
    private static bool TryStartsOfRuns<TInteger>(ClassIndexSource<TInteger> source, ClassCounts counts, out int[] starts)
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        starts = new int[counts.Classes.Count];
        for (int start = 0; start < source.Length;)
        {
            int classIndex = source.ClassAt(start);
            int end = start + (int)counts[classIndex];

            // Not past the last row: of the class at the start of a run no row lies before it.
            for (int row = start + 1; row < end; row++)
            {
                if (source.ClassAt(row) != classIndex)
                {
                    return false;
                }
            }

            starts[classIndex] = start;
            start = end;
        }

        return true;
    }
}
