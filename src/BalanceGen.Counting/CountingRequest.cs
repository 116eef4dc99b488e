namespace BalanceGen.Counting;

/// <summary>
/// Says which files to count into which file. The targets of the package write it as lines <c>key=value</c>. The key <c>file</c> begins a file, and the lines after it
/// describe that file.
/// </summary>
/// <param name="Output">The file to write the class counts to.</param>
/// <param name="Files">The files to count. Their rows are counted together.</param>
internal sealed record CountingRequest(string Output, IReadOnlyList<LabeledFile> Files)
{
    /// <exception cref="CountingException">A line is not of the form, a key is unknown, or a value is not valid.</exception>
    public static CountingRequest Parse(IEnumerable<string> lines)
    {
        string output = "";
        var files = new List<LabeledFile>();
        foreach (string line in lines.Where(line => line.Length > 0))
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            string key = equals < 0 ? line : line[..equals];
            string value = equals < 0 ? "" : line[(equals + 1)..];
            if (key == "output")
            {
                output = value;
            }
            else if (key == "file")
            {
                files.Add(new LabeledFile(value, "", FieldDelimiter.Comma));
            }
            else if (files.Count > 0)
            {
                files[^1] = With(files[^1], key, value);
            }
            else
            {
                throw Invalid($"'{key}' stands before any file");
            }
        }

        return output.Length > 0 && files.Count > 0
            ? new CountingRequest(output, files)
            : throw Invalid("neither output nor file may be missing in a counting request");
    }

    // MSBuild writes an empty value if the metadata is not set.
    private static LabeledFile With(LabeledFile file, string key, string value) => (key, value) switch
    {
        ("labelColumn", _) => file with { LabelColumn = value },
        (_, "") => file,
        ("delimiter", _) => file with { Delimiter = FieldDelimiter.Parse(value) },
        ("hasHeader", _) => file with { HasHeader = ParseBoolean("HasHeader", value), IsHeaderStated = true },
        ("quoting", "single") => file with { Quoting = true, Quote = (byte)'\'' },
        ("quoting", "double") => file with { Quoting = true },
        ("quoting", _) => file with { Quoting = ParseBoolean("Quoting", value, " nor 'single' nor 'double'") },
        ("format", _) => file with { Format = ParseFormat(value) },
        ("pattern", _) => file with { Pattern = value },
        ("labelSeparator", _) => file with { LabelSeparator = ParseSeparator(value) },
        _ => throw Invalid($"'{key}' is not known"),
    };

    private static bool ParseBoolean(string name, string value, string others = "") =>
        bool.TryParse(value, out bool result) ? result : throw Invalid($"{name} '{value}' is neither true nor false{others}");

    private static byte ParseSeparator(string value) =>
        FieldDelimiter.Parse(value, "LabelSeparator") is { IsWhitespaceRun: false } separator ? separator.Byte : throw Invalid("LabelSeparator is one character, and not whitespace");

    private static LabeledFormat ParseFormat(string value) => value switch
    {
        "text" => LabeledFormat.Text,
        "jsonl" => LabeledFormat.JsonLines,
        "folder" => LabeledFormat.Folder,
        _ => throw Invalid($"Format '{value}' is none of text, jsonl, folder; without it the format is recognised"),
    };

    private static CountingException Invalid(string message) => new(CountingErrorId.InvalidLabeledData, message);
}
