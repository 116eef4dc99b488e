using BalanceGen.Randomness;

namespace BalanceGen.Tests.Randomness;

/// <summary>Permutations are bijections, one position at a time, in runs and backwards.</summary>
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
}
