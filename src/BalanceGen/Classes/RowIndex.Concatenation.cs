namespace BalanceGen;

/// <content>Concatenation.</content>
public sealed partial class RowIndex
{
    /// <summary>
    /// The index of several data sets or subsets one after the other: the rows of each are numbered from where the one before it ends. O(rows); stores 4 bytes a row.
    /// </summary>
    /// <param name="indices">The indices, one or more, all of the same classes.</param>
    /// <exception cref="ArgumentException">No index is given, or two have different classes.</exception>
    /// <exception cref="TooManyRowsException">Together they have more than 2^31 − 1 rows.</exception>
    public static RowIndex Concat(params ReadOnlySpan<RowIndex> indices)
    {
        if (indices.IsEmpty)
        {
            throw new ArgumentException("At least one index is needed.", nameof(indices));
        }

        ClassSet classes = indices[0].Classes;
        long length = 0;
        bool hasCopies = false;
        var offsets = new int[indices.Length];
        var lengths = new int[indices.Length];
        var hashes = new ulong[indices.Length];
        var counts = new long[classes.Count];
        for (int source = 0; source < indices.Length; source++)
        {
            RowIndex index = indices[source];
            if (!index.Classes.Names.SequenceEqual(classes.Names))
            {
                throw new ArgumentException($"The data sets have different classes: {ShortList.OfNames(classes.Names)}; and {ShortList.OfNames(index.Classes.Names)}.", nameof(indices));
            }

            lengths[source] = index.DatasetLength;
            offsets[source] = (int)length;
            hashes[source] = index.RowsHash;
            length += index.DatasetLength;
            hasCopies |= index.HasCopies;
            if (length > int.MaxValue)
            {
                throw new TooManyRowsException(length);
            }

            for (int classIndex = 0; classIndex < counts.Length; classIndex++)
            {
                counts[classIndex] += index.Counts[classIndex];
            }
        }

        var total = new ClassCounts(classes, counts);
        var starts = new int[counts.Length];
        var rows = new int[total.Total];
        int position = 0;
        for (int classIndex = 0; classIndex < counts.Length; classIndex++)
        {
            starts[classIndex] = position;
            for (int source = 0; source < indices.Length; source++)
            {
                for (int place = 0; place < indices[source].Counts[classIndex]; place++)
                {
                    rows[position++] = offsets[source] + indices[source].RowOf(classIndex, place);
                }
            }
        }

        return new RowIndex(total, starts, rows, (int)length, RowSetHash.OfConcatenation(hashes, lengths), hasCopies);
    }
}
