using System.Text.RegularExpressions;
using BalanceGen.Tests;

namespace BalanceGen.PackageTests;

/// <summary>What the pages show, in the projects that the pages describe.</summary>
[Collection(PackageCollection.Name)]
public sealed partial class PageProjectTests(PackedPackage package)
{
    /// <summary>With the property of docs/configuration.md no program of docs/coming-from.md needs a using of the library.</summary>
    [Fact]
    public void BalanceGenUsings_imports_what_the_pages_use()
    {
        string folder = package.NewProject("Pages");
        string page = string.Concat(Block().Matches(Page("docs/coming-from.md")).Select(match => match.Groups["code"].Value));
        string program = Import().Replace(page, "");
        Assert.DoesNotContain("using BalanceGen", program, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        DotnetResult built = DotnetCommand.Build(folder, "build").Succeeded();
        Assert.Equal(0, built.LinesWith(": warning "));

        // By default nothing is imported that the project does not ask for.
        string project = Path.Combine(folder, "Pages.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("<BalanceGenUsings>enable</BalanceGenUsings>", "", StringComparison.Ordinal));
        Assert.True(DotnetCommand.Build(folder, "build").LinesWith("error CS0246") > 0);
    }

    /// <summary>The project file of the README for use without the package, with the program of the README.</summary>
    [Fact]
    public void The_project_without_the_package_builds_and_runs()
    {
        string folder = package.NewProject("Pages");
        string readme = Page("README.md");
        string project = Project().Match(readme).Groups["code"].Value.Replace("../balancegen", Repository.Root, StringComparison.Ordinal);
        Assert.Contains(Repository.Root, project, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "Pages.csproj"), project);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Block().Match(readme).Groups["code"].Value);
        DotnetResult run = DotnetCommand.Run(folder, "run", "-c", "Release").Succeeded();
        Assert.Equal(170, run.LinesWith(" is a "));   // different lines
        Assert.Equal(0, run.LinesWith(": warning "));
    }

    private static string Page(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex("```cs(?:harp)?\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("```xml\n(?<code><Project.*?)```", RegexOptions.Singleline)]
    private static partial Regex Project();

    [GeneratedRegex(@"^using BalanceGen.*\n", RegexOptions.Multiline)]
    private static partial Regex Import();
}
