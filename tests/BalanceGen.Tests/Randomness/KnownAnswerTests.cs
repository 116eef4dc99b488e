using System.Runtime.Intrinsics;
using BalanceGen.Randomness;

namespace BalanceGen.Tests.Randomness;

/// <summary>The generators against the vectors that their authors published.</summary>
public sealed class KnownAnswerTests
{
    // kat_vectors of Random123: key, counter, output, words in ascending order.
    [Theory]
    [InlineData(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0xa4093822u, 0x299f31d0u, 0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Philox_gives_the_published_blocks(uint key0, uint key1, uint counter0, uint counter1, uint counter2, uint counter3, uint word0, uint word1, uint word2, uint word3)
    {
        (ulong low, ulong high) = Philox4x32.Block(Pair(key0, key1), Pair(counter0, counter1), Pair(counter2, counter3));

        Assert.Equal((Pair(word0, word1), Pair(word2, word3)), (low, high));
    }

    [Fact]
    public void Every_lane_of_xoshiro_gives_the_published_sequence()
    {
        var generator = new Xoshiro256x4(Vector256.Create(1UL), Vector256.Create(2UL), Vector256.Create(3UL), Vector256.Create(4UL));

        foreach (ulong expected in (ulong[])[
            41943041, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205,
            9973669472204895162, 14011001112246962877, 12406186145184390807, 15849039046786891736, 10450023813501588000])
        {
            Assert.Equal(Vector256.Create(expected), generator.Next());
        }
    }

    [Fact]
    public void SplitMix_gives_the_published_sequence()
    {
        var generator = new SplitMix64(1234567);

        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => generator.Next()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(64)]
    public void Xoshiro_fills_a_span_with_the_words_of_its_steps(int length)
    {
        var stepped = new Xoshiro256x4(seed: 5, stream: 1, block: 9);
        var filled = new Xoshiro256x4(seed: 5, stream: 1, block: 9);
        var words = new ulong[length];

        filled.Fill(words);

        for (int first = 0; first < length; first += 4)
        {
            Vector256<ulong> step = stepped.Next();
            for (int lane = 0; lane < 4 && first + lane < length; lane++)
            {
                Assert.Equal(step[lane], words[first + lane]);
            }
        }

        Assert.Equal(stepped.Next(), filled.Next());
    }

    [Fact]
    public void A_philox_sequence_continues_where_its_position_says()
    {
        var whole = new PhiloxSequence(-3, stream: 7);
        for (ulong position = 0; position < 9; position++)
        {
            var sought = new PhiloxSequence(-3, stream: 7, position);
            Assert.Equal(position, whole.Position);
            Assert.Equal(whole.Next(), sought.Next());
        }
    }

    private static ulong Pair(uint low, uint high) => low | ((ulong)high << 32);
}
