using System.Xml.Linq;

namespace BalanceGen.Repository.Tests;

/// <summary>docs/dependencies.md says of every package what it saves, who keeps it, its licence and where it is used.</summary>
public sealed class DependenciesTests
{
    private const string Page = "docs/dependencies.md";

    private static readonly string Root = BalanceGen.Tests.Repository.Root;

    /// <summary>The cells of each row, by package.</summary>
    private static readonly Dictionary<string, string[]> Rows = File.ReadLines(Path.Combine(Root, Page))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
        .ToDictionary(cells => cells[0].Trim('`'));

    private static readonly string[] Versions =
        [.. XDocument.Load(Path.Combine(Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(version => version.Attribute("Include")!.Value)];

    [Fact]
    public void Every_package_has_a_reason_a_keeper_and_a_licence()
    {
        string[] missing = [.. Versions.Where(package => !Rows.TryGetValue(package, out string[]? cells) || cells.Length != 5 || cells.Any(string.IsNullOrEmpty))];
        Assert.True(missing.Length == 0, $"{Page}: say what is saved, who keeps it, the licence and where it is used, of {string.Join(", ", missing)}.");
    }

    [Fact]
    public void Every_row_is_a_package()
    {
        string[] gone = [.. Rows.Keys.Except(Versions)];
        Assert.True(gone.Length == 0, $"{Page}: Directory.Packages.props does not have {string.Join(", ", gone)}.");
    }

    [Fact]
    public void A_package_is_used_where_its_row_says()
    {
        Dictionary<string, string[]> users = Users();
        string[] unused = [.. Versions.Where(package => !users.ContainsKey(package))];
        Assert.True(unused.Length == 0, $"Directory.Packages.props: no project uses {string.Join(", ", unused)}.");

        string[] wrong = [.. Rows.Where(row => users.TryGetValue(row.Key, out string[]? places) && string.Join(", ", places) != row.Value[^1]).Select(row => $"{row.Key} is in {string.Join(", ", users[row.Key])}")];
        Assert.True(wrong.Length == 0, $"{Page}: {string.Join("; ", wrong)}.");
    }

    /// <summary>The projects of src by name, and the other folders, that refer to a package.</summary>
    private static Dictionary<string, string[]> Users() =>
        (from file in Directory.EnumerateFiles(Root, "*.*proj", SearchOption.AllDirectories)
         let place = Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar)
         where place.Length > 1 && !place.Any(part => part is "bin" or "obj" || part[0] == '.')
         from reference in XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "PackageReference")
         let package = reference.Attribute("Include")?.Value
         where package is not null
         group place[0] == "src" ? $"`{Path.GetFileNameWithoutExtension(file)}`" : place[0] by package)
        .ToDictionary(group => group.Key, group => group.Distinct().OrderBy(user => user[0] != '`').ThenBy(user => user, StringComparer.Ordinal).ToArray());
}
