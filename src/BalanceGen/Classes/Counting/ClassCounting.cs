using System.Runtime.InteropServices;

namespace BalanceGen.Classes;

/// <summary>Counts class indices.</summary>
internal static class ClassCounting
{
    /// <summary>Up to this many classes every count is kept in parts, so that equal rows in a row do not wait for each other's increment.</summary>
    private const int MostClassesInParts = 1024;

    /// <summary>With fewer rows a vector is hardly filled.</summary>
    private const int LeastRowsOfBlock = 32;

    /// <summary>How many rows are read before any is counted, and how many parts the count of a class has: one for each row of a step.</summary>
    private const int Step = 4;

    /// <summary>Adds the number of occurrences of each class to <paramref name="counts"/>; ignored rows are left out.</summary>
    /// <exception cref="UnknownLabelException">A label is no class; the counts are then undefined.</exception>
    public static void Count<TSource>(TSource source, ClassSet classes, Span<long> counts)
        where TSource : struct, IClassSource, allows ref struct
    {
        if (classes.Count <= ByteCounting.MostValues && ByteCounting.IsFast && source.Length >= LeastRowsOfBlock)
        {
            CountInBlocks(source, classes, counts);
        }
        else if (classes.Count <= MostClassesInParts && source.Length >= Step * classes.Count)
        {
            CountInParts(source, classes, counts);
        }
        else
        {
            CountDirectly(source, classes, counts, 0, source.Length);
        }
    }

    /// <summary>Class indices are read as bytes into a block, which is counted with vectors.</summary>
    [SkipLocalsInit]
    private static void CountInBlocks<TSource>(TSource source, ClassSet classes, Span<long> counts)
        where TSource : struct, IClassSource, allows ref struct
    {
        Span<byte> memory = stackalloc byte[ByteCounting.BlockLength];
        int length;
        for (int position = 0; position < source.Length; position += length)
        {
            length = Math.Min(ByteCounting.BlockLength, source.Length - position);

            // No class is 255, so the last step of the last block is filled up with it.
            int steps = (length + ByteCounting.Step - 1) / ByteCounting.Step;
            memory.Slice((steps - 1) * ByteCounting.Step, ByteCounting.Step).Fill(byte.MaxValue);
            source.CopyTo(position, memory[..length]);
            if (ByteCounting.Add(memory[..(steps * ByteCounting.Step)], counts) < length)
            {
                ThrowIfUnknown(source, classes, position, position + length);
            }
        }
    }

    [SkipLocalsInit]
    private static void CountInParts<TSource>(TSource source, ClassSet classes, Span<long> counts)
        where TSource : struct, IClassSource, allows ref struct
    {
        // 32-bit parts cannot overflow: a span holds fewer than 2^31 rows.
        Span<int> parts = stackalloc int[Step * classes.Count];
        parts.Clear();
        int position = CountWhileKnown(source, (uint)classes.Count, parts, 0);
        while (position <= source.Length - Step)
        {
            CountDirectly(source, classes, counts, position, position + Step);
            position = CountWhileKnown(source, (uint)classes.Count, parts, position + Step);
        }

        CountDirectly(source, classes, counts, position, source.Length);
        for (int index = 0; index < parts.Length; index++)
        {
            counts[index / Step] += parts[index];
        }
    }

    /// <summary>Counts a step of rows at a time, up to the end or to the first step in which a row has no class, and gives its position.</summary>
    /// <remarks>
    /// Apart from what is seldom needed, so that all variables of the loop stay in registers. Compiled with all optimisations at
    /// its first call: a data set is often counted once, and code that is replaced while its loop runs keeps its variables in memory.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int CountWhileKnown<TSource>(TSource source, uint classCount, Span<int> parts, nint position)
        where TSource : struct, IClassSource, allows ref struct
    {
        // The parts of a class are neighbours.
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

            Unsafe.Add(ref part, (nint)(Step * c0))++;
            Unsafe.Add(ref part, (nint)(Step * c1) + 1)++;
            Unsafe.Add(ref part, (nint)(Step * c2) + 2)++;
            Unsafe.Add(ref part, (nint)(Step * c3) + 3)++;
        }

        return (int)position;
    }

    /// <summary>Whether the row is left out, rather than its label being an error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIgnored<TSource>(TSource source, int classIndex)
        where TSource : struct, IClassSource, allows ref struct =>
        source.MayIgnore && classIndex == ClassIndex.Ignored;

    private static void ThrowIfUnknown<TSource>(TSource source, ClassSet classes, int position, int end)
        where TSource : struct, IClassSource, allows ref struct
    {
        for (; position < end; position++)
        {
            int classIndex = source.ClassAt(position);
            if ((uint)classIndex >= (uint)classes.Count && !IsIgnored(source, classIndex))
            {
                UnknownLabelException.Throw(source.DescribeAt(position), classes, position);
            }
        }
    }

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
                UnknownLabelException.Throw(source.DescribeAt(position), classes, position);
            }
        }
    }
}
