using BalanceGen.Counting;
using ZstdSharp;

namespace BalanceGen.Tool.Inputs;

/// <summary>Text files that are written alike, one after the other: their compression, encoding and dialect.</summary>
/// <param name="Files">The files as the user named them.</param>
/// <param name="Readable">The same in UTF-8: those files, or temporary ones.</param>
/// <param name="Dialect">How their fields are written.</param>
/// <param name="Encoding">utf-8, utf-16 or latin-1.</param>
/// <param name="Compression">none, gzip or zstd.</param>
internal sealed record TextFiles(IReadOnlyList<string> Files, IReadOnlyList<string> Readable, TextDialect Dialect, string Encoding, string Compression)
{
    private const int HeadLength = 1 << 20;

    /// <summary>What was detected, in words.</summary>
    public string Description =>
        $"{Dialect.DelimiterName}-delimited text, {(Dialect.HasHeader ? "with a header" : "without a header")}, {(Dialect.Quoting ? "quotes enclose fields" : "quotes are ordinary characters")}, {Encoding}"
        + (Compression == "none" ? "" : $", {Compression}");

    /// <summary>Detects how the files are written. Other encodings than UTF-8 are written anew as UTF-8 into a temporary file.</summary>
    public static TextFiles Open(IReadOnlyList<string> files, InputOptions options, Database database)
    {
        string compression = CompressionOf(files[0]);
        byte[] head = Head(files[0]);
        string encoding = options.Encoding is null ? DetectEncoding(head) : Known(options.Encoding);
        var readable = files;
        if (encoding != "utf-8")
        {
            readable = [.. files.Select(file => Transcode(file, encoding, database))];
            compression = "none";
            head = Head(readable[0]);
        }

        bool isWhole = head.Length < HeadLength;
        string text = System.Text.Encoding.UTF8.GetString(head).TrimStart('\uFEFF');
        TextDialect dialect = DialectDetection.Detect(text, isWhole, options);
        if (dialect.FirstRow.Count == 0)
        {
            throw new InputException("the file is empty", files[0], advice: "give a file with rows");
        }

        return new TextFiles(files, readable, dialect, encoding, compression);
    }

    /// <summary>The text of a file as bytes of UTF-8, unpacked.</summary>
    public Stream OpenRead(int file, out FileStream raw) => OpenRead(Readable[file], out raw);

    /// <summary>The files as rows that DuckDB reads, every column as text.</summary>
    public string ToSql()
    {
        IReadOnlyList<string> names = UniqueNames(Dialect.Columns);
        string files = Sql.List(Readable);
        string header = Dialect.HasHeader ? "true" : "false";
        if (Dialect.Delimiter == "whitespace")
        {
            string fields = string.Join(", ", names.Select((name, index) => $"fields[{index + 1}] AS {Sql.Name(name)}"));
            return $"(SELECT {fields} FROM (SELECT string_split_regex(trim(line, ' \t'), '[ \t]+') AS fields FROM read_csv({files}, auto_detect = false, header = {header}, "
                + $"delim = '\x01', quote = '', escape = '', columns = {{'line': 'VARCHAR'}}{CompressionSql}) WHERE trim(line, ' \t') <> ''))";
        }

        string delimiter = FieldDelimiterText(Dialect.Delimiter);
        string quote = Dialect.Quoting ? "quote = '\"', escape = '\"'" : "quote = '', escape = ''";
        string columns = string.Join(", ", names.Select(name => $"{Sql.Text(name)}: 'VARCHAR'"));
        string rows = $"read_csv({files}, auto_detect = false, header = {header}, delim = {Sql.Text(delimiter)}, {quote}, columns = {{{columns}}}, max_line_size = 67108864, buffer_size = 67108864{CompressionSql})";
        return names.Count == 1 ? $"(SELECT * FROM {rows} WHERE {Sql.Name(names[0])} IS NOT NULL)" : rows;
    }

    /// <summary>DuckDB's names know no case and occur once.</summary>
    public static IReadOnlyList<string> UniqueNames(IReadOnlyList<string> columns)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        for (int index = 0; index < columns.Count; index++)
        {
            string stem = columns[index].Length == 0 ? $"column{index}" : columns[index];
            string name = stem;
            for (int number = 1; !used.Add(name); number++)
            {
                name = $"{stem}_{number}";
            }

            names.Add(name);
        }

        return names;
    }

    private string CompressionSql => $", compression = {Sql.Text(Compression)}";

    private static string FieldDelimiterText(string delimiter) => delimiter.Length == 1 ? delimiter : ((char)Counting.FieldDelimiter.Parse(delimiter).Byte).ToString();

    private static Stream OpenRead(string path, out FileStream raw)
    {
        raw = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        return CompressionOf(path) switch
        {
            "gzip" => new GzipText(raw),
            "zstd" => new DecompressionStream(raw, leaveOpen: false),
            _ => raw,
        };
    }

    private static string CompressionOf(string path)
    {
        Span<byte> magic = stackalloc byte[4];
        using FileStream stream = File.OpenRead(path);
        int read = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        return magic[..read] switch { [0x1F, 0x8B, ..] => "gzip", [0x28, 0xB5, 0x2F, 0xFD] => "zstd", _ => "none" };
    }

    private static byte[] Head(string path)
    {
        try
        {
            using Stream stream = OpenRead(path, out FileStream raw);
            using FileStream file = raw;
            var head = new byte[HeadLength];
            int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return head[..read];
        }
        catch (Exception error) when (error is InvalidDataException or ZstdException or EndOfStreamException)
        {
            throw new InputException($"the compressed file is damaged: {error.Message}", path, advice: "pack or download it again", inner: error);
        }
    }

    private static string DetectEncoding(byte[] head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return "utf-16";
        }

        // The last character may be cut.
        int length = head.Length == HeadLength ? head.Length - 4 : head.Length;
        while (length > 0 && length < head.Length && (head[length] & 0xC0) == 0x80)
        {
            length++;
        }

        bool isText = !head.AsSpan(0, length).Contains((byte)0);
        return System.Text.Unicode.Utf8.IsValid(head.AsSpan(0, length)) || !isText ? "utf-8" : "latin-1";
    }

    private static string Known(string encoding) => encoding.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => "utf-8",
        "utf-16" or "utf16" => "utf-16",
        "latin-1" or "latin1" or "iso-8859-1" => "latin-1",
        _ => throw new InputException($"the encoding '{encoding}' is not known", advice: "use utf-8, utf-16 or latin-1"),
    };

    private static string Transcode(string file, string encoding, Database database)
    {
        string path = database.NewTemporaryPath(".txt");
        using Stream source = OpenRead(file, out FileStream raw);
        using FileStream opened = raw;
        Encoding from = encoding == "latin-1" ? System.Text.Encoding.Latin1 : System.Text.Encoding.Unicode;
        using var reader = new StreamReader(source, from, detectEncodingFromByteOrderMarks: encoding == "utf-16");
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var buffer = new char[1 << 16];
        for (int read = reader.Read(buffer); read > 0; read = reader.Read(buffer))
        {
            writer.Write(buffer, 0, read);
        }

        return path;
    }
}
