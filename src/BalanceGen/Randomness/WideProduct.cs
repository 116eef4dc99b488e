using System.Runtime.Intrinsics.X86;

namespace BalanceGen.Randomness;

/// <summary>The high half of a 128-bit product: a random word times a bound is a place below the bound.</summary>
internal static class WideProduct
{
    /// <summary>⌊a·b / 2^64⌋. The instruction without a low half spares the trip to memory that an out parameter costs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong High(ulong a, ulong b) =>
        Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(a, b) : Math.BigMul(a, b, out _);
}
