using System.Text.RegularExpressions;

namespace BalanceGen.Repository.Tests;

/// <summary>A folder is a namespace, and the first namespace that a user meets stays small.</summary>
public sealed partial class NamespaceTests
{
    /// <summary>Rooms whose front, the files at their top, is what the README and the first pages show.</summary>
    private static readonly string[] RoomsWithAFront = ["Annotations", "Classes", "Weights", "Sampling", "Batching"];

    private const int MostTypesOfTheFront = 40;

    /// <summary>A small package is one room.</summary>
    [Theory]
    [MemberData(nameof(PackageTests.Packages), MemberType = typeof(PackageTests))]
    public void A_file_of_a_package_has_the_namespace_of_the_package_or_of_its_folder(string name)
    {
        if (name == "BalanceGen")
        {
            return;
        }

        Package package = Package.All.Single(package => package.Name == name);
        var wrong = new List<string>();
        foreach (string file in package.SourceFiles())
        {
            string[] path = Path.GetRelativePath(package.Folder, file).Split(Path.DirectorySeparatorChar);
            string actual = NamespaceDeclaration().Match(File.ReadAllText(file)).Groups[1].Value;
            if (actual.Length > 0 && actual != name && (path.Length == 1 || actual != $"{name}.{path[0]}"))
            {
                wrong.Add($"{string.Join('/', path)} is in {actual}");
            }
        }

        Assert.Empty(wrong);
    }

    private static string Library => Path.Combine(BalanceGen.Tests.Repository.Root, "src", "BalanceGen");

    [Fact]
    public void A_file_has_the_namespace_of_its_room_and_the_front_of_a_room_has_that_of_the_library()
    {
        var wrong = new List<string>();
        foreach (string file in SourceFiles())
        {
            string[] path = Path.GetRelativePath(Library, file).Split(Path.DirectorySeparatorChar);
            string expected = path.Length == 2 && RoomsWithAFront.Contains(path[0]) ? "BalanceGen" : $"BalanceGen.{path[0]}";
            string actual = NamespaceDeclaration().Match(File.ReadAllText(file)).Groups[1].Value;
            if (actual != expected)
            {
                wrong.Add($"{string.Join('/', path)} is in {actual}, and belongs in {expected}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_user_meets_few_types_at_first()
    {
        string[] front = [.. typeof(ClassCounts).Assembly.GetExportedTypes().Where(type => type is { Namespace: "BalanceGen", IsNested: false }).Select(type => type.Name)];

        Assert.True(
            front.Length <= MostTypesOfTheFront,
            $"The namespace BalanceGen has {front.Length} types, more than {MostTypesOfTheFront}. Move what the README does not show into a folder of its room: {string.Join(", ", front.Order(StringComparer.Ordinal))}");
    }

    private static IEnumerable<string> SourceFiles() =>
        Directory.GetDirectories(Library)
            .Where(room => Path.GetFileName(room) is not ("bin" or "obj"))
            .SelectMany(room => Directory.EnumerateFiles(room, "*.cs", SearchOption.AllDirectories));

    [GeneratedRegex(@"^namespace ([A-Za-z.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();
}
