using BalanceGen.Randomness;

namespace BalanceGen.Sharding;

/// <summary>The streams of a seed that orders of shards use; the core's are below 2^38.</summary>
internal static class ShardStreams
{
    /// <summary>The order of the groups in a pass.</summary>
    public const ulong Groups = 1UL << 40;

    /// <summary>The order of a class's rows inside its windows.</summary>
    public static ulong Window(int classIndex) => (2UL << 40) | (uint)classIndex;

    /// <summary>The number of the permutation of a window in a pass.</summary>
    public static ulong Key(long pass, int window) => SplitMix64.Mix((ulong)pass) ^ (uint)window;
}
