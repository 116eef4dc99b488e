using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BalanceGen;

/// <summary>Counts class indices.</summary>
internal static class ClassCounting
{
    /// <summary>Up to this many classes four sub-tables are kept, so that equal neighbours do not wait for each other's increment.</summary>
    private const int MostClassesWithSubTables = 1024;

    private const int SubTables = 4;

    /// <summary>Adds the number of occurrences of each class to <paramref name="counts"/>; ignored rows are left out.</summary>
    /// <exception cref="UnknownLabelException">A label is no class; the counts are then undefined.</exception>
    [SkipLocalsInit]
    public static void Count<TSource>(TSource source, ClassSet classes, Span<long> counts)
        where TSource : struct, IClassSource, allows ref struct
    {
        int classCount = classes.Count;
        if (classCount > MostClassesWithSubTables || source.Length < SubTables * classCount)
        {
            CountDirectly(source, classes, counts, 0, source.Length);
            return;
        }

        // 32-bit sub-counts cannot overflow: a span holds fewer than 2^31 rows.
        Span<int> tables = stackalloc int[SubTables * classCount];
        tables.Clear();
        ref int t0 = ref MemoryMarshal.GetReference(tables);
        ref int t1 = ref Unsafe.Add(ref t0, classCount);
        ref int t2 = ref Unsafe.Add(ref t1, classCount);
        ref int t3 = ref Unsafe.Add(ref t2, classCount);

        int position = 0;
        for (; position <= source.Length - SubTables; position += SubTables)
        {
            uint c0 = (uint)source.ClassAt(position);
            uint c1 = (uint)source.ClassAt(position + 1);
            uint c2 = (uint)source.ClassAt(position + 2);
            uint c3 = (uint)source.ClassAt(position + 3);
            // Four branches that are never taken. The largest of the four would take branches that nobody can predict.
            if (c0 >= (uint)classCount || c1 >= (uint)classCount || c2 >= (uint)classCount || c3 >= (uint)classCount)
            {
                CountDirectly(source, classes, counts, position, position + SubTables);
                continue;
            }

            Unsafe.Add(ref t0, c0)++;
            Unsafe.Add(ref t1, c1)++;
            Unsafe.Add(ref t2, c2)++;
            Unsafe.Add(ref t3, c3)++;
        }

        for (int index = 0; index < classCount; index++)
        {
            counts[index] += (long)tables[index] + tables[classCount + index] + tables[(2 * classCount) + index] + tables[(3 * classCount) + index];
        }

        CountDirectly(source, classes, counts, position, source.Length);
    }

    /// <summary>Throws the error for the first label at or after a position that is no class.</summary>
    [DoesNotReturn]
    public static void ThrowFirstUnknown<TSource>(TSource source, ClassSet classes, int position)
        where TSource : struct, IClassSource, allows ref struct
    {
        while ((uint)source.ClassAt(position) < (uint)classes.Count || IsIgnored(source, source.ClassAt(position)))
        {
            position++;
        }

        UnknownLabelException.Throw(source.DescribeAt(position), classes, position);
    }

    /// <summary>Whether the row is left out, rather than its label being an error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIgnored<TSource>(TSource source, int classIndex)
        where TSource : struct, IClassSource, allows ref struct =>
        source.MayIgnore && classIndex == ClassIndex.Ignored;

    private static void CountDirectly<TSource>(TSource source, ClassSet classes, Span<long> counts, int position, int end)
        where TSource : struct, IClassSource, allows ref struct
    {
        for (; position < end; position++)
        {
            int classIndex = source.ClassAt(position);
            if ((uint)classIndex < (uint)counts.Length)
            {
                counts[classIndex]++;
            }
            else if (!IsIgnored(source, classIndex))
            {
                ThrowFirstUnknown(source, classes, position);
            }
        }
    }
}
