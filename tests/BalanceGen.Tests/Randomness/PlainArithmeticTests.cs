using System.Numerics;
using System.Runtime.Intrinsics;
using BalanceGen.Randomness;

namespace BalanceGen.Tests.Randomness;

/// <summary>
/// The vectorised code against the definitions, written with big integers, queues of half words and one value at a time.
/// What is pinned here are the keys and constants too: another one would be another sequence.
/// </summary>
public sealed class PlainArithmeticTests
{
    [Fact]
    public void A_block_of_words_is_four_generators_seeded_from_the_hash_of_its_key()
    {
        foreach ((long seed, ulong stream, ulong block) in ((long, ulong, ulong)[])[(5, 1, 9), (-7, 1UL << 40, ulong.MaxValue)])
        {
            (ulong low, ulong high) = Philox4x32.Block((ulong)seed, block, stream);
            var fromLow = new SplitMix64(low);
            var fromHigh = new SplitMix64(high);
            ulong[][] state = [Four(ref fromLow), Four(ref fromLow), Four(ref fromHigh), Four(ref fromHigh)];
            var generator = new Xoshiro256x4(seed, stream, block);
            for (int step = 0; step < 20; step++)
            {
                Vector256<ulong> words = generator.Next();
                for (int lane = 0; lane < 4; lane++)
                {
                    Assert.Equal(Step(state, lane), words[lane]);
                }
            }
        }

        static ulong[] Four(ref SplitMix64 words) => [words.Next(), words.Next(), words.Next(), words.Next()];

        static ulong Step(ulong[][] state, int lane)
        {
            (ulong a, ulong b, ulong c, ulong d) = (state[0][lane], state[1][lane], state[2][lane], state[3][lane]);
            ulong word = BitOperations.RotateLeft(a + d, 23) + a;
            c ^= a;
            d ^= b;
            (state[0][lane], state[1][lane], state[2][lane], state[3][lane]) = (a ^ d, b ^ c, c ^ (b << 17), BitOperations.RotateLeft(d, 45));
            return word;
        }
    }

    [Fact]
    public void The_words_of_a_sequence_are_the_halves_of_its_blocks()
    {
        var sequence = new PhiloxSequence(-3, stream: 7, position: 4);
        for (ulong block = 2; block < 6; block++)
        {
            (ulong low, ulong high) = Philox4x32.Block(unchecked((ulong)-3), block, 7);
            Assert.Equal((low, high), (sequence.Next(), sequence.Next()));
        }

        Assert.Equal(12UL, sequence.Position);
    }

    [Fact]
    public void A_shuffle_takes_half_words_the_low_ones_first_and_refuses_the_surplus()
    {
        foreach (int length in (int[])[2, 3, 100, 256, 1000])
        {
            var values = new int[length];
            FisherYates.Fill(values, seed: 8, stream: 2, index: 3);
            Assert.Equal(Shuffled(length, 1, 8, 2, 3), values);
        }

        // Three permutations of 50 items that belong to one key.
        var group = new int[150];
        FisherYates.Fill(group, 50, seed: 8, stream: 2, index: 3);
        Assert.Equal(Shuffled(50, 3, 8, 2, 3), group);
        FisherYates.Fill([], seed: 8, stream: 2, index: 3);
        int[] one = [9];
        FisherYates.Fill(one, seed: 8, stream: 2, index: 3);
        Assert.Equal([0], one);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(25)]
    [InlineData(36)]
    [InlineData(37)]
    [InlineData(100)]
    [InlineData(257)]
    [InlineData(1000)]
    [InlineData(4097)]
    [InlineData(65_025)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(90_000)]
    [InlineData(1_000_003)]
    [InlineData(46_340 * 46_340)]
    [InlineData(int.MaxValue)]
    public void A_network_adds_to_each_half_in_turn_the_hash_of_the_other_until_the_value_is_below_n(int count)
    {
        var permutation = new FeistelPermutation(count, seed: 31, stream: 5, index: 2);
        int length = Math.Min(count, 150);
        foreach (int first in (int[])[0, count - length])
        {
            var values = new int[length];
            permutation.Fill(first, values);
            int[] expected = [.. Enumerable.Range(first, length).Select(position => PlainNetwork(position, count, seed: 31, stream: 5, index: 2))];
            Assert.Equal(expected, values);
            Assert.Equal(expected, Enumerable.Range(first, length).Select(permutation.At));
        }
    }

    [Fact]
    public void Short_permutations_share_a_key_with_their_neighbours()
    {
        // 128 / 10 = 12 permutations of 10 items belong to one key.
        for (ulong index = 0; index < 30; index++)
        {
            var values = new int[10];
            KeyedPermutation.Fill(10, seed: 8, stream: 2, index, 0, values);
            Assert.Equal(Shuffled(10, 12, 8, 2, index / 12).Skip((int)(index % 12) * 10).Take(10), values);
        }

        Assert.Equal([128, 64, 12, 1, 1, 1], new[] { 1, 2, 10, 128, 129, 256 }.Select(KeyedPermutation.PermutationsPerTable));
        var whole = new int[KeyedPermutation.TableLimit];
        KeyedPermutation.Fill(whole.Length, seed: 8, stream: 2, index: 3, 0, whole);
        Assert.Equal(Shuffled(whole.Length, 1, 8, 2, 3), whole);
    }

