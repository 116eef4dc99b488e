using BalanceGen.Randomness;

namespace BalanceGen.Tests.Randomness;

/// <summary>Permutations with halves of 32 bits. Significance of every statistical test: 1e-6 per case, seeds fixed.</summary>
public sealed class LongFeistelPermutationTests
{
    public static TheoryData<long> Lengths() => [1, 2, 3, 5, 257, 300, 4097, 65_537, 1_000_003];

    public static TheoryData<long> LargeLengths() =>
        [(1L << 31) + 1, 5_000_000_011, 1L << 40, (1L << 52) + 3, (3037000499L * 3037000499) + 1, long.MaxValue - 1, long.MaxValue];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_value_comes_exactly_once(long length)
    {
        var values = new long[length];
        new LongFeistelPermutation(length, seed: 11, stream: 3, index: 1).Fill(0, values);
        Array.Sort(values);
        for (long place = 0; place < length; place++)
        {
            Assert.Equal(place, values[place]);
        }
    }

    [Theory]
    [MemberData(nameof(LargeLengths))]
    public void Large_domains_have_no_collisions_in_a_sample_and_runs_agree_with_single_positions(long length)
    {
        var permutation = new LongFeistelPermutation(length, seed: 1, stream: 0, index: 0);
        var values = new long[100_000];
        permutation.Fill(length - values.Length, values);

        Assert.All(values, value => Assert.InRange(value, 0, length - 1));
        Assert.Equal(values.Length, values.Distinct().Count());
        Assert.Equal(values[77], permutation.At(length - values.Length + 77));
        Assert.Equal(values[^1], KeyedPermutation.At(length, 1, 0, 0, length - 1));
    }

    [Theory]
    [InlineData((1L << 31) + 1)]
    [InlineData(1L << 40)]
    [InlineData(long.MaxValue)]
    public void Pairs_of_neighbouring_positions_fall_everywhere(long length)
    {
        long root = (long)Math.Sqrt(length);
        foreach ((long one, long other) in ((long, long)[])[(0, 1), (0, length / 2), (length - 2, length - 1), (3, 3 + root), (3, 3 + root + 1)])
        {
            var cells = new long[256];
            for (ulong index = 0; index < 40_000; index++)
            {
                var permutation = new LongFeistelPermutation(length, seed: 2, stream: 0, index);
                cells[(16 * Cell(permutation.At(one), length)) + Cell(permutation.At(other), length)]++;
            }

            ChiSquare.AssertUniform(cells);
        }
    }

    [Theory]
    [InlineData((1L << 31) + 1)]
    [InlineData(1L << 50)]
    public void Differences_of_values_at_any_distance_are_spread_evenly(long length)
    {
        long root = (long)Math.Sqrt(length);
        foreach (long distance in (long[])[1, 2, 64, root, root + 1, root + 2, 2 * root])
        {
            var cells = new long[64];
            for (ulong key = 0; key < 40; key++)
            {
                var permutation = new LongFeistelPermutation(length, seed: 5, stream: 1, key);
                var near = new long[2000];
                var far = new long[2000];
                permutation.Fill((long)key * 1_000_003, near);
                permutation.Fill(((long)key * 1_000_003) + distance, far);
                for (int place = 0; place < near.Length; place++)
                {
                    UInt128 difference = (UInt128)(ulong)(far[place] < near[place] ? far[place] - near[place] + length : far[place] - near[place]);
                    cells[(int)(difference * 64 / (ulong)length)]++;
                }
            }

            ChiSquare.AssertUniform(cells);
        }
    }

    [Fact]
    public void Small_domains_have_even_and_odd_permutations_equally_often()
    {
        var parity = new long[2];
        var values = new long[300];
        for (ulong index = 0; index < 6000; index++)
        {
            new LongFeistelPermutation(300, seed: 3, stream: 0, index).Fill(0, values);
            var seen = new bool[300];
            int cycles = 0;
            for (int start = 0; start < 300; start++)
            {
                cycles += seen[start] ? 0 : 1;
                for (long place = start; !seen[place]; place = values[place])
                {
                    seen[place] = true;
                }
            }

            parity[(300 - cycles) & 1]++;
        }

        ChiSquare.AssertUniform(parity);
    }

    [Fact]
    public void Up_to_2_to_the_31_it_is_the_permutation_of_ints()
    {
        foreach (int length in (int[])[1, 5, 256, 257, 70_000, int.MaxValue])
        {
            Assert.Equal(KeyedPermutation.At(length, 7, 8, 9, length - 1), KeyedPermutation.At((long)length, 7, 8, 9, length - 1L));
        }
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LongFeistelPermutation(0, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LongFeistelPermutation(10, 1, 1, 1).At(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LongFeistelPermutation(10, 1, 1, 1).At(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LongFeistelPermutation(10, 1, 1, 1).Fill(9, new long[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => KeyedPermutation.At(0L, 1, 1, 1, 0L));
        Assert.Throws<ArgumentOutOfRangeException>(() => KeyedPermutation.At(1L << 40, 1, 1, 1, 1L << 40));
        Assert.Throws<ArgumentOutOfRangeException>(() => KeyedPermutation.At(10L, 1, 1, 1, 1L << 40));
    }

    private static int Cell(long value, long length) => (int)((UInt128)(ulong)value * 16 / (ulong)length);
}
