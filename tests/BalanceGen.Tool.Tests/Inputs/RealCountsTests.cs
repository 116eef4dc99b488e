using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using BalanceGen.Tests;
using BalanceGen.Tests.RealData;
using BalanceGen.Tool.Tables;

namespace BalanceGen.Tool.Tests.Inputs;

/// <summary>Counts of the real data sets, in their own files and converted to every other format, against counts that were made elsewhere.</summary>
public sealed class RealCountsTests
{
    [RealDataFact]
    public void Files_as_they_are_have_the_published_counts()
    {
        int sets = 0;
        foreach (RealDataset set in RealDataset.SingleLabelSets())
        {
            Dictionary<string, long> counts = ToolRun.Counts(Arguments(set));

            Assert.Equal(Expected(set, classOfEntry: set.IsCountList ? name => name.Split(':')[0] : name => name), Sorted(counts));
            sets++;
        }

        Assert.True(sets >= 30, $"{sets} sets");
    }

    [RealDataFact]
    public void Declared_classes_without_rows_are_counted_as_zero()
    {
        foreach (RealDataset set in RealDataset.SingleLabelSets().Where(set => File.Exists(Path.Combine(Repository.SharedData!, set.Directory, "classes.txt"))))
        {
            Dictionary<string, long> counts = ToolRun.Counts([.. Arguments(set), "--classes", Path.Combine(Repository.SharedData!, set.Directory, "classes.txt")]);

            Assert.Equal(set.Expected.OrderBy(pair => pair.Class, StringComparer.Ordinal).Select(pair => (pair.Class, pair.Count)), Sorted(counts));
        }
    }

    [RealDataFact]
    public void Several_labels_in_a_cell_are_counted_each()
    {
        string folder = Path.Combine(Repository.SharedData!, "goemotions-labels");

        Dictionary<string, long> counts = ToolRun.Counts(
            Path.Combine(folder, "goemotions_train_labels.tsv"), "-l", "labels", "--separator", ",", "--ids", "--classes", Path.Combine(folder, "labels.txt"));

        string[][] expected = [.. File.ReadLines(Path.Combine(Repository.SharedData!, "expected_counts.csv")).Where(line => line.StartsWith("goemotions-labels,", StringComparison.Ordinal)).Select(line => line.Split(','))];
        Assert.Equal(expected.Select(cells => (cells[^3], long.Parse(cells[^2], CultureInfo.InvariantCulture))).OrderBy(pair => pair.Item1, StringComparer.Ordinal), Sorted(counts));
    }

    [RealDataFact]
    public void Images_in_one_folder_are_counted_by_a_pattern_over_their_names()
    {
        string folder = Path.Combine(Repository.SharedData!, "oxford-pets-cats", "images");

        Dictionary<string, long> counts = ToolRun.Counts(folder, "--pattern", @"^(?<label>.+)_\d+\.jpg$");

        Assert.Equal([("Abyssinian", 200L), ("Bengal", 200L)], Sorted(counts));
    }

    [RealDataFact]
    public void Converted_files_have_the_same_counts()
    {
        using var folder = new Folder();
        using var database = new Database();
        foreach (RealDataset set in RealDataset.SingleLabelSets().Where(set => !set.IsCountList))
        {
            List<string> labels = set.ReadLabels();
            List<(string, long)> expected = [.. labels.GroupBy(label => label).Select(group => (group.Key, (long)group.Count())).OrderBy(pair => pair.Key, StringComparer.Ordinal)];
            foreach ((string name, string[] options) in Convert(folder, database, labels))
            {
                Dictionary<string, long> counts = ToolRun.Counts([folder.PathOf(name), .. options]);

                Assert.True(expected.SequenceEqual(Sorted(counts)), $"{set} as {name}");
            }
        }
    }

    /// <summary>The options that INDEX.md of the data sets makes necessary; everything else is detected.</summary>
    internal static string[] Arguments(RealDataset set)
    {
        string path = Path.Combine(Repository.SharedData!, set.Directory, set.File);
        return set.Directory switch
        {
            "imagenet-lt" or "inaturalist18" or "oxford-pets-sample" => [path, "-l", "1"],
            "yeast" => [path, "-l", "class"],
            "lvis-v1" => [path, "--counts", "image_count", "-l", "id"],
            "places-lt-counts" => [path, "--counts", "train_count", "-l", "class_id"],
            "kddcup99-counts" => [path, "--counts"],
            _ when set.LabelColumn.Contains("(no header)", StringComparison.Ordinal) => [path, "-l", set.LabelColumn.Split(' ')[2]],
            _ => [path, "-l", set.LabelColumn],
        };
    }

    private static IEnumerable<(string Name, string[] Options)> Convert(Folder folder, Database database, List<string> labels)
    {
        var lines = new StringBuilder("id;label\r\n");
        var json = new StringBuilder();
        for (int row = 0; row < labels.Count; row++)
        {
            string quoted = $"\"{labels[row].Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            lines.Append(CultureInfo.InvariantCulture, $"{row};{quoted}\r\n");
            json.Append(JsonSerializer.Serialize(new { id = row, annotation = new { label = labels[row] } })).Append('\n');
        }

        byte[] text = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(lines.ToString())];
        folder.Write("rows.csv", text);
        yield return ("rows.csv", ["-l", "label"]);

        folder.Write("rows16.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(lines.ToString())]);
        yield return ("rows16.csv", ["-l", "label"]);

        using (var zipped = new GZipStream(File.Create(folder.PathOf("rows.csv.gz")), CompressionLevel.Fastest))
        {
            zipped.Write(text);
        }

        yield return ("rows.csv.gz", ["-l", "label"]);

        using (var packed = new ZstdSharp.CompressionStream(File.Create(folder.PathOf("rows.csv.zst")), leaveOpen: false))
        {
            packed.Write(text);
        }

        yield return ("rows.csv.zst", ["-l", "label"]);

        folder.Write("rows.jsonl", json.ToString());
        yield return ("rows.jsonl", ["-l", "annotation.label"]);

        string csv = Sql.Text(folder.PathOf("rows.csv"));
        string parquet = folder.PathOf("rows.parquet");
        database.Execute($"COPY (SELECT * FROM read_csv({csv}, all_varchar = true, header = true, delim = ';', quote = '\"', escape = '\"')) TO {Sql.Text(parquet)} (FORMAT parquet)");
        yield return ("rows.parquet", ["-l", "label"]);

        var array = new StringArray.Builder();
        labels.ForEach(label => array.Append(label));
        using (RecordBatch batch = new RecordBatch.Builder().Append("label", nullable: false, array.Build()).Build())
        using (FileStream stream = File.Create(folder.PathOf("rows.arrow")))
        using (var writer = new ArrowFileWriter(stream, batch.Schema))
        {
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }

        yield return ("rows.arrow", []);
        folder.Write("rows.npy", NumpyText.Of(labels));
        yield return ("rows.npy", []);
    }

    private static IEnumerable<(string, long)> Expected(RealDataset set, Func<string, string> classOfEntry) =>
        set.Expected.Where(pair => pair.Count > 0 || set.IsCountList).Select(pair => (classOfEntry(pair.Class), pair.Count)).OrderBy(pair => pair.Item1, StringComparer.Ordinal);

    private static IEnumerable<(string, long)> Sorted(Dictionary<string, long> counts) =>
        counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));
}
