using BalanceGen.Randomness;

namespace BalanceGen.Tests.Randomness;

/// <summary>Permutations look random. Significance of every test: 1e-6 per case, seeds fixed.</summary>
public sealed class KeyedPermutationStatisticsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void All_orders_of_a_few_items_are_equally_frequent(int length)
    {
        int orders = Enumerable.Range(1, length).Aggregate((product, factor) => product * factor);
        var seen = new long[orders];
        var values = new int[length];
        for (ulong index = 0; index < 20UL * (ulong)orders; index++)
        {
            KeyedPermutation.Fill(length, seed: 1, stream: 0, index, 0, values);
            seen[Rank(values)]++;
        }

        ChiSquare.AssertUniform(seen);
    }

    [Theory]
    [InlineData(257)]
    [InlineData(300)]
    [InlineData(621)]
    [InlineData(1000)]
    [InlineData(2555)]
    [InlineData(4096)]
    [InlineData(30_000)]
    [InlineData(65536)]
    [InlineData(65537)]
    public void Pairs_of_neighbouring_positions_fall_everywhere(int length)
    {
        // The values at two positions, in 16 × 16 cells, over keys that differ in one bit or in their index only.
        foreach ((int one, int other) in ((int, int)[])[(0, 1), (0, length / 2), (length - 2, length - 1), (3, 3 + (int)Math.Ceiling(Math.Sqrt(length)))])
        {
            var cells = new long[256];
            var expected = new double[256];
            for (ulong index = 0; index < 40_000; index++)
            {
                var permutation = new FeistelPermutation(length, seed: 2, stream: 0, index);
                cells[(16 * Cell(permutation.At(one), length)) + Cell(permutation.At(other), length)]++;
            }

            for (int cell = 0; cell < 256; cell++)
            {
                double first = CellSize(cell / 16, length);
                double second = CellSize(cell % 16, length) - (cell / 16 == cell % 16 ? 1 : 0);
                expected[cell] = 40_000 * first * second / ((double)length * (length - 1));
            }

            ChiSquare.AssertFits(cells, expected);
        }
    }

    [Theory]
    [InlineData(257)]
    [InlineData(300)]
    [InlineData(729)]
    [InlineData(1000)]
    [InlineData(2601)]
    [InlineData(4096)]
    public void Fixed_points_and_parity_are_those_of_random_permutations(int length)
    {
        const int Permutations = 6000;
        var fixedPoints = new long[6];
        var parity = new long[2];
        var values = new int[length];
        for (ulong index = 0; index < Permutations; index++)
        {
            new FeistelPermutation(length, seed: 3, stream: 0, index).Fill(0, values);
            fixedPoints[Math.Min(5, values.Where((value, place) => value == place).Count())]++;
            parity[(length - Cycles(values)) & 1]++;
        }

        // The number of fixed points is Poisson(1) up to 1/n!; every second permutation is odd.
        double[] poisson = [.. new double[] { 1, 1, 1 / 2.0, 1 / 6.0, 1 / 24.0 }.Select(term => term / Math.E)];
        ChiSquare.AssertFits(fixedPoints, [.. poisson.Append(1 - poisson.Sum()).Select(share => share * Permutations)]);
        ChiSquare.AssertUniform(parity);
    }

    [Theory]
    [InlineData(257, 40_000)]
    [InlineData(300, 40_000)]
    [InlineData(1000, 8000)]
    [InlineData(2555, 3000)]
    [InlineData(30_000, 300)]
    public void Values_at_any_distance_of_positions_differ_by_any_number_equally_often(int length, int permutations)
    {
        // Too few rounds show here first: two positions of a column, which is a distance of up to one and a half √n, meet too often.
        int[] distances = [1, 2, .. Enumerable.Range(0, 20).Select(step => (int)Math.Sqrt(length) + (step * (int)Math.Ceiling(Math.Sqrt(length) / 39))), length / 2];
        var differences = new long[distances.Length][];
        for (int index = 0; index < distances.Length; index++)
        {
            differences[index] = new long[length];
        }

        var values = new int[length];
        for (ulong key = 0; key < (ulong)permutations; key++)
        {
            new FeistelPermutation(length, seed: 5, stream: 1, key).Fill(0, values);
            for (int index = 0; index < distances.Length; index++)
            {
                long[] ofDistance = differences[index];
                for (int place = distances[index]; place < length; place++)
                {
                    int difference = values[place] - values[place - distances[index]];
                    ofDistance[difference < 0 ? difference + length : difference]++;
                }
            }
        }

        Assert.All(differences, ofDistance => Assert.Equal(0, ofDistance[0]));
        Assert.All(differences, ofDistance => ChiSquare.AssertUniform(ofDistance.AsSpan(1)));
    }

    [Theory]
    [InlineData(257)]
    [InlineData(300)]
    public void Every_value_comes_at_every_position_equally_often(int length)
    {
        const int Permutations = 100_000;
        var seen = new long[length * length];
        var values = new int[length];
        for (ulong key = 0; key < Permutations; key++)
        {
            new FeistelPermutation(length, seed: 6, stream: 1, key).Fill(0, values);
            for (int place = 0; place < length; place++)
            {
                seen[(place * length) + values[place]]++;
            }
        }

        // Lines and columns of the matrix have fixed sums: (n − 1)² numbers are free.
        double[] expected = [.. Enumerable.Repeat((double)Permutations / length, length * length)];
        ChiSquare.AssertFits(seen, expected, (length - 1) * (length - 1));
    }

    [Theory]
    [InlineData(257)]
    [InlineData(1000)]
    [InlineData(2555)]
    [InlineData(65537)]
    public void Consecutive_epochs_have_unrelated_orders(int length)
    {
        // The difference of a position's values in two consecutive epochs, in 16 cells of the circle, over all positions.
        var cells = new long[16];
        var current = new int[length];
        var next = new int[length];
        int epochs = Math.Max(1, 200_000 / length);
        for (ulong epoch = 0; epoch < (ulong)epochs; epoch++)
        {
            KeyedPermutation.Fill(length, seed: 4, stream: 0, epoch, 0, current);
            KeyedPermutation.Fill(length, seed: 4, stream: 0, epoch + 1, 0, next);
            for (int place = 0; place < length; place++)
            {
                cells[Cell((next[place] - current[place] + length) % length, length)]++;
            }
        }

        ChiSquare.AssertFits(cells, [.. Enumerable.Range(0, 16).Select(cell => CellSize(cell, length) * epochs)]);
    }

    private static int Cell(int value, int length) => (int)(16L * value / length);

    private static double CellSize(int cell, int length) => First(cell + 1, length) - First(cell, length);

    private static long First(int cell, int length) => (((long)cell * length) + 15) / 16;

    private static int Rank(int[] values)
    {
        int rank = 0;
        for (int place = 0; place < values.Length; place++)
        {
            int smaller = 0;
            for (int later = place + 1; later < values.Length; later++)
            {
                smaller += values[later] < values[place] ? 1 : 0;
            }

            rank = (rank * (values.Length - place)) + smaller;
        }

        return rank;
    }

    private static int Cycles(int[] values)
    {
        var seen = new bool[values.Length];
        int cycles = 0;
        for (int start = 0; start < values.Length; start++)
        {
            cycles += seen[start] ? 0 : 1;
            for (int place = start; !seen[place]; place = values[place])
            {
                seen[place] = true;
            }
        }

        return cycles;
    }
}
