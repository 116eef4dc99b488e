using BalanceGen.Randomness;

namespace BalanceGen.Benchmarks;

/// <summary>The data sets of the benchmarks, with rows in random order.</summary>
internal sealed class LongTail
{
    public LongTail(int rows, int classes)
    {
        Counts = CountsOf(rows, classes);
        ClassOfRow = new int[rows];
        var order = new int[rows];
        KeyedPermutation.Fill(rows, seed: 7, stream: 0, index: 0, 0, order);
        int place = 0;
        for (int index = 0; index < Counts.Length; index++)
        {
            for (int row = 0; row < Counts[index]; row++)
            {
                ClassOfRow[order[place++]] = index;
            }
        }

        Classes = ClassSet.Numbered(Counts.Length);
        Index = RowIndex.Build(Classes, ClassOfRow);
        RowWeights = new SampleWeights([.. ClassOfRow.Select(classIndex => 1.0 / Counts[classIndex])]);
    }

    public int[] Counts { get; }

    public int[] ClassOfRow { get; }

    public ClassSet Classes { get; }

    public RowIndex Index { get; }

    /// <summary>One weight per row, with which every class is drawn equally often.</summary>
    public SampleWeights RowWeights { get; }

    /// <summary>160 and 10 rows (an article's two breeds), four classes of 5,955 rows, or a geometric tail from 100 to 1.</summary>
    private static int[] CountsOf(int rows, int classes)
    {
        switch (rows)
        {
            case 170:
                return [160, 10];
            case 5955:
                return [2555, 2552, 621, 227];
            default:
                double[] shares = [.. Enumerable.Range(0, classes).Select(index => Math.Pow(100, -index / (double)(classes - 1)))];
                double sum = shares.Sum();
                int[] counts = [.. shares.Select(share => Math.Max(1, (int)(rows * share / sum)))];
                counts[0] += rows - counts.Sum();
                return counts;
        }
    }
}
