namespace BalanceGen.PackageTests;

[Collection(PackageCollection.Name)]
public sealed class SolutionTests(PackedPackage package)
{
    [Fact]
    public void Library_its_consumer_and_its_tests_use_the_package_side_by_side()
    {
        string folder = package.NewProject("Solution");

        // Warnings are errors in each of the three: internals that both sides generate must not collide.
        DotnetCommand.Build(folder, "build").Succeeded();

        DotnetResult run = DotnetCommand.Run(folder, Path.Combine("Pets.App", "bin", "Debug", "net10.0", "Pets.App.dll")).Succeeded();
        Assert.Equal(["Birman ham Pug", "1"], run.Output.Trim().Split('\n'));
        DotnetResult test = DotnetCommand.Run(folder, "test", "Pets.Tests", "--no-build").Succeeded();
        Assert.Equal(1, test.LinesWith("Passed:     2"));
    }
}
