namespace BalanceGen.PackageTests;

/// <summary>One package for all tests, which run one after the other: each starts processes that use every core.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "package";
}
