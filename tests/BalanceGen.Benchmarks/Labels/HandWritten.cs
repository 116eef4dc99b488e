using System.Numerics;
using System.Runtime.Intrinsics;

namespace BalanceGen.Benchmarks.Labels;

/// <summary>The loops that a careful user writes for one type: an error for what is no class, and four tables where rows are counted.</summary>
internal static class HandWritten
{
    private static readonly string[] Names = ["water", "forest", "meadow", "field", "town", "road", "rock", "snow"];

    /// <summary>For each hash of a name its position.</summary>
    private static ReadOnlySpan<byte> Candidates => [7, 0, 4, 0, 0, 6, 5, 0, 0, 2, 3, 0, 0, 0, 0, 1];

    public static long[] Count(ReadOnlySpan<EnumRow> rows)
    {
        Span<int> counts = stackalloc int[4 * 8];
        int row = 0;
        for (; row + 4 <= rows.Length; row += 4)
        {
            counts[Checked((uint)rows[row].Label, 8)]++;
            counts[8 + Checked((uint)rows[row + 1].Label, 8)]++;
            counts[16 + Checked((uint)rows[row + 2].Label, 8)]++;
            counts[24 + Checked((uint)rows[row + 3].Label, 8)]++;
        }

        for (; row < rows.Length; row++)
        {
            counts[Checked((uint)rows[row].Label, 8)]++;
        }

        return Sum(counts, 8);
    }

    public static long[] Count(ReadOnlySpan<ByteRow> rows)
    {
        Span<int> counts = stackalloc int[4 * 37];
        int row = 0;
        for (; row + 4 <= rows.Length; row += 4)
        {
            counts[Checked(rows[row].Label, 37)]++;
            counts[37 + Checked(rows[row + 1].Label, 37)]++;
            counts[74 + Checked(rows[row + 2].Label, 37)]++;
            counts[111 + Checked(rows[row + 3].Label, 37)]++;
        }

        for (; row < rows.Length; row++)
        {
            counts[Checked(rows[row].Label, 37)]++;
        }

        return Sum(counts, 37);
    }

    public static long[] Count(ReadOnlySpan<StringRow> rows)
    {
        Span<int> counts = stackalloc int[4 * 8];
        int row = 0;
        for (; row + 4 <= rows.Length; row += 4)
        {
            counts[Checked((uint)Find(rows[row].Label), 8)]++;
            counts[8 + Checked((uint)Find(rows[row + 1].Label), 8)]++;
            counts[16 + Checked((uint)Find(rows[row + 2].Label), 8)]++;
            counts[24 + Checked((uint)Find(rows[row + 3].Label), 8)]++;
        }

        for (; row < rows.Length; row++)
        {
            counts[Checked((uint)Find(rows[row].Label), 8)]++;
        }

        return Sum(counts, 8);
    }

    public static long[] Count(ReadOnlySpan<OneHotRow> rows)
    {
        Span<int> counts = stackalloc int[4 * 8];
        int row = 0;
        for (; row + 4 <= rows.Length; row += 4)
        {
            counts[Hot(in rows[row].Label)]++;
            counts[8 + Hot(in rows[row + 1].Label)]++;
            counts[16 + Hot(in rows[row + 2].Label)]++;
            counts[24 + Hot(in rows[row + 3].Label)]++;
        }

        for (; row < rows.Length; row++)
        {
            counts[Hot(in rows[row].Label)]++;
        }

        return Sum(counts, 8);
    }

    public static void CopyClassIndices(ReadOnlySpan<EnumRow> rows, Span<int> classIndices)
    {
        classIndices = classIndices[..rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            classIndices[row] = Checked((uint)rows[row].Label, 8);
        }
    }

    public static void CopyClassIndices(ReadOnlySpan<ByteRow> rows, Span<int> classIndices)
    {
        classIndices = classIndices[..rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            classIndices[row] = Checked(rows[row].Label, 37);
        }
    }

    public static void CopyClassIndices(ReadOnlySpan<StringRow> rows, Span<int> classIndices)
    {
        classIndices = classIndices[..rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            classIndices[row] = Checked((uint)Find(rows[row].Label), 8);
        }
    }

    public static void CopyClassIndices(ReadOnlySpan<OneHotRow> rows, Span<int> classIndices)
    {
        classIndices = classIndices[..rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            classIndices[row] = Hot(in rows[row].Label);
        }
    }

    /// <summary>Exactly one element is 1 and the others are 0.</summary>
    public static int Hot(in EightFloats label)
    {
        Vector256<float> elements = Vector256.Create<float>(label);
        uint ones = Vector256.Equals(elements, Vector256<float>.One).ExtractMostSignificantBits();
        uint zeros = Vector256.Equals(elements, Vector256<float>.Zero).ExtractMostSignificantBits();
        return (ones | zeros) == 0xFF && BitOperations.IsPow2(ones) ? BitOperations.TrailingZeroCount(ones) : throw new ArgumentException("Not one-hot.");
    }

    /// <summary>A sum of two characters that differs between the eight names, and one comparison. The switch of the compiler takes three times as long.</summary>
    private static int Find(string label)
    {
        if (label.Length < 4)
        {
            return -1;
        }

        int candidate = Candidates[(label[0] ^ (5 * label[3])) & 15];
        return label == Names[candidate] ? candidate : -1;
    }

    private static int Checked(uint classIndex, uint classCount) =>
        classIndex < classCount ? (int)classIndex : throw new ArgumentException("No class.");

    private static long[] Sum(ReadOnlySpan<int> counts, int classCount)
    {
        var sums = new long[classCount];
        for (int index = 0; index < counts.Length; index++)
        {
            sums[index % classCount] += counts[index];
        }

        return sums;
    }
}
