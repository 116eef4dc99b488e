namespace BalanceGen.Streaming;

/// <summary>The rows of a buffer one by one: an array of rows, of batches, or of batches of batches.</summary>
internal static class BufferedRows<T>
{
    /// <summary>How often the rows are batched.</summary>
    /// <exception cref="ArgumentException">They are rows of another type.</exception>
    public static int DepthOf(Array rows) => rows switch
    {
        { Length: 0 } or T[] => 0,
        ReadOnlyMemory<T>[] => 1,
        ReadOnlyMemory<ReadOnlyMemory<T>>[] => 2,
        _ => throw new ArgumentException($"The state holds rows of the type {rows.GetType().GetElementType()}, which cannot be written by a serializer of {typeof(T)}."),
    };

    /// <summary>Tells lengths and rows in the order in which <see cref="Make"/> asks for them.</summary>
    public static void Visit(Array rows, Action<int> length, Action<T> row)
    {
        switch (rows)
        {
            case { Length: 0 }:
                length(0);
                break;
            case T[] single:
                Each<T>(single, row);
                break;
            case ReadOnlyMemory<T>[] batches:
                Each<ReadOnlyMemory<T>>(batches, batch => Each(batch, row));
                break;
            case ReadOnlyMemory<ReadOnlyMemory<T>>[] groups:
                Each<ReadOnlyMemory<ReadOnlyMemory<T>>>(groups, group => Each(group, batch => Each(batch, row)));
                break;
        }

        void Each<TItem>(ReadOnlyMemory<TItem> items, Action<TItem> visit)
        {
            length(items.Length);
            foreach (TItem item in items.Span)
            {
                visit(item);
            }
        }
    }

    /// <summary>Makes the array again.</summary>
    /// <exception cref="FormatException">There is no such depth.</exception>
    public static Array Make(int depth, Func<int> length, Func<T> row)
    {
        return depth switch
        {
            0 => Items(row),
            1 => Items<ReadOnlyMemory<T>>(() => Items(row)),
            2 => Items<ReadOnlyMemory<ReadOnlyMemory<T>>>(() => Items<ReadOnlyMemory<T>>(() => Items(row))),
            _ => throw new FormatException(),
        };

        TItem[] Items<TItem>(Func<TItem> make)
        {
            var items = new TItem[length()];
            foreach (ref TItem item in items.AsSpan())
            {
                item = make();
            }

            return items;
        }
    }
}
