namespace BalanceGen.Sharding;

/// <summary>The rows of a class in one shard.</summary>
/// <param name="ClassIndex">The class index.</param>
/// <param name="Start">Where they begin in the shard's class-sorted rows.</param>
/// <param name="Count">Their number, 1 or more.</param>
internal readonly record struct ClassRun(uint ClassIndex, uint Start, long Count)
{
    public const int Size = 16;
}
