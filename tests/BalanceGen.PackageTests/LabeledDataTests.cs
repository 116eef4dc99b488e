using System.IO.Compression;
using System.Text;

namespace BalanceGen.PackageTests;

[Collection(PackageCollection.Name)]
public sealed class LabeledDataTests(PackedPackage package)
{
    private const string Counting = "BalanceGen: counting the labels of ";

    [Fact]
    public void Training_files_are_counted_before_compilation_and_again_only_if_something_changed()
    {
        string folder = package.NewProject("Console");
        string counts = Path.Combine(folder, "obj", "Debug", "net10.0", "Cats.Cat.classcounts.csv");
        DotnetCommand.Build(folder, "restore").Succeeded();

        // The editor's build comes first on a fresh clone: it counts nothing, and needs nothing.
        DotnetResult designTime = DesignTimeBuild(folder);
        Assert.Equal(0, designTime.LinesWith(Counting));
        Assert.Equal(0, designTime.LinesWith("[Cats.Cat]"));

        DotnetResult first = Build(folder).Succeeded();
        Assert.Equal(2, first.LinesWith(Counting));
        Assert.Equal(1, first.LinesWith("additional file: Cats.Cat.classcounts.csv [Cats.Cat]"));
        Assert.Equal(1, first.LinesWith("additional file: Cats.Dog.classcounts.csv [Cats.Dog]"));
        Assert.Equal("label,count\nBirman,1\nSiamese,2\n", File.ReadAllText(counts));
        Assert.Equal("label,count\n\"\"\"pug\",1\npug,2\n", File.ReadAllText(counts.Replace("Cats.Cat", "Cats.Dog", StringComparison.Ordinal)));

        File.SetLastWriteTimeUtc(Path.Combine(folder, "Cats.csproj"), DateTime.UtcNow);
        Assert.Equal(0, Build(folder).Succeeded().LinesWith(Counting));
        Assert.Equal(1, DesignTimeBuild(folder).LinesWith("additional file: Cats.Cat.classcounts.csv [Cats.Cat]"));

        File.AppendAllText(Path.Combine(folder, "train.csv"), "d.jpg;Birman\n");
        DotnetResult changed = Build(folder).Succeeded();
        Assert.Equal(1, changed.LinesWith(Counting));
        Assert.Equal("label,count\nBirman,2\nSiamese,2\n", File.ReadAllText(counts));

        // Another option is another count, although no file of rows changed.
        string project = Path.Combine(folder, "Cats.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("LabelColumn=\"breed\"", "LabelColumn=\"file\"", StringComparison.Ordinal));
        Assert.Equal(1, Build(folder).Succeeded().LinesWith(Counting));
        Assert.Contains("\"b;1.jpg\",1\n", File.ReadAllText(counts), StringComparison.Ordinal);

        // A gzip file in place of the text is recognised without being told.
        File.WriteAllBytes(Path.Combine(folder, "train.csv"), Zip("file;breed\nz.jpg;Birman\n"));
        Assert.Equal(1, Build(folder).Succeeded().LinesWith(Counting));
        Assert.Equal("label,count\nz.jpg,1\n", File.ReadAllText(counts));

