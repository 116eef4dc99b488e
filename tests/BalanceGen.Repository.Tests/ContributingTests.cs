using System.Text.RegularExpressions;

namespace BalanceGen.Repository.Tests;

/// <summary>CONTRIBUTING.md names every folder, and every switch of a slow suite.</summary>
public sealed partial class ContributingTests
{
    /// <summary>Which library of MPI to load: a setting of BalanceGen.Mpi, not of tests.</summary>
    private const string OfTheProduct = "BALANCEGEN_MPI";

    private static readonly string Root = BalanceGen.Tests.Repository.Root;
    private static readonly string Text = File.ReadAllText(Path.Combine(Root, "CONTRIBUTING.md"));

    /// <summary>Projects whose folders are on the map one by one, and to which depth.</summary>
    public static TheoryData<string, int> Mapped() => new()
    {
        { "src/BalanceGen", 2 },
        { "src/BalanceGen.Tool", 1 },
        { "generators/BalanceGen.Generators", 1 },
    };

    [Theory]
    [MemberData(nameof(Mapped))]
    public void The_map_has_every_folder(string project, int depth)
    {
        string map = Map(project);
        string[] missing =
        [
            .. from folder in Folders(Path.Combine(Root, project), depth)
               where Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any()
               where !map.Contains($"{Path.GetFileName(folder)}/", StringComparison.Ordinal)
               select Path.GetRelativePath(Root, folder),
        ];

        Assert.True(missing.Length == 0, $"CONTRIBUTING.md, 'Where things are': add {string.Join(", ", missing)}.");
    }

    [Fact]
    public void The_map_has_every_project()
    {
        string[] missing =
        [
            .. from parent in (string[])["src", "generators"]
               from folder in Directory.GetDirectories(Path.Combine(Root, parent))
               where Directory.GetFiles(folder, "*.csproj").Length > 0
               let line = $"\n{parent}/{Path.GetFileName(folder)}/ "
               where !Text.Contains(line, StringComparison.Ordinal)
               select line.Trim(),
        ];

        Assert.True(missing.Length == 0, $"CONTRIBUTING.md, 'Where things are': add {string.Join(", ", missing)}.");
    }

    [Fact]
    public void Every_switch_of_a_slow_suite_is_in_the_list()
    {
        IEnumerable<string> switches =
            from file in Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
            where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
            from Match match in Switch().Matches(File.ReadAllText(file))
            select match.Groups[1].Value;
        string[] missing = [.. switches.Distinct().Where(name => name != OfTheProduct && !Text.Contains($"`{name}", StringComparison.Ordinal))];

        Assert.True(missing.Length == 0, $"CONTRIBUTING.md, 'Slow suites': add {string.Join(", ", missing)}.");
    }

    /// <summary>The lines of a project in the map, which end where the next project begins.</summary>
    private static string Map(string project)
    {
        int start = Text.IndexOf($"\n{project}/ ", StringComparison.Ordinal);
        Assert.True(start >= 0, $"CONTRIBUTING.md, 'Where things are', lacks {project}/.");
        Match next = NextProject().Match(Text, start + 1);
        return Text[start..next.Index];
    }

    private static IEnumerable<string> Folders(string folder, int depth) =>
        from child in Directory.GetDirectories(folder)
        where Path.GetFileName(child) is not ("bin" or "obj")
        from one in depth == 1 ? [child] : Folders(child, depth - 1).Prepend(child)
        select one;

    [GeneratedRegex("\"(BALANCEGEN_[A-Z_]+)\"")]
    private static partial Regex Switch();

    [GeneratedRegex(@"\n\S")]
    private static partial Regex NextProject();
}
