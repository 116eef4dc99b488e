using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BalanceGen;

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

        for (int index = 0, position = 0; index < starts.Length; index++)
        {
            starts[index] = position;
            position += (int)counts[index];
        }

        int[] next = (int[])starts.Clone();
        int[] sortedRows = GC.AllocateUninitializedArray<int>(source.Length);
        ref int nextOf = ref MemoryMarshal.GetArrayDataReference(next);
        ref int rowAt = ref MemoryMarshal.GetArrayDataReference(sortedRows);
        for (int row = 0; row < source.Length; row++)
        {
            // In range: every class index was checked when it was counted.
            ref int position = ref Unsafe.Add(ref nextOf, source.ClassAt(row));
            Unsafe.Add(ref rowAt, position) = row;
            position++;
        }

        return new RowIndex(counts, starts, sortedRows);
    }

    /// <summary>The index of the rows that are not ignored: a part of the data set.</summary>
    private static RowIndex SortKept<TInteger>(ClassIndexSource<TInteger> source, ClassSet classes)
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        int classCount = classes.Count;
        var counts = new long[classCount + 1];
        for (int row = 0; row < source.Length; row++)
        {
            counts[source.ClassAt(row)]++;
        }

        var starts = new int[classCount + 1];
        for (int index = 0; index < classCount; index++)
        {
            starts[index + 1] = starts[index] + (int)counts[index];
        }

        int[] next = (int[])starts.Clone();
        int[] sortedRows = GC.AllocateUninitializedArray<int>(starts[classCount]);
        for (int row = 0; row < source.Length; row++)
        {
            int classIndex = source.ClassAt(row);
            if (classIndex < classCount)
            {
                sortedRows[next[classIndex]++] = row;
            }
        }

        return new RowIndex(
            new ClassCounts(classes, counts.AsSpan(0, classCount)), starts[..classCount], sortedRows, source.Length, RowSetHash.Of(sortedRows));
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
