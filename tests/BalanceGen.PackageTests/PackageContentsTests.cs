using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BalanceGen.PackageTests;

[Collection(PackageCollection.Name)]
public sealed partial class PackageContentsTests(PackedPackage package)
{
    private const string Repository = "https://github.com/balancegen/balancegen";

    [Fact]
    public void Package_has_these_files_and_no_other()
    {
        Assert.Equal(
            [
                "BalanceGen.nuspec",
                "LICENSE",
                "README.md",
                "analyzers/dotnet/cs/BalanceGen.CodeFixes.dll",
                "analyzers/dotnet/cs/BalanceGen.Completion.dll",
                "analyzers/dotnet/cs/BalanceGen.Generators.dll",
                "build/net10.0/BalanceGen.props",
                "build/net10.0/BalanceGen.targets",
                "build/net9.0/BalanceGen.props",
                "build/net9.0/BalanceGen.targets",
                "buildTransitive/net10.0/BalanceGen.props",
                "buildTransitive/net10.0/BalanceGen.targets",
                "buildTransitive/net9.0/BalanceGen.props",
                "buildTransitive/net9.0/BalanceGen.targets",
                "icon.png",
                "lib/net10.0/BalanceGen.dll",
                "lib/net10.0/BalanceGen.xml",
                "lib/net9.0/BalanceGen.dll",
                "lib/net9.0/BalanceGen.xml",
                "msbuild/BalanceGen.props",
                "msbuild/BalanceGen.targets",
                "tools/net10.0/BalanceGen.Counting.dll",
                "tools/net10.0/BalanceGen.Counting.runtimeconfig.json",
                "tools/netstandard2.0/BalanceGen.Counting.Tasks.dll",
            ],
            Files("nupkg"));
    }

    [Fact]
    public void Symbols_are_in_a_package_of_their_own()
    {
        Assert.Equal(["BalanceGen.nuspec", "lib/net10.0/BalanceGen.pdb", "lib/net9.0/BalanceGen.pdb"], Files("snupkg"));
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
        Assert.Equal("icon.png", specification.Descendants().Single(element => element.Name.LocalName == "icon").Value);
        Assert.Equal(Repository, specification.Descendants().Single(element => element.Name.LocalName == "projectUrl").Value);
        Assert.Equal(Repository, specification.Descendants().Single(element => element.Name.LocalName == "repository").Attribute("url")!.Value);
        Assert.StartsWith(Repository, specification.Descendants().Single(element => element.Name.LocalName == "releaseNotes").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_of_the_readme_leads_somewhere_from_the_page_of_the_package()
    {
        string text = Read("nupkg", "README.md");
        string original = File.ReadAllText(Path.Combine(BalanceGen.Tests.Repository.Root, "README.md"));
        string[] links = [.. Link().Matches(text).Select(match => match.Groups["link"].Value)];

        Assert.Equal(Link().Matches(original).Count, links.Length);
        Assert.All(links, link => Assert.Matches("^(https://|#)", link));
        Assert.All(
            links.Where(link => link.StartsWith($"{Repository}/blob/main/", StringComparison.Ordinal)),
            link => Assert.True(Path.Exists(Path.Combine(BalanceGen.Tests.Repository.Root, link[$"{Repository}/blob/main/".Length..].Split('#')[0])), link));
        Assert.Equal(original.ReplaceLineEndings("\n").TrimEnd(), text.Replace($"{Repository}/blob/main/", "", StringComparison.Ordinal).ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public void Symbols_lead_to_the_source_of_the_public_repository() =>
        Assert.Matches(
            "https://raw\\.githubusercontent\\.com/balancegen/balancegen/[0-9a-f]{40}/\\*",
            Read("snupkg", "lib/net10.0/BalanceGen.pdb", System.Text.Encoding.Latin1));

    private string Read(string extension, string name, System.Text.Encoding? encoding = null)
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PathOf(extension));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open(), encoding ?? System.Text.Encoding.UTF8);
        return reader.ReadToEnd();
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

    [GeneratedRegex(@"\]\((?<link>[^)\s]+)\)")]
    private static partial Regex Link();
}
