using System.Globalization;
using System.Text;
using BalanceGen.Counting.Formats;
using BalanceGen.Counting.Stamps;

namespace BalanceGen.Counting.Tests;

/// <summary>Folders with hostile names: a clear error, or the counts that a walk by hand gives; and the counts file says the same when it is read again.</summary>
public sealed class FolderFuzzTests
{
    private static readonly int Cases =
        int.Parse(Environment.GetEnvironmentVariable("BALANCEGEN_FUZZ_CASES") ?? "300", CultureInfo.InvariantCulture) / 10;

    private static readonly string[] Names =
    [
        "a", "B", "maine coon", "a,b", "a;b", "\"q\"", "'", "a\nb", "\r", "\t", "木", "é", "e\u0301", "😀", "$(x)", "%41", "@(a)", "a=b", "file=x", "..a", "-rf", "*", "?", "|", "<a>", "&amp;",
        "train", "CON", "nul.", " lead", "trail ", "\u202Egpj", "\u0001", "a\\b", "~", "label", "[", "(", "+", "0", "Ünï", "ſ", "İ", "\uFFFD", "a\u0000b",
    ];

    [Fact]
    public void Hostile_names_are_counted_as_they_are_or_named()
    {
        var random = new Random(20_261_129);
        for (int number = 0; number < Math.Max(Cases, 30); number++)
        {
            using var folder = new TemporaryFolder();
            var expected = new Dictionary<string, long>(StringComparer.Ordinal);
            bool isText = true;
            for (int file = 0; file < 12; file++)
            {
                string label = Name(random);
                try
                {
                    folder.Touch($"images/{label}/{Name(random)}{file}.jpg");
                }
                catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
                {
                    // No name of this system; the directory may be there all the same, and is a class without rows.
                    if (!label.Contains('\0', StringComparison.Ordinal) && !label.StartsWith('.') && Directory.Exists(Path.Combine(folder.PathOf("images"), label)))
                    {
                        expected[label] = expected.GetValueOrDefault(label);
                        isText &= !label.Contains('\uFFFD', StringComparison.Ordinal);
                    }

                    continue;
                }

                // What begins with a dot is left out, whichever part of the path it is.
                string made = Directory.GetFiles(Path.Combine(folder.PathOf("images"), label)).First(path => path.EndsWith($"{file}.jpg", StringComparison.Ordinal));
                isText &= !label.Contains('\uFFFD', StringComparison.Ordinal);
                if (!label.StartsWith('.'))
                {
                    expected[label] = expected.GetValueOrDefault(label) + (Path.GetFileName(made).StartsWith('.') ? 0 : 1);
                }
            }

            Check(folder, expected, isText, number);
        }
    }

    private static void Check(TemporaryFolder folder, Dictionary<string, long> expected, bool isText, int number)
    {
        string request = folder.PathOf("out.classcounts.request");
        string output = folder.PathOf("out.classcounts.csv");
        File.WriteAllText(request, $"output={output}\nfile={folder.PathOf("images")}\n");
        using var errors = new StringWriter();
        bool succeeded = CountingRun.Run(request, errors);
        if (!succeeded)
        {
            bool areSplits = expected.Count > 0 && expected.Keys.All(name => name == "train");
            Assert.True(!isText || areSplits || expected.Values.Sum() == 0, $"case {number}: {errors}");
            Assert.Matches(@"^\S+ : error BALG03\d\d: [^\r\n]+\r?\n$", errors.ToString());
            return;
        }

        var counts = new LabelCounts();
        FormatCounter.Count(new LabeledFile(folder.PathOf("images"), "", FieldDelimiter.Comma), counts);
        Assert.Equal(expected.OrderBy(entry => Convert.ToHexString(Encoding.UTF8.GetBytes(entry.Key)), StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value)), counts.InOrder());
        Assert.Equal(counts.InOrder(), Counted(output));
        Assert.NotNull(FolderStamp.Of(folder.PathOf("images")));
    }

    /// <summary>The counts that were written, by the reader of delimited text.</summary>
    private static List<(string Label, long Count)> Counted(string path)
    {
        var labels = new LabelCounts();
        FormatCounter.Count(new LabeledFile(path, "label", FieldDelimiter.Comma) { IsHeaderStated = true }, labels);
        var counts = new List<(string, long)>();
        foreach ((string label, _) in labels.InOrder())
        {
            string field = label.AsSpan().IndexOfAny("\",;\t\r\n") >= 0 ? $"\"{label.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : label;
            string text = File.ReadAllText(path);
            int start = text.IndexOf($"\n{field},", StringComparison.Ordinal) + field.Length + 2;
            counts.Add((label, long.Parse(text[start..text.IndexOf('\n', start)], CultureInfo.InvariantCulture)));
        }

        return counts;
    }

    private static string Name(Random random)
    {
        string name = Names[random.Next(Names.Length)];
        return random.Next(3) > 0 ? name : name + Names[random.Next(Names.Length)];
    }
}
