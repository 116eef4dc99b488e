using BalanceGen.Randomness;

namespace BalanceGen.Tests.Sampling;

/// <summary>Row indices for sampler tests.</summary>
internal static class Indices
{
    public static ClassSet Classes(int count) => new([.. Enumerable.Range(0, count).Select(index => $"class {index}")]);

    /// <summary>Rows that lie class by class.</summary>
    public static RowIndex Sorted(params long[] counts) => RowIndex.OfSortedRows(new ClassCounts(Classes(counts.Length), counts));

    /// <summary>Rows in a mixed order, with their class indices.</summary>
    public static (RowIndex Index, int[] ClassOfRow) Mixed(params int[] counts)
    {
        int[] sorted = [.. counts.SelectMany((count, classIndex) => Enumerable.Repeat(classIndex, count))];
        var order = new int[sorted.Length];
        KeyedPermutation.Fill(order.Length, seed: 99, stream: 0, index: 0, 0, order);
        int[] classOfRow = [.. order.Select(place => sorted[place])];
        return (RowIndex.Build(Classes(counts.Length), classOfRow), classOfRow);
    }

    /// <summary>The counts of the benchmarks: an article's two breeds, a data set of four classes, or a long tail of 100 to 1.</summary>
    public static int[] BenchmarkCounts(int rows, int classes)
    {
        if (rows is 170 or 5955)
        {
            return rows == 170 ? [160, 10] : [2555, 2552, 621, 227];
        }

        double[] shares = [.. Enumerable.Range(0, classes).Select(index => Math.Pow(100, -index / (double)(classes - 1)))];
        int[] counts = [.. shares.Select(share => (int)(rows * share / shares.Sum()))];
        counts[0] += rows - counts.Sum();
        return counts;
    }
}
