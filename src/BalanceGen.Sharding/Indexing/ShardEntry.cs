using System.Runtime.InteropServices;

namespace BalanceGen.Sharding;

/// <summary>The rows of a class in a shard, as the manifest stores them: 16 bytes, by class and then by shard.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct ShardEntry(uint Shard, uint Start, long Before)
{
    public const int Size = 16;
}
