namespace BalanceGen.Sampling;

/// <summary>Subsets with the same proportion of each class: split off one after the other, the last one first.</summary>
internal static class StratifiedSubsets
{
    /// <summary>The subset of each row of the data set. O(rows).</summary>
    public static int[] OfRows(RowIndex index, SplitOptions options, int[] sizes)
    {
        int classes = index.Classes.Count;
        var subsetOfRow = new int[index.DatasetLength];
        var dealt = new int[classes];
        int[] left = [.. index.Counts.Values.ToArray().Select(count => (int)count)];
        for (int classIndex = 0; classIndex < classes && options.RareClasses == RareClassPolicy.KeepInTrain; classIndex++)
        {
            // Subset 0 keeps them: what is not dealt out is there.
            left[classIndex] = RareClasses.IsRare(left[classIndex], sizes.Length) ? 0 : left[classIndex];
        }

        int[][] orders = [.. index.Counts.Values.ToArray().Select((count, classIndex) => OrderOf((int)count, options.RepetitionSeed, classIndex))];
        for (int subset = sizes.Length - 1; subset > 0; subset--)
        {
            int[] counts = StratifiedSplit.TestRows(left, (double)sizes[subset] / left.Sum(), sizes[subset], othersNeeded: subset);
            for (int classIndex = 0; classIndex < classes; classIndex++)
            {
                foreach (int place in orders[classIndex].AsSpan(dealt[classIndex], counts[classIndex]))
                {
                    subsetOfRow[index.RowOf(classIndex, place)] = subset;
                }

                dealt[classIndex] += counts[classIndex];
                left[classIndex] -= counts[classIndex];
            }
        }

        return subsetOfRow;
    }

    private static int[] OrderOf(int count, long seed, int classIndex)
    {
        var order = new int[count];
        if (count > 0)
        {
            KeyedPermutation.Fill(count, seed, DrawStreams.SplitRows(classIndex), 0, 0, order);
        }

        return order;
    }
}