        DotnetCommand.Build(folder, "clean").Succeeded();
        Assert.False(File.Exists(counts));
    }

    /// <summary>The editor is told when counts are of, and that the data are others now; what a build compiles has no date in it.</summary>
    [Fact]
    public void Editor_is_told_when_the_labels_were_counted_and_whether_they_have_changed()
    {
        string folder = package.NewProject("Console");
        DotnetCommand.Build(folder, "restore").Succeeded();
        DotnetResult build = Build(folder).Succeeded();
        Assert.Equal(1, build.LinesWith("counted file: Cats.Cat at '' outdated ''"));

        // What was written in the moment before it was counted is counted once more.
        Build(folder).Succeeded();
        DotnetResult fresh = DesignTimeBuild(folder);
        Assert.Equal(1, fresh.LinesWith($"counted file: Cats.Cat at '{DateTime.Now.Year}-"));
        Assert.Equal(2, fresh.LinesWith("' outdated ''"));

        File.AppendAllText(Path.Combine(folder, "train.csv"), "d.jpg;Birman\n");
        DotnetResult changed = DesignTimeBuild(folder);
        Assert.Equal(0, changed.LinesWith(Counting));
        Assert.Equal(1, changed.LinesWith("' outdated 'true'"));
        Assert.Equal(1, changed.LinesWith("counted file: Cats.Dog at"));
        Assert.Equal(1, changed.LinesWith("' outdated ''"));

        Build(folder).Succeeded();
        Build(folder).Succeeded();
        Assert.Equal(2, DesignTimeBuild(folder).LinesWith("' outdated ''"));
    }

    [Fact]
    public void Malformed_row_fails_every_build_with_file_line_and_column_until_it_is_right()
    {
        string folder = package.NewProject("Console");
        string train = Path.Combine(folder, "train.csv");
        string right = File.ReadAllText(train);
        File.WriteAllText(train, right + "d.jpg;Birman;3\n");
        DotnetCommand.Build(folder, "restore").Succeeded();

        for (int build = 0; build < 2; build++)
        {
            DotnetResult failed = Build(folder).Failed();
            Assert.Equal(1, failed.LinesWith($"{train}(5,14): error BALG0302: "));
            Assert.Equal(0, failed.LinesWith("MSB3073"));
        }

        File.WriteAllText(train, right);
        Build(folder).Succeeded();
    }

    /// <summary>None of them has a newer time stamp than the counts.</summary>
    [Fact]
    public void File_that_is_replaced_by_an_older_one_or_through_a_link_is_counted_again()
    {
        string folder = package.NewProject("Console");
        string train = Path.Combine(folder, "train.csv");
        string counts = Path.Combine(folder, "obj", "Debug", "net10.0", "Cats.Cat.classcounts.csv");
        string target = Path.Combine(folder, "target.txt");
        var old = new DateTime(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        DotnetCommand.Build(folder, "restore").Succeeded();
        Count(folder);

        File.WriteAllText(target, File.ReadAllText(train).Replace("c.jpg;Siamese", "c.jpg;Birman", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(target, old);
        File.Move(target, train, overwrite: true);
        Assert.Equal(1, Count(folder).LinesWith(Counting));
        Assert.Equal("label,count\nBirman,2\nSiamese,1\n", File.ReadAllText(counts));
        Assert.Equal(0, Count(folder).LinesWith(Counting));

        File.Move(train, target);
        File.CreateSymbolicLink(train, target);
        Count(folder);
        Assert.Equal(0, Count(folder).LinesWith(Counting));
        File.WriteAllText(target, "file;breed\nz.jpg;Birman\n");
        File.SetLastWriteTimeUtc(target, old);
        Assert.Equal(1, Count(folder).LinesWith(Counting));
        Assert.Equal("label,count\nBirman,1\n", File.ReadAllText(counts));
    }

    [Fact]
    public void What_is_wrong_with_labels_names_the_training_file_and_what_is_wrong_with_the_item_the_project()
    {
        string folder = package.NewProject("Console");
        string project = Path.Combine(folder, "Cats.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("Cats.Dog", "Cats.Dogs", StringComparison.Ordinal));
        File.AppendAllText(Path.Combine(folder, "train.csv"), "d.jpg;Birmann\ne.jpg;Birmann\n");
        File.AppendAllText(Path.Combine(folder, "Program.cs"), "\nnamespace Cats { [BalancedDataset] public readonly partial record struct Dog([ClassLabel(\"pug\")] string Breed); }\n");
        File.WriteAllText(
            Path.Combine(folder, "Program.cs"),
            File.ReadAllText(Path.Combine(folder, "Program.cs")).Replace("    [ClassCount(Breed.Siamese, 160)]\n    [ClassCount(Breed.Birman, 0)]\n", "", StringComparison.Ordinal));

        DotnetResult build = DotnetCommand.Build(folder, "build").Succeeded();

        Assert.Equal(1, build.LinesWith("Program.cs(20,6): warning BALG0107: The label 'Birmann' in 'train.csv', line 5 (the first of 2 rows), is none of the classes of 'Cat'"));
        Assert.Equal(1, build.LinesWith("Cats.csproj(1,1): warning BALG0114: The labels that the build counted for 'Cats.Dogs' are used by nobody"));
        Assert.Equal(1, build.LinesWith("write 'Cats.Dog', the nearest record, as Dataset of LabeledData"));
    }

    [Theory]
    [InlineData("Include=\"train.csv\"", "Include=\"absent.csv\"", "absent.csv : error BALG0301: ")]
    [InlineData(" Dataset=\"Cats.Cat\"", "", "Cats.csproj : error BALG0304: LabeledData 'train.csv' has no Dataset")]
    [InlineData(" LabelColumn=\"breed\"", "", "Cats.csproj : error BALG0304: LabeledData 'train.csv' has no LabelColumn")]
    [InlineData("LabelColumn=\"breed\"", "LabelColumn=\"bred\"", "train.csv : error BALG0304: the header has no column 'bred'")]
    public void Item_that_is_not_valid_fails_the_build(string text, string replacement, string error)
    {
        string folder = package.NewProject("Console");
        string project = Path.Combine(folder, "Cats.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace(text, replacement, StringComparison.Ordinal));
        DotnetCommand.Build(folder, "restore").Succeeded();

        DotnetResult failed = DotnetCommand.Build(folder, "msbuild", "-t:BalanceGenCountLabeledData").Failed();

        Assert.Equal(1, failed.LinesWith(error));
    }

    private static DotnetResult Count(string folder) => DotnetCommand.Build(folder, "msbuild", "-t:BalanceGenCountLabeledData").Succeeded();

    private static DotnetResult Build(string folder) => DotnetCommand.Build(folder, "build", "--no-restore");

    // The properties that editors set to learn what the compiler would be given.
    private static DotnetResult DesignTimeBuild(string folder) => DotnetCommand.Build(
        folder, "msbuild", "-t:CoreCompile", "-p:DesignTimeBuild=true", "-p:BuildingProject=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true").Succeeded();

    private static byte[] Zip(string text)
    {
        var stream = new MemoryStream();
        using (var zipped = new GZipStream(stream, CompressionLevel.Optimal))
        {
            zipped.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }
}
