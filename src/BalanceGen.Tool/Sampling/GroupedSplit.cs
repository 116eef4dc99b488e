using BalanceGen.Randomness;

namespace BalanceGen.Tool.Sampling;

/// <summary>
/// A split by groups: all rows of a patient, a user or a video lie in one subset. Exact class shares are then impossible; groups are dealt out one after
/// the other, the largest first and equal ones in an order by seed, each to the subset where the class counts come nearest to the wanted shares.
/// </summary>
internal static class GroupedSplit
{
    /// <summary>A stream of random words that nothing else uses.</summary>
    private const ulong Stream = 0x6772_6F75_7073;

    /// <summary>Deals groups out.</summary>
    /// <param name="groupOfRow">The group of each row, from 0.</param>
    /// <param name="classOfRow">The class of each row; a negative one is not counted.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="shares">The share of the rows that each subset is to have.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>For each group its subset.</returns>
    public static int[] Deal(ReadOnlySpan<int> groupOfRow, ReadOnlySpan<int> classOfRow, int groups, int classes, ReadOnlySpan<double> shares, long seed)
    {
        Dictionary<int, int>[] countsOfGroup = [.. Enumerable.Range(0, groups).Select(_ => new Dictionary<int, int>())];
        var sizes = new int[groups];
        var totals = new double[classes];
        for (int row = 0; row < groupOfRow.Length; row++)
        {
            if (classOfRow[row] >= 0)
            {
                Dictionary<int, int> counts = countsOfGroup[groupOfRow[row]];
                counts[classOfRow[row]] = counts.GetValueOrDefault(classOfRow[row]) + 1;
                sizes[groupOfRow[row]]++;
                totals[classOfRow[row]]++;
            }
        }

        var shuffled = new int[groups];
        KeyedPermutation.Fill(groups, seed, Stream, 0, 0, shuffled);
        int[] order = [.. Enumerable.Range(0, groups).OrderByDescending(group => sizes[group]).ThenBy(group => shuffled[group])];
        double[][] subsets = [.. shares.ToArray().Select(_ => new double[classes])];
        var rowsOfSubset = new double[shares.Length];
        double rows = totals.Sum();
        var subsetOfGroup = new int[groups];
        foreach (int group in order)
        {
            int best = 0;
            double least = double.PositiveInfinity;
            for (int subset = 0; subset < shares.Length; subset++)
            {
                double change = 0;
                foreach ((int classIndex, int count) in countsOfGroup[group])
                {
                    double wanted = shares[subset] * totals[classIndex];
                    double before = subsets[subset][classIndex] - wanted;
                    change += ((2 * before * count) + ((double)count * count)) / (wanted * totals[classIndex]);
                }

                double wantedRows = shares[subset] * rows;
                double ahead = rowsOfSubset[subset] - wantedRows;
                change += ((2 * ahead * sizes[group]) + ((double)sizes[group] * sizes[group])) / (wantedRows * rows);
                if (change < least - 1e-15)
                {
                    (least, best) = (change, subset);
                }
            }

            subsetOfGroup[group] = best;
            rowsOfSubset[best] += sizes[group];
            foreach ((int classIndex, int count) in countsOfGroup[group])
            {
                subsets[best][classIndex] += count;
            }
        }

        return subsetOfGroup;
    }
}
