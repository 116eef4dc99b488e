using System.Numerics;
using System.Runtime.InteropServices;

namespace BalanceGen.Classes;

/// <summary>Reads the class indices of rows into memory.</summary>
internal static class ClassReading
{
    /// <summary>How many rows are read before any class index is written.</summary>
    private const int Step = 4;

    /// <summary>Reads the class index of every row.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="classIndices">Receives one class index per row, and has no room for more.</param>
    /// <param name="ignored">What is written for a row that is ignored.</param>
    /// <returns>How many rows are ignored.</returns>
    /// <exception cref="UnknownLabelException">A label is no class.</exception>
    public static int Read<TSource, TInteger>(TSource source, ClassSet classes, Span<TInteger> classIndices, TInteger ignored)
        where TSource : struct, IClassSource, allows ref struct
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        int ignoredRows = 0;
        int row = ReadWhileKnown(source, (uint)classes.Count, classIndices, 0);
        while (row < classIndices.Length)
        {
            if (!ClassCounting.IsIgnored(source, source.ClassAt(row)))
            {
                UnknownLabelException.Throw(source.DescribeAt(row), classes, row);
            }

            classIndices[row] = ignored;
            ignoredRows++;
            row = ReadWhileKnown(source, (uint)classes.Count, classIndices, row + 1);
        }

        return ignoredRows;
    }

    /// <summary>Copies class indices as bytes; what is no byte becomes <see cref="byte.MaxValue"/>.</summary>
    /// <remarks>Compiled with all optimisations at its first call: see <see cref="ClassCounting"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void CopyBytes<TSource>(TSource source, nint position, scoped Span<byte> classIndices)
        where TSource : struct, IClassSource, allows ref struct
    {
        ref byte destination = ref MemoryMarshal.GetReference(classIndices);
        nint length = classIndices.Length;
        nint row = 0;
        for (nint last = length - Step; row <= last; row += Step)
        {
            uint c0 = (uint)source.ClassAt(position + row);
            uint c1 = (uint)source.ClassAt(position + row + 1);
            uint c2 = (uint)source.ClassAt(position + row + 2);
            uint c3 = (uint)source.ClassAt(position + row + 3);
            if ((c0 | c1 | c2 | c3) > byte.MaxValue)
            {
                (c0, c1, c2, c3) = (AsByte(c0), AsByte(c1), AsByte(c2), AsByte(c3));
            }

            Unsafe.Add(ref destination, row) = (byte)c0;
            Unsafe.Add(ref destination, row + 1) = (byte)c1;
            Unsafe.Add(ref destination, row + 2) = (byte)c2;
            Unsafe.Add(ref destination, row + 3) = (byte)c3;
        }

        for (; row < length; row++)
        {
            Unsafe.Add(ref destination, row) = (byte)AsByte((uint)source.ClassAt(position + row));
        }

        static uint AsByte(uint classIndex) => Math.Min(classIndex, byte.MaxValue);
    }

    /// <summary>Reads up to the end or to the first row that has no class, and gives its position.</summary>
    /// <remarks>Compiled with all optimisations at its first call: see <see cref="ClassCounting"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int ReadWhileKnown<TSource, TInteger>(TSource source, uint classCount, Span<TInteger> classIndices, nint position)
        where TSource : struct, IClassSource, allows ref struct
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        ref TInteger destination = ref MemoryMarshal.GetReference(classIndices);
        nint length = classIndices.Length;
        for (nint last = length - Step; position <= last; position += Step)
        {
            int c0 = source.ClassAt(position);
            int c1 = source.ClassAt(position + 1);
            int c2 = source.ClassAt(position + 2);
            int c3 = source.ClassAt(position + 3);
            if ((uint)c0 >= classCount || (uint)c1 >= classCount || (uint)c2 >= classCount || (uint)c3 >= classCount)
            {
                break;
            }

            Unsafe.Add(ref destination, position) = TInteger.CreateTruncating(c0);
            Unsafe.Add(ref destination, position + 1) = TInteger.CreateTruncating(c1);
            Unsafe.Add(ref destination, position + 2) = TInteger.CreateTruncating(c2);
            Unsafe.Add(ref destination, position + 3) = TInteger.CreateTruncating(c3);
        }

        for (; position < length; position++)
        {
            int classIndex = source.ClassAt(position);
            if ((uint)classIndex >= classCount)
            {
                break;
            }

            Unsafe.Add(ref destination, position) = TInteger.CreateTruncating(classIndex);
        }

        return (int)position;
    }
}
