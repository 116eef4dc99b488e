namespace BalanceGen.Sampling;

/// <summary>Splits the rows of an index in two, each class in the same proportion.</summary>
/// <remarks>
/// Each subset is an index of its own over the same row numbers: a sampler that is made from one subset cannot draw a row of the other,
/// however often it repeats its own. Split first, then oversample.
/// </remarks>
public static class StratifiedSplit
{
    /// <summary>Splits an index.</summary>
    /// <param name="index">The index; it may be a subset of another split.</param>
    /// <param name="testShare">The share of the rows that is for testing, of (0, 1).</param>
    /// <param name="seed">The seed. The same index, share and seed give the same subsets on every machine.</param>
    /// <param name="rareClasses">What happens to a class of one row.</param>
    /// <remarks>
    /// A class of n rows has testShare·n test rows, rounded down or up: by the largest remainder, so that the total is testShare·N rounded.
    /// A class with two or more rows has at least one in each subset; only where this takes more does the total exceed it.
    /// Which rows, is a random choice in which every subset is equally likely (of classes of more than 256 rows: up to the quality of a
    /// keyed permutation). O(rows); keeps 4 bytes a row.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="testShare"/> is outside that range or NaN.</exception>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="ResampledRowsException">Some rows are copies of others (<see cref="RowIndex.HasCopies"/>).</exception>
    /// <exception cref="RareClassException">
    /// A class has one row and the policy is to throw; or a subset would be empty whatever the policy.
    /// </exception>
    public static RowSplit Of(RowIndex index, [ValueRange(0, 1, ExcludesMinimum = true, ExcludesMaximum = true)] double testShare, long seed, RareClassPolicy rareClasses = RareClassPolicy.Throw)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (!(testShare is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(testShare), testShare, "The test share must be of (0, 1).");
        }

        ResampledRowsException.ThrowIfCopies(index);
        RareClasses.Check(index.Counts, 2, rareClasses, "A stratified split");
        int[] testRows = TestRows(index.Counts, testShare, rareClasses);
        return StratifiedShuffle.Split(index, seed, (classIndex, position) => position < testRows[classIndex]);
    }

    /// <summary>The number of test rows of each class.</summary>
    private static int[] TestRows(ClassCounts counts, double testShare, RareClassPolicy rareClasses)
    {
        bool areKept = rareClasses == RareClassPolicy.KeepInTrain;
        int[] splittable = [.. counts.Values.ToArray().Select(count => count == 1 && areKept ? 0 : (int)count)];
        long total = splittable.Sum(count => (long)count);
        return TestRows(splittable, testShare, Math.Clamp((long)Math.Floor((testShare * total) + 0.5), 1, total - 1), othersNeeded: 1);
    }

    /// <summary>The number of test rows of each class, which together are a given number of rows unless the classes need more or have fewer.</summary>
    /// <param name="counts">The rows of each class that can be for testing.</param>
    /// <param name="testShare">The share of them that is for testing.</param>
    /// <param name="total">The number of them.</param>
    /// <param name="othersNeeded">How many rows a class has to keep, where it has more; then it has at least one for testing too.</param>
    internal static int[] TestRows(ReadOnlySpan<int> counts, double testShare, long total, int othersNeeded)
    {
        int classes = counts.Length;
        var testRows = new int[classes];
        var most = new int[classes];
        var remainders = new double[classes];
        long given = 0;
        for (int index = 0; index < classes; index++)
        {
            int count = counts[index];
            if (count == 0)
            {
                continue;
            }

            bool isRare = count <= othersNeeded;
            most[index] = isRare ? count : count - othersNeeded;
            double ideal = testShare * count;
            testRows[index] = Math.Clamp((int)ideal, isRare ? 0 : 1, most[index]);
            remainders[index] = ideal - testRows[index];
            given += testRows[index];
        }

        // The order is stable: ties go to the lower class index.
        foreach (int index in Enumerable.Range(0, classes).OrderByDescending(index => remainders[index]))
        {
            if (given < total && testRows[index] < most[index])
            {
                testRows[index]++;
                given++;
            }
        }

        return testRows;
    }
}
