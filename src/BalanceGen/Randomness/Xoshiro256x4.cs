using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BalanceGen.Randomness;

/// <summary>Four xoshiro256++ generators side by side (Blackman, Vigna: Scrambled linear pseudorandom number generators, ACM TOMS 47, 2021).</summary>
/// <remarks>
/// For many words at once. Seeking is by seeding: callers start a new generator per block of draws, so that any draw is at most one
/// block away. The words are the same with and without vector hardware. A mutable struct of 128 bytes; allocates nothing.
/// </remarks>
public struct Xoshiro256x4
{
    private Vector256<ulong> _state0;
    private Vector256<ulong> _state1;
    private Vector256<ulong> _state2;
    private Vector256<ulong> _state3;

    /// <summary>The generator of one block of a stream.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream; different streams of one seed are independent.</param>
    /// <param name="block">The number of the block.</param>
    public Xoshiro256x4(long seed, ulong stream, ulong block)
    {
        // Both halves of the hash enter the state of every lane: two blocks share a state only if 128 bits collide.
        (ulong low, ulong high) = Philox4x32.Block((ulong)seed, block, stream);
        _state0 = Spread(ref low);
        _state1 = Spread(ref low);
        _state2 = Spread(ref high);
        _state3 = Spread(ref high);
    }

    internal Xoshiro256x4(Vector256<ulong> state0, Vector256<ulong> state1, Vector256<ulong> state2, Vector256<ulong> state3)
    {
        _state0 = state0;
        _state1 = state1;
        _state2 = state2;
        _state3 = state3;
    }

    /// <summary>The next word of each of the four lanes.</summary>
    public Vector256<ulong> Next()
    {
        Vector256<ulong> word = Step(ref _state0, ref _state1, ref _state2, ref _state3);
        return word;
    }

    /// <summary>The next words: four of the first step, lane by lane, then four of the second, and so on.</summary>
    /// <param name="words">Receives the words. Words of a last step that do not fit are dropped.</param>
    public void Fill(Span<ulong> words)
    {
        // Locals, so that the state stays in registers.
        Vector256<ulong> state0 = _state0;
        Vector256<ulong> state1 = _state1;
        Vector256<ulong> state2 = _state2;
        Vector256<ulong> state3 = _state3;
        ref ulong destination = ref MemoryMarshal.GetReference(words);
        int whole = words.Length & ~3;
        for (int index = 0; index < whole; index += Vector256<ulong>.Count)
        {
            Step(ref state0, ref state1, ref state2, ref state3).StoreUnsafe(ref destination, (nuint)index);
        }

        if (whole < words.Length)
        {
            Vector256<ulong> last = Step(ref state0, ref state1, ref state2, ref state3);
            for (int index = whole; index < words.Length; index++)
            {
                words[index] = last[index - whole];
            }
        }

        _state0 = state0;
        _state1 = state1;
        _state2 = state2;
        _state3 = state3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Step(
        ref Vector256<ulong> state0, ref Vector256<ulong> state1, ref Vector256<ulong> state2, ref Vector256<ulong> state3)
    {
        Vector256<ulong> word = RotateLeft(state0 + state3, 23) + state0;
        Vector256<ulong> shifted = state1 << 17;
        state2 ^= state0;
        state3 ^= state1;
        state1 ^= state2;
        state0 ^= state3;
        state2 ^= shifted;
        state3 = RotateLeft(state3, 45);
        return word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> RotateLeft(Vector256<ulong> value, [ConstantExpected] byte count) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateLeft(value, count) : (value << count) | (value >>> (64 - count));

    private static Vector256<ulong> Spread(ref ulong state)
    {
        var words = new SplitMix64(state);
        var spread = Vector256.Create(words.Next(), words.Next(), words.Next(), words.Next());
        state = words.State;
        return spread;
    }
}