    [Fact]
    public void The_high_half_of_a_product_is_that_of_the_big_integer()
    {
        ulong[] factors = [0, 1, 3, 1UL << 32, (1UL << 63) + 12345, ulong.MaxValue];
        foreach (ulong a in factors)
        {
            foreach (ulong b in factors)
            {
                Assert.Equal((ulong)(((BigInteger)a * b) >> 64), WideProduct.High(a, b));
            }
        }
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        (string Name, Action Call)[] calls =
        [
            ("bound", () => Below(0)),
            ("count", () => FisherYates.Fill(new int[3], 0, 1, 1, 1)),
            ("count", () => _ = new FeistelPermutation(0, 1, 1, 1)),
            ("position", () => new FeistelPermutation(10, 1, 1, 1).At(10)),
            ("position", () => new FeistelPermutation(10, 1, 1, 1).At(-1)),
            ("firstPosition", () => new FeistelPermutation(10, 1, 1, 1).Fill(-1, new int[1])),
            ("firstPosition", () => new FeistelPermutation(10, 1, 1, 1).Fill(10, new int[1])),
            ("count", () => KeyedPermutation.Fill(0, 1, 1, 1, 0, [])),
            ("firstPosition", () => KeyedPermutation.Fill(10, 1, 1, 1, -1, new int[1])),
            ("firstPosition", () => KeyedPermutation.Fill(10, 1, 1, 1, 1, new int[10])),
            ("firstPosition", () => KeyedPermutation.Fill(1000, 1, 1, 1, -1, new int[1])),
            ("firstPosition", () => KeyedPermutation.Fill(1000, 1, 1, 1, 1, new int[1000])),
        ];
        Assert.All(calls, call => Assert.Equal(call.Name, Assert.Throws<ArgumentOutOfRangeException>(call.Call).ParamName));
        Assert.StartsWith("The length 5 is not a multiple of the 2 items.", Assert.Throws<ArgumentException>("values", () => FisherYates.Fill(new int[5], 2, 1, 1, 1)).Message, StringComparison.Ordinal);

        static void Below(ulong bound)
        {
            var words = new SplitMix64(1);
            BoundedInteger.Below(ref words, bound);
        }
    }

    /// <summary>Permutations by algorithm P, with the bounded numbers of Lemire's method on the half words of one generator.</summary>
    private static List<int> Shuffled(int count, int permutations, long seed, ulong stream, ulong index)
    {
        var halves = new Queue<uint>();
        var generator = new Xoshiro256x4(seed, stream, index);
        List<int> all = [];
        for (int permutation = 0; permutation < permutations; permutation++)
        {
            int[] values = new int[count];
            for (int items = 2; items <= count; items++)
            {
                int place = Below((uint)items);
                values[items - 1] = values[place];
                values[place] = items - 1;
            }

            all.AddRange(values);
        }

        return all;

        int Below(uint bound)
        {
            while (true)
            {
                if (halves.Count == 0)
                {
                    Vector256<ulong> words = generator.Next();
                    for (int lane = 0; lane < 4; lane++)
                    {
                        halves.Enqueue((uint)words[lane]);
                        halves.Enqueue((uint)(words[lane] >> 32));
                    }
                }

                ulong product = halves.Dequeue() * (ulong)bound;
                if ((uint)product >= (1UL << 32) % bound)
                {
                    return (int)(product >> 32);
                }
            }
        }
    }

    private static int PlainNetwork(long value, long count, long seed, ulong stream, ulong index)
    {
        bool isNarrow = count <= 65_536;
        (ulong low, ulong high) = Philox4x32.Block((ulong)seed, index, stream);
        var first = new SplitMix64(low);
        var second = new SplitMix64(high);
        ulong[] words = [.. Enumerable.Range(0, 5).Select(_ => unchecked(first.Next() + second.Next()))];
        uint[] keys = [.. words.SelectMany(word => (uint[])[unchecked((uint)word), (uint)(word / (1UL << 32))])];
        long columns = Columns(count);
        long lines = Lines(count, columns);
        do
        {
            (long line, long column) = Math.DivRem(value, columns);
            for (int round = 0; round < (isNarrow ? 10 : 6); round += 2)
            {
                line = (line + Hash(column, keys[round], lines)) % lines;
                column = (column + Hash(line, keys[round + 1], columns)) % columns;
            }

            value = (line * columns) + column;
        }
        while (value >= count);

        return (int)value;

        long Hash(long half, uint key, long bound)
        {
            BigInteger bits = BigInteger.One << (isNarrow ? 16 : 32);
            BigInteger word = isNarrow ? ((half ^ (key % 65_536)) * ((key / 65_536) | 1)) % bits : (half ^ key) * new BigInteger(0x7FEB352D) % bits;
            word = (word ^ (word >> (isNarrow ? 8 : 15))) * (isNarrow ? 0xA68B : 0x846CA68B) % bits;
            return (long)(word * bound / bits);
        }
    }

    /// <summary>Of the even numbers from the root of n on, up to half as much again and 17 of them, the first that leaves the fewest values at or above n.</summary>
    private static long Columns(long count)
    {
        long root = 0;
        while (root * root < count)
        {
            root++;
        }

        long first = root % 2 == 0 ? root : root + 1;
        return Enumerable.Range(0, 17).Select(number => first + (2 * number)).Where(columns => columns <= first + (first / 2)).MinBy(columns => (Lines(count, columns) * columns) - count);
    }

    private static long Lines(long count, long columns) => (long)Math.Ceiling(count / (decimal)columns);
}
