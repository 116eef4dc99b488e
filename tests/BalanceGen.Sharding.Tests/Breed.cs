namespace BalanceGen.Sharding.Tests;

/// <summary>The label of docs/shards.md: the classes of <see cref="ShardFolder"/>, in the spelling of its files.</summary>
#pragma warning disable CA1707, IDE1006
public enum Breed
{
    siamese,
    birman,
    bengal,
    sphynx,
    ragdoll,
}
#pragma warning restore CA1707, IDE1006
