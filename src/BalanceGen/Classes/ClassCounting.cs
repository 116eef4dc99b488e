using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BalanceGen;

/// <summary>Counts class indices.</summary>
internal static class ClassCounting
{
    /// <summary>
    /// Up to this many classes pairs of neighbouring rows are counted, which halves the increments. The counts of all pairs are 32 KB at
    /// the most, and the common ones of them stay in the fastest cache.
    /// </summary>
    private const int MostClassesInPairs = 64;

    /// <summary>Up to this many classes every count is kept in parts, so that equal rows in a row do not wait for each other's increment.</summary>
    private const int MostClassesInParts = 1024;

    /// <summary>Counts of pairs have to be cleared and added up, which pays from this many rows a pair of classes.</summary>
    private const int LeastRowsOfPair = 16;

    /// <summary>How many rows are read before any is counted.</summary>
    private const int Step = 4;

    /// <summary>How many parts the count of a class has, one for each row of a step.</summary>
    private const int PartsOfClass = Step;

    /// <summary>How many parts the count of a pair has, one for each pair of a step.</summary>
    private const int PartsOfPair = Step / 2;

    /// <summary>Adds the number of occurrences of each class to <paramref name="counts"/>; ignored rows are left out.</summary>
    /// <exception cref="UnknownLabelException">A label is no class; the counts are then undefined.</exception>
    [SkipLocalsInit]
    public static void Count<TSource>(TSource source, ClassSet classes, Span<long> counts)
        where TSource : struct, IClassSource, allows ref struct
    {
        int classCount = classes.Count;
        bool inPairs = classCount <= MostClassesInPairs && source.Length >= LeastRowsOfPair * classCount * classCount;
        if (!inPairs && (classCount > MostClassesInParts || source.Length < PartsOfClass * classCount))
        {
            CountDirectly(source, classes, counts, 0, source.Length);
            return;
        }

        // 32-bit parts cannot overflow: a span holds fewer than 2^31 rows.
        Span<int> parts = stackalloc int[inPairs ? PartsOfPair * classCount * classCount : PartsOfClass * classCount];
        parts.Clear();
        int position = CountWhileKnown(source, (uint)classCount, inPairs, parts, 0);
        while (position <= source.Length - Step)
        {
            CountDirectly(source, classes, counts, position, position + Step);
            position = CountWhileKnown(source, (uint)classCount, inPairs, parts, position + Step);
        }

        CountDirectly(source, classes, counts, position, source.Length);
        AddParts(parts, inPairs, counts);
    }

    /// <summary>Counts a step of rows at a time, up to the end or to the first step in which a row has no class, and gives its position.</summary>
    /// <remarks>
    /// Apart from what is seldom needed, so that all variables of the loop stay in registers. Compiled with all optimisations at
    /// its first call: a data set is often counted once, and code that is replaced while its loop runs keeps its variables in memory.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int CountWhileKnown<TSource>(TSource source, uint classCount, bool inPairs, Span<int> parts, nint position)
        where TSource : struct, IClassSource, allows ref struct
    {
        // The parts of a class or a pair are neighbours.
        ref int part = ref MemoryMarshal.GetReference(parts);
        for (nint last = source.Length - Step; position <= last; position += Step)
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

            if (inPairs)
            {
                Unsafe.Add(ref part, (nint)(PartsOfPair * ((c0 * classCount) + c1)))++;
                Unsafe.Add(ref part, (nint)(PartsOfPair * ((c2 * classCount) + c3)) + 1)++;
            }
            else
            {
                Unsafe.Add(ref part, (nint)(PartsOfClass * c0))++;
                Unsafe.Add(ref part, (nint)(PartsOfClass * c1) + 1)++;
                Unsafe.Add(ref part, (nint)(PartsOfClass * c2) + 2)++;
                Unsafe.Add(ref part, (nint)(PartsOfClass * c3) + 3)++;
            }
        }

        return (int)position;
    }

    private static void AddParts(ReadOnlySpan<int> parts, bool inPairs, Span<long> counts)
    {
        for (int index = 0; index < parts.Length; index++)
        {
            if (inPairs)
            {
                (int first, int second) = Math.DivRem(index / PartsOfPair, counts.Length);
                counts[first] += parts[index];
                counts[second] += parts[index];
            }
            else
            {
                counts[index / PartsOfClass] += parts[index];
            }
        }
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
