using System.Runtime.InteropServices;

namespace BalanceGen.PackageTests;

/// <summary>Projects of other frameworks and languages: they work, or are told at once what does not.</summary>
[Collection(PackageCollection.Name)]
public sealed class FrameworkTests(PackedPackage package)
{
    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    [InlineData("net48")]
    public void Framework_that_is_not_served_is_refused_by_the_restore(string framework)
    {
        string folder = package.NewProject("Console");

        DotnetResult restore = DotnetCommand.Build(folder, "restore", $"-p:TargetFramework={framework}").Failed();

        Assert.True(restore.LinesWith("error NU1202") > 0, restore.Output);
    }

    [Fact]
    public void Program_of_dotnet_9_is_generated_built_and_run_by_its_own_runtime()
    {
        string folder = package.NewProject("Console");
        string project = Path.Combine(folder, "Cats.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("net10.0", "net9.0", StringComparison.Ordinal));
        File.AppendAllText(Path.Combine(folder, "Runtime.cs"), "internal static class Runtime { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Print() => System.Console.WriteLine(System.Environment.Version.Major); }");

        DotnetCommand.Build(folder, "publish", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-o", "published").Succeeded();

        string program = Path.Combine(folder, "published", OperatingSystem.IsWindows() ? "Cats.exe" : "Cats");
        Assert.Equal(
            ["9", "classes 2", "counts 160 10", "birmans in 100 draws 50"],
            DotnetCommand.Start(program, folder).Succeeded().Output.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("FSharp", "Cats.fsproj")]
    [InlineData("VisualBasic", "Cats.vbproj")]
    public void Other_languages_are_warned_and_what_the_warning_names_works(string template, string project)
    {
        string folder = package.NewProject(template);

        DotnetResult build = DotnetCommand.Build(folder, "build").Succeeded();

        Assert.Equal(1, build.LinesWith($"{project} : warning BALG0309: BalanceGen generates code and checks rules only in C#"));
        Assert.Equal("50 of 100", DotnetCommand.Run(folder, Path.Combine("bin", "Debug", "net10.0", "Cats.dll")).Succeeded().Output.Trim());
    }
}
