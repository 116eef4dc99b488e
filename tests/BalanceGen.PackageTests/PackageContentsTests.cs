using System.IO.Compression;
using System.Xml.Linq;

namespace BalanceGen.PackageTests;

[Collection(PackageCollection.Name)]
public sealed class PackageContentsTests(PackedPackage package)
{
    [Fact]
    public void Package_has_these_files_and_no_other()
    {
        Assert.Equal(
            [
                "BalanceGen.nuspec",
                "LICENSE",
                "README.md",
                "analyzers/dotnet/cs/BalanceGen.CodeFixes.dll",
                "analyzers/dotnet/cs/BalanceGen.Generators.dll",
                "build/BalanceGen.props",
                "build/BalanceGen.targets",
                "buildTransitive/BalanceGen.props",
                "buildTransitive/BalanceGen.targets",
                "lib/net10.0/BalanceGen.dll",
                "lib/net10.0/BalanceGen.xml",
                "tools/net10.0/BalanceGen.Counting.dll",
                "tools/net10.0/BalanceGen.Counting.runtimeconfig.json",
            ],
            Files("nupkg"));
    }

    [Fact]
    public void Symbols_are_in_a_package_of_their_own()
    {
        Assert.Equal(["BalanceGen.nuspec", "lib/net10.0/BalanceGen.pdb"], Files("snupkg"));
    }

    [Fact]
    public void Package_depends_on_no_other()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PathOf("nupkg"));
        using Stream stream = archive.GetEntry("BalanceGen.nuspec")!.Open();
        var specification = XDocument.Load(stream);

        Assert.DoesNotContain(specification.Descendants(), element => element.Name.LocalName == "dependency");
        Assert.Equal("MIT", specification.Descendants().Single(element => element.Name.LocalName == "license").Value);
        Assert.Equal("README.md", specification.Descendants().Single(element => element.Name.LocalName == "readme").Value);
    }

    // What every package has: relations, content types and core properties.
    private string[] Files(string extension)
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PathOf(extension));
        return [.. archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
    }
}
