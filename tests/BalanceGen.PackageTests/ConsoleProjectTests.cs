namespace BalanceGen.PackageTests;

[Collection(PackageCollection.Name)]
public sealed class ConsoleProjectTests(PackedPackage package)
{
    private static readonly string[] ExpectedOutput = ["classes 2", "counts 160 10", "birmans in 100 draws 50"];

    [Fact]
    public void New_project_builds_runs_and_is_warned_of_an_empty_class()
    {
        string folder = package.NewProject("Console");

        DotnetResult build = DotnetCommand.Build(folder, "build", "-p:WithoutLabeledData=true").Succeeded();

        Assert.Equal(1, build.LinesWith("warning BALG0101"));
        Assert.Equal(1, build.LinesWith("additional file: found.classcounts.csv []"));
        Assert.Equal(1, build.LinesWith("additional file: listed.classcounts.csv []"));
        Assert.Equal(2, build.LinesWith("additional file: "));
        DotnetResult run = DotnetCommand.Run(folder, Path.Combine("bin", "Debug", "net10.0", "Cats.dll")).Succeeded();
        Assert.Equal(ExpectedOutput, run.Output.Trim().Split('\n'));
    }

    /// <summary>Fixes and completion need assemblies that only an editor has. A compiler finds no analyzer in theirs, and says nothing of them.</summary>
    [Fact]
    public void A_compiler_without_an_editor_loads_what_it_needs_and_is_silent_about_the_rest()
    {
        string folder = package.NewProject("Console");

        DotnetResult build = DotnetCommand.Build(folder, "build", "-p:WithoutLabeledData=true").Succeeded();

        Assert.Equal(0, build.LinesWith("CS803"));
        Assert.Equal(0, build.LinesWith("CS9057"));
        Assert.Equal(0, build.LinesWith("AD0001"));
        Assert.Equal(build.LinesWith(": warning "), build.LinesWith("warning BALG"));
    }

    [Fact]
    public void Class_count_files_are_left_to_the_project_on_request()
    {
        string folder = package.NewProject("Console");

        DotnetResult build = DotnetCommand.Build(
            folder, "build", "-p:WithoutLabeledData=true", "-p:BalanceGenIncludeClassCountFiles=false").Succeeded();

        Assert.Equal(0, build.LinesWith("additional file: found.classcounts.csv"));
        Assert.Equal(1, build.LinesWith("additional file: listed.classcounts.csv"));
    }
}
