namespace BalanceGen.Sampling;

/// <summary>Subsets of exact sizes whatever the class: consecutive pieces of the rows in their order or in random order.</summary>
internal static class PlainSubsets
{
    /// <summary>The subset of each row of the data set. O(rows), in order O(rows · log rows).</summary>
    public static int[] OfRows(RowIndex index, SplitOptions options, int[] sizes)
    {
        int[] rows = InRandomOrder(index, options);
        var subsetOfRow = new int[index.DatasetLength];
        int position = 0;
        for (int subset = 0; subset < sizes.Length; subset++)
        {
            foreach (int row in rows.AsSpan(position, sizes[subset]))
            {
                subsetOfRow[row] = subset;
            }

            position += sizes[subset];
        }

        return subsetOfRow;
    }

    /// <summary>The rows of the index in ascending order, shuffled unless they are to stay in order.</summary>
    public static int[] InRandomOrder(RowIndex index, SplitOptions options)
    {
        int[] rows = [.. index];
        if (options.Order == SplitOrder.InOrder)
        {
            return rows;
        }

        var order = new int[rows.Length];
        KeyedPermutation.Fill(order.Length, options.RepetitionSeed, DrawStreams.SplitAllRows, 0, 0, order);
        return [.. order.Select(place => rows[place])];
    }
}
