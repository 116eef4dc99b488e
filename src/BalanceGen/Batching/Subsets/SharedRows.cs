using System.Buffers;

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

        long[] keys = ArrayPool<long>.Shared.Rent(index.RowCount);
        try
        {
            int length = 0;
            foreach (int row in index)
            {
                keys[length++] = KeyOf(rows, row);
            }

            Refuse(rows, keys.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<long>.Shared.Return(keys);
        }
    }

    /// <summary>The same for all rows.</summary>
    public static void Refuse<T>(ReadOnlySpan<T> rows)
    {
        if (typeof(T).IsValueType)
        {
            return;
        }

        var keys = new long[rows.Length];
        for (int row = 0; row < keys.Length; row++)
        {
            keys[row] = KeyOf(rows, row);
        }

        Refuse(rows, keys);
    }

    private static long KeyOf<T>(ReadOnlySpan<T> rows, int row) => ((long)RuntimeHelpers.GetHashCode(rows[row]) << 32) | (uint)row;

    /// <summary>Rows of the same hash become neighbours, and only they are compared.</summary>
    private static void Refuse<T>(ReadOnlySpan<T> rows, Span<long> keys)
    {
        keys.Sort();
        for (int place = 1; place < keys.Length; place++)
        {
            for (int earlier = place - 1; earlier >= 0 && keys[earlier] >> 32 == keys[place] >> 32; earlier--)
            {
                (int first, int second) = ((int)keys[earlier], (int)keys[place]);
                if (ReferenceEquals(rows[first], rows[second]))
                {
                    throw new ResampledRowsException(first, second);
                }
            }
        }
    }
}
