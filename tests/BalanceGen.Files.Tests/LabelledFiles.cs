using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using DuckDB.NET.Data;

namespace BalanceGen.Files.Tests;

/// <summary>The same labels in files of every format, written by other programs than the ones that read them wherever there are any.</summary>
internal static class LabelledFiles
{
    public const string Column = "breed";

    private static readonly string[] Names = ["Siamese", "Birman", "Bengal, brown", "Sphynx \"bald\"", "Ragdoll é"];

    public static string[] Texts(int rows) => [.. Numbers(rows).Select(number => Names[number])];

    public static int[] Numbers(int rows)
    {
        var random = new Random(20261129);
        return [.. Enumerable.Range(0, rows).Select(_ => (int)Math.Min(4, random.NextDouble() * random.NextDouble() * 6))];
    }

    public static string Csv(TemporaryFolder folder, string name, int rows) =>
        folder.Write(name, "id,breed,note\n" + string.Concat(Texts(rows).Select((label, row) => $"{row},\"{label.Replace("\"", "\"\"", StringComparison.Ordinal)}\",x\n")));

    public static string JsonLines(TemporaryFolder folder, string name, int rows) =>
        folder.Write(name, string.Concat(Texts(rows).Select((label, row) =>
            $$"""{"id":{{row}},"box":{"breed":"no"},"breed":{{JsonSerializer.Serialize(label)}}}""" + (row % 7 == 0 ? "\r\n\n" : "\n"))));

    /// <summary>By DuckDB.</summary>
    public static string Parquet(TemporaryFolder folder, string name, int rows, string kind = "breed", int groupRows = 2048)
    {
        string csv = Csv(folder, name + ".csv", rows);
        string path = folder.File(name);
        string column = kind switch
        {
            "breed" => "breed",
            "integer" => "cast(length(breed) as integer) as breed",
            "big" => "cast(length(breed) as bigint) as breed",
            "small" => "cast(length(breed) as utinyint) as breed",
            "truth" => "(breed = 'Siamese') as breed",
            "null" => "nullif(breed, 'Bengal, brown') as breed",
            _ => "cast(length(breed) as double) as breed",
        };
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"copy (select cast(id as bigint) as id, {column}, id * 0.5 as half from read_csv('{csv}', header = true, quote = '\"')) to '{path}' (format parquet, row_group_size {groupRows})");
        command.ExecuteNonQuery();
        return path;
    }

    public static string Arrow(TemporaryFolder folder, string name, int rows, bool isCoded = false, int batchRows = 1000)
    {
        string path = folder.File(name);
        string[] texts = Texts(rows);
        using FileStream stream = File.Create(path);
        ArrowFileWriter? writer = null;
        for (int first = 0; first < rows; first += batchRows)
        {
            string[] part = texts[first..Math.Min(rows, first + batchRows)];
            Int64Array ids = new Int64Array.Builder().AppendRange(Enumerable.Range(first, part.Length).Select(row => (long)row)).Build();
            IArrowArray labels = new StringArray.Builder().AppendRange(part).Build();
            if (isCoded)
            {
                Int32Array codes = new Int32Array.Builder().AppendRange(part.Select(label => System.Array.IndexOf(Names, label))).Build();
                StringArray dictionary = new StringArray.Builder().AppendRange(Names).Build();
                labels = new DictionaryArray(new Apache.Arrow.Types.DictionaryType(codes.Data.DataType, dictionary.Data.DataType, false), codes, dictionary);
            }

            RecordBatch batch = new RecordBatch.Builder().Append("id", false, ids).Append(Column, false, labels).Build();
            writer ??= new ArrowFileWriter(stream, batch.Schema);
            writer.WriteRecordBatch(batch);
        }

        writer!.WriteEnd();
        writer.Dispose();
        return path;
    }

    public static string Gzip(TemporaryFolder folder, string path) => Compress(folder, path, ".gz", stream => new GZipStream(stream, CompressionLevel.Fastest));

    public static string Zstandard(TemporaryFolder folder, string path) => Compress(folder, path, ".zst", stream => new ZstdSharp.CompressionStream(stream, leaveOpen: false));

    /// <summary>All labels of a file, read in blocks of some size.</summary>
    public static string[] Read(string path, LabelFileOptions? options = null, int block = 700)
    {
        using LabelReader reader = LabelFile.Open(path, options ?? new LabelFileOptions { LabelColumn = Column });
        var labels = new List<string>();
        var numbers = new int[block];
        for (int count; (count = reader.Read(numbers)) > 0;)
        {
            labels.AddRange(numbers.Take(count).Select(number => reader.Labels[number]));
            Assert.Equal(labels.Count, reader.RowsRead);
        }

        Assert.Equal(reader.Labels.Count, reader.Labels.Distinct().Count());
        return [.. labels];
    }

    private static string Compress(TemporaryFolder folder, string path, string extension, Func<Stream, Stream> compress)
    {
        string compressed = folder.File(Path.GetFileName(path) + extension);
        using Stream stream = compress(File.Create(compressed));
        stream.Write(File.ReadAllBytes(path));
        return compressed;
    }
}
