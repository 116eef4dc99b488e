using System.Globalization;
using BalanceGen.Counting.Tests;

namespace BalanceGen.Counting.Parquet.Tests;

/// <summary>Damaged Parquet: an error that says so, and nothing else. BALANCEGEN_FUZZ_CASES makes more of it: see CONTRIBUTING.md.</summary>
public sealed class DamagedParquetTests : IDisposable
{
    private static readonly int Cases =
        int.Parse(Environment.GetEnvironmentVariable("BALANCEGEN_FUZZ_CASES") ?? "400", CultureInfo.InvariantCulture);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>
    /// Parquet has no checksum that its writers must write, so that a changed byte of a label's text is another text: the rows are as many as before then, or
    /// the build stops.
    /// </summary>
    [Fact]
    public void Damaged_file_is_an_error_or_has_as_many_rows()
    {
        var random = new Random(20_261_129);
        string[] compressions = ["uncompressed", "snappy", "gzip", "zstd"];
        byte[][] originals =
        [
            .. compressions.Select(compression => File.ReadAllBytes(Table.Parquet(
                _folder.PathOf(compression),
                "select ['siamese', 'birman', 'bengal'][1 + i % 3] as label, i as id from (select unnest(range(300)) as i)",
                $", compression {compression}"))),
        ];
        string path = _folder.PathOf("damaged.parquet");
        int errors = 0;
        int same = 0;
        for (int number = 0; number < Cases; number++)
        {
            byte[] original = originals[random.Next(originals.Length)];
            byte[] damaged = Mutation.Of(original, random);
            File.WriteAllBytes(path, damaged);
            string request = _folder.PathOf("request");
            string output = _folder.PathOf("out.csv");
            File.WriteAllText(request, $"output={output}\nfile={path}\nlabelColumn=label\n");
            using var messages = new StringWriter();
            if (!CountingRun.Run(request, messages, further: new ColumnFormats()))
            {
                Assert.Matches(@"^\S+ : error BALG03\d\d: [^\n]+\n$", messages.ToString().ReplaceLineEndings("\n"));
                Assert.False(File.Exists(output));
                errors++;
                continue;
            }

            long rows = File.ReadLines(output).Skip(1).Where(line => line.Contains(',', StringComparison.Ordinal))
                .Sum(line => long.TryParse(line[(line.LastIndexOf(',') + 1)..], CultureInfo.InvariantCulture, out long count) ? count : 0);
            Assert.True(rows == 300, $"case {number}: {rows} rows");
            same++;
        }

        // Both outcomes are common, or the test would say little.
        Assert.InRange(errors, Cases / 10, Cases - 1);
        Assert.True(same > 0);
    }
}
