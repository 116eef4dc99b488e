using BalanceGen.Randomness;

namespace BalanceGen.Tests.Randomness;

/// <summary>Permutations are bijections, and look random. Significance of every statistical test: 1e-6 per case, seeds fixed.</summary>
public sealed class KeyedPermutationTests
{
    public static TheoryData<int> Lengths() => [.. Enumerable.Range(1, 300), 1000, 4095, 4096, 4097, 65535, 65536, 65537, 1_000_003];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_value_comes_exactly_once(int length)
    {
        foreach (ulong index in (ulong[])[0, 1])
        {
            var values = new int[length];
            KeyedPermutation.Fill(length, seed: 11, stream: 3, index, 0, values);
            AssertBijection(values);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_network_is_a_bijection_on_tiny_domains_too(int length)
    {
        var values = new int[length];
        new FeistelPermutation(length, seed: 12, stream: 3, index: 0).Fill(0, values);
        AssertBijection(values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(8142)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(46_340 * 46_341)]
    [InlineData(int.MaxValue)]
    public void The_position_of_a_value_is_where_the_value_is(int length)
    {
        var network = new FeistelPermutation(length, seed: 14, stream: 3, index: 5);
        foreach (int position in (int[])[0, length / 3, length / 2, length - 1])
        {
            Assert.Equal(position, network.PositionOf(network.At(position)));
            Assert.Equal(position, KeyedPermutation.PositionOf(length, 14, 3, 5, KeyedPermutation.At(length, 14, 3, 5, position)));
        }

        Assert.Throws<ArgumentOutOfRangeException>("value", () => network.PositionOf(-1));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => KeyedPermutation.PositionOf(1, 14, 3, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => KeyedPermutation.PositionOf(0, 14, 3, 5, 0));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MaxValue - 1)]
    [InlineData(46341 * 46340)]
    [InlineData((46340 * 46340) + 1)]
    public void The_largest_domains_have_no_collisions_in_a_sample(int length)
    {
        var permutation = new FeistelPermutation(length, seed: 1, stream: 0, index: 0);
        var values = new int[200_000];
        permutation.Fill(length - values.Length, values);

        Assert.All(values, value => Assert.InRange(value, 0, length - 1));
        Assert.Equal(values.Length, values.Distinct().Count());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(300)]
    [InlineData(4097)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(int.MaxValue)]
    public void Runs_and_single_positions_agree(int length)
    {
        var network = new FeistelPermutation(length, seed: -9, stream: 2, index: 4);
        foreach (int first in (int[])[0, 1, Math.Max(0, length - 77)])
        {
            var run = new int[Math.Min(length - first, 77)];
            KeyedPermutation.Fill(length, seed: -9, stream: 2, index: 4, first, run);
            for (int place = 0; place < run.Length; place++)
            {
                Assert.Equal(KeyedPermutation.At(length, -9, 2, 4, first + place), run[place]);
                Assert.True(length <= KeyedPermutation.TableLimit || network.At(first + place) == run[place]);
            }
        }
    }

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

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeistelPermutation(0, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => KeyedPermutation.At(0, 1, 1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => KeyedPermutation.At(10, 1, 1, 1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => KeyedPermutation.At(1000, 1, 1, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeistelPermutation(1000, 1, 1, 1).At(1000));
    }

    private static void AssertBijection(int[] values)
    {
        var seen = new bool[values.Length];
        foreach (int value in values)
        {
            Assert.InRange(value, 0, values.Length - 1);
            Assert.False(seen[value], $"{value} comes twice.");
            seen[value] = true;
        }
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
