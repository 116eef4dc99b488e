using System.IO.Compression;

namespace BalanceGen.PackageTests;

/// <summary>Labelled data that is no delimited text, in the build of a new project.</summary>
[Collection(PackageCollection.Name)]
public sealed class FormatsTests(PackedPackage package)
{
    private const string Counting = "BalanceGen: counting the labels of ";

    /// <summary>Three rows of a column "breed": Siamese, Birman, Siamese; by DuckDB.</summary>
    private const string Parquet =
        "UEFSMRUAFUwVUCwVBhUAFQYVBgAAJpQCAAAABgEHAAAAU2lhbWVzZQYAAABCaXJtYW4HAAAAU2lhbWVzZRUCGSw1ABgNZHVja2RiX3NjaGVtYRUCABUMJQIYBWJyZWVkJQAAFgYZHBkcJgAcFQwZFQAZGAVicmVlZBUCFgYWbhZyJgg8"
        + "GAdTaWFtZXNlGAZCaXJtYW4WACgHU2lhbWVzZRgGQmlybWFuEREAAAAWbhYGJggWcgAoKER1Y2tEQiB2ZXJzaW9uIHYxLjUuNiAoYnVpbGQgMDY5Y2M5ZjliNSkZHBwAAACpAAAAUEFSMQ==";

    private static readonly string[] ExpectedOutput = ["lines 1 2", "directories 0 3", "names 2 1", "columns 1 2"];

    [Fact]
    public void Json_lines_folders_and_parquet_are_counted_before_compilation_and_again_only_if_they_change()
    {
        string folder = package.NewProject("Formats");
        File.WriteAllText(Path.Combine(folder, "train.jsonl"), "{\"breed\":\"Siamese\"}\n{\"breed\":\"Birman\"}\n\n{\"id\":3,\"breed\":\"Siamese\"}\n");
        File.WriteAllBytes(Path.Combine(folder, "train.parquet"), Convert.FromBase64String(Parquet));
        foreach (string image in (string[])["images/Siamese/1.jpg", "images/Siamese/2.png", "images/Siamese/deep/3.jpg", "images/Birman/read.me", "photos/Birman_1.jpg", "photos/Birman_2.jpg", "photos/Siamese_1.jpg"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, image))!);
            File.WriteAllBytes(Path.Combine(folder, image), []);
        }

        // Without the additional package the message of the main one names it.
        DotnetResult without = DotnetCommand.Build(folder, "build").Failed();
        Assert.Equal(1, without.LinesWith("train.parquet : error BALG0303: the file is a Parquet file, and not text with one row a line; add the package BalanceGen.Counting.Parquet, which counts it"));

        DotnetCommand.Build(folder, "restore", "-p:WithParquet=true").Succeeded();
        Assert.Equal(4, Build(folder).Succeeded().LinesWith(Counting));
        DotnetResult run = DotnetCommand.Run(folder, Path.Combine("bin", "Debug", "net10.0", "Formats.dll")).Succeeded();
        Assert.Equal(ExpectedOutput, run.Output.Trim().Split('\n'));
        Assert.Equal(0, Build(folder).Succeeded().LinesWith(Counting));

        File.WriteAllText(Path.Combine(folder, "photos", "Birman_1.jpg"), "other bytes of the same photo");
        File.WriteAllBytes(Path.Combine(folder, "images", "Birman", "4.jpg"), []);
        DotnetResult changed = Build(folder).Succeeded();
        Assert.Equal(1, changed.LinesWith(Counting));
        Assert.Equal(1, changed.LinesWith(Counting + "Cats.Folder"));
        Assert.Equal("label,count\nBirman,1\nSiamese,3\n", File.ReadAllText(Path.Combine(folder, "obj", "Debug", "net10.0", "Cats.Folder.classcounts.csv")));

        // Nothing of the counter is in what the program ships.
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(folder, "bin"), "*.dll", SearchOption.AllDirectories), file => Path.GetFileName(file).Contains("arquet", StringComparison.Ordinal));
    }

    [Fact]
    public void Package_of_the_further_formats_is_a_program_and_no_library()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PathOf("nupkg", "BalanceGen.Counting.Parquet"));
        string[] files = [.. archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];

        Assert.DoesNotContain(files, file => file.StartsWith("lib/", StringComparison.Ordinal));
        Assert.Contains("THIRD-PARTY-NOTICES.txt", files);
        Assert.Contains("build/BalanceGen.Counting.Parquet.props", files);
        Assert.Equal(
            [
                "Apache.Arrow.Scalars.dll",
                "Apache.Arrow.dll",
                "BalanceGen.Counting.Parquet.dll",
                "BalanceGen.Counting.Parquet.runtimeconfig.json",
                "BalanceGen.Files.dll",
                "CommunityToolkit.HighPerformance.dll",
                "K4os.Compression.LZ4.dll",
                "Microsoft.IO.RecyclableMemoryStream.dll",
                "Parquet.dll",
                "Snappier.dll",
                "ZstdSharp.dll",
            ],
            files.Where(file => file.StartsWith("tools/net10.0/", StringComparison.Ordinal)).Select(file => file["tools/net10.0/".Length..]));
        Assert.True(new FileInfo(package.PathOf("nupkg", "BalanceGen.Counting.Parquet")).Length < 1_500_000);
    }

    private static DotnetResult Build(string folder) => DotnetCommand.Build(folder, "build", "--no-restore", "-p:WithParquet=true");
}
