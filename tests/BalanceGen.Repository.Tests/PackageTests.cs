namespace BalanceGen.Repository.Tests;

/// <summary>The packages: which may use which, and what each must say of itself.</summary>
public sealed class PackageTests
{
    /// <summary>One way only. A package that is not listed may use the core.</summary>
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["BalanceGen"] = [],
        ["BalanceGen.Counting"] = ["BalanceGen.Files"],
        ["BalanceGen.Counting.Parquet"] = ["BalanceGen.Files"],
        ["BalanceGen.Files"] = [],
        ["BalanceGen.Sharding"] = ["BalanceGen", "BalanceGen.Files"],
        ["BalanceGen.Mpi"] = ["BalanceGen", "BalanceGen.Sharding"],
        ["BalanceGen.Tool"] = ["BalanceGen", "BalanceGen.Files", "BalanceGen.Sharding", "BalanceGen.Mpi"],
    };

    public static TheoryData<string> Packages() => [.. Package.All.Select(package => package.Name)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_uses_only_the_packages_that_its_arrows_point_to(string name)
    {
        string[] allowed = MayReference.GetValueOrDefault(name) ?? ["BalanceGen"];

        Assert.Empty(Of(name).References.Except(allowed));
    }

    [Fact]
    public void The_core_brings_no_other_package()
    {
        Assert.Empty(Of("BalanceGen").Dependencies);
    }

    /// <summary>The counter is packed inside the core.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_says_what_it_is_for_and_the_readme_names_it(string name)
    {
        if (name == "BalanceGen.Counting")
        {
            return;
        }

        Package package = Of(name);
        Assert.True(package.Property("Description")?.Length > 40, $"{name}.csproj has no Description.");
        Assert.True(package.Property("PackageTags")?.Length > 0, $"{name}.csproj has no PackageTags.");
        Assert.True(
            File.ReadAllText(Path.Combine(BalanceGen.Tests.Repository.Root, "README.md")).Contains($"`{name}`", StringComparison.Ordinal),
            $"README.md does not name `{name}`; add its row to the table of packages.");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_tests_of_its_own(string name)
    {
        string project = Path.Combine(BalanceGen.Tests.Repository.Root, "tests", $"{name}.Tests", $"{name}.Tests.csproj");

        Assert.True(File.Exists(project), $"tests/{name}.Tests/{name}.Tests.csproj does not exist.");
        Assert.Contains($"{name}.Tests.csproj", File.ReadAllText(Path.Combine(BalanceGen.Tests.Repository.Root, "BalanceGen.sln")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Only_tests_see_what_is_internal(string name)
    {
        string[] friends = [.. Of(name).Friends];

        Assert.All(friends, friend => Assert.True(
            friend.Contains(".Tests", StringComparison.Ordinal) || friend.EndsWith(".Benchmarks", StringComparison.Ordinal),
            $"{name}.csproj lets {friend} see its internals; make what it needs public, or move it."));
    }

    private static Package Of(string name) => Package.All.Single(package => package.Name == name);
}
