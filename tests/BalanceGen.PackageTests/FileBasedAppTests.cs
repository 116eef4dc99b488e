namespace BalanceGen.PackageTests;

/// <summary>A program of one file, without a project.</summary>
[Collection(PackageCollection.Name)]
public sealed class FileBasedAppTests(PackedPackage package)
{
    [Fact]
    public void A_program_of_one_file_names_the_packages_and_runs()
    {
        string folder = package.NewFileBasedApp("FileBased");

        DotnetResult run = DotnetCommand.Run(folder, "run", "cats.cs").Succeeded();

        Assert.Equal(1, run.LinesWith("imbalance ratio 16.0"));
        Assert.Equal(1, run.LinesWith("balanced  "));
        Assert.Equal(0, run.LinesWith("warning"));
    }
}
