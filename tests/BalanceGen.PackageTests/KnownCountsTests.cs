using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace BalanceGen.PackageTests;

/// <summary>What the package bakes into a program from each source of counts, in a trimmed program that needs no .NET on the machine.</summary>
[Collection(PackageCollection.Name)]
public sealed class KnownCountsTests(PackedPackage package)
{
    [Fact]
    public void Counts_weights_tables_and_comparison_are_in_a_trimmed_self_contained_program()
    {
        string folder = package.NewProject("KnownCounts");
        File.WriteAllBytes(Path.Combine(folder, "birds.csv.gz"), Zip("file\tkind\na.jpg\tRobin\nb.jpg\tTit\nc.jpg\tRobin\ne.jpg\tRobin\n"));

        DotnetResult publish = DotnetCommand.Build(
            folder, "publish", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-o", "published").Succeeded();

        // Warnings are errors in this project, those of trimming too.
        Assert.Equal(0, publish.LinesWith("warning"));
        Assert.Equal(1, publish.LinesWith("BalanceGen: counting the labels of Pets.Aviary.Bird in birds.csv.gz, more-birds.csv"));
        string program = Path.Combine(folder, "published", OperatingSystem.IsWindows() ? "Pets.exe" : "Pets");
        Assert.Equal(
            [
                "cats 4 2, weights 0.75 1.5",
                "total 6, ratio 2",
                "cats aliases 0 0, 0 1",
                "as known: True; one less: 'Birman': 1 rows, 2 expected",
                "BalancedSampler: 10000 of 10000 rows are the same, one configuration",
                "WeightedRandomSampler: 10000 of 10000 rows are the same, one configuration",
                "refused: 'Birman': 1 rows, 2 expected",
                "dogs 30 0 10, weights 0.6666666666666666 0 2",
                "dogs aliases 0 0, 0 2",
                "BalancedSampler: 10000 of 10000 rows are the same, one configuration",
                "birds 3 2, weights 1.6666666666666667 2.5",
                "tags 5 2, weights 1.4 3.5",
                "labels 7; 'friendly': 1 rows, 5 expected",
            ],
            DotnetCommand.Start(program, folder).Succeeded().Output.Trim().Split('\n'));
    }

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
