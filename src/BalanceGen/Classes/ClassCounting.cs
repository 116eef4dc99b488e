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
        int position = CountWhileKnown(source, (uint)classCount, tables, 0);
        while (position <= source.Length - SubTables)
        {
            CountDirectly(source, classes, counts, position, position + SubTables);
            position = CountWhileKnown(source, (uint)classCount, tables, position + SubTables);
        }

        for (int index = 0; index < tables.Length; index++)
        {
            counts[index / SubTables] += tables[index];
        }

        CountDirectly(source, classes, counts, position, source.Length);
    }

    /// <summary>Counts four rows at a time, up to the end or to the first four of which one has no class, and gives their position.</summary>
    /// <remarks>
    /// Apart from what is seldom needed, so that all variables of the loop stay in registers. Compiled with all optimisations at
    /// its first call: a data set is often counted once, and code that is replaced while its loop runs keeps its variables in memory.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int CountWhileKnown<TSource>(TSource source, uint classCount, Span<int> tables, int position)
        where TSource : struct, IClassSource, allows ref struct
    {
        // The tables lie within each other: the four counts of a class are neighbours.
        ref int table = ref MemoryMarshal.GetReference(tables);
        int last = source.Length - SubTables;
        for (; position <= last; position += SubTables)
        {
            uint c0 = (uint)source.ClassAt(position);
            uint c1 = (uint)source.ClassAt(position + 1);
            uint c2 = (uint)source.ClassAt(position + 2);
            uint c3 = (uint)source.ClassAt(position + 3);

            // Four branches that are never taken. The largest of the four would take branches that nobody can predict.
            if (c0 >= classCount || c1 >= classCount || c2 >= classCount || c3 >= classCount)
            {
                break;
            }

            Unsafe.Add(ref table, SubTables * c0)++;
            Unsafe.Add(ref table, (SubTables * c1) + 1)++;
            Unsafe.Add(ref table, (SubTables * c2) + 2)++;
            Unsafe.Add(ref table, (SubTables * c3) + 3)++;
        }

        return position;
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
