using System.Runtime.InteropServices;
using BalanceGen.Randomness;

namespace BalanceGen.Benchmarks;

/// <summary>The samplers' random words as raw bytes on standard output, for test batteries such as dieharder: block after block of 512 words, as a sampler takes them.</summary>
internal static class RawWords
{
    private const int BlockWords = 512;

    public static void Run(string generator, long seed)
    {
        using Stream output = Console.OpenStandardOutput();
        var words = new ulong[BlockWords];
        try
        {
            for (ulong block = 0; ; block++)
            {
                Fill(generator, seed, block, words);
                output.Write(MemoryMarshal.AsBytes<ulong>(words));
            }
        }
        catch (IOException)
        {
            // The reader has seen enough.
        }
    }

    private static void Fill(string generator, long seed, ulong block, Span<ulong> words)
    {
        if (generator == "blocks")
        {
            new Xoshiro256x4(seed, stream: 0, block).Fill(words);
            return;
        }

        for (int pair = 0; pair < words.Length / 2; pair++)
        {
            (words[2 * pair], words[(2 * pair) + 1]) = Philox4x32.Block((ulong)seed, (block * (BlockWords / 2)) + (ulong)pair, 0);
        }
    }
}
