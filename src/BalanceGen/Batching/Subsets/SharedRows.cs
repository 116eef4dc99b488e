using System.Buffers;
using System.Runtime.CompilerServices;

namespace BalanceGen.Batching;

/// <summary>Finds objects that are rows of a data set more than once.</summary>
internal static class SharedRows
{
    /// <summary>Refuses to split rows of which two are the same object. O(rows · log rows), with 8 bytes a row while it looks; nothing to do for rows that are values.</summary>
    public static void Refuse<T>(ReadOnlySpan<T> rows, RowIndex index)
    {
        if (typeof(T).IsValueType)
        {
            return;
        }

        // Rows of the same hash become neighbours, and only they are compared.
        long[] keys = ArrayPool<long>.Shared.Rent(index.RowCount);
        try
        {
            int length = 0;
            foreach (int row in index)
            {
                keys[length++] = ((long)RuntimeHelpers.GetHashCode(rows[row]) << 32) | (uint)row;
            }

            Span<long> sorted = keys.AsSpan(0, length);
            sorted.Sort();
            for (int place = 1; place < length; place++)
            {
                for (int earlier = place - 1; earlier >= 0 && sorted[earlier] >> 32 == sorted[place] >> 32; earlier--)
                {
                    (int first, int second) = ((int)sorted[earlier], (int)sorted[place]);
                    if (ReferenceEquals(rows[first], rows[second]))
                    {
                        throw new ResampledRowsException(first, second);
                    }
                }
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(keys);
        }
    }
}
