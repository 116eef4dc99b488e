namespace BalanceGen.Counting;

/// <summary>Recognises files that are not text by their first bytes, and says what to do with them.</summary>
internal static class ForeignFormat
{
    /// <summary>The number of first bytes that are examined.</summary>
    public const int HeadLength = 16;

    /// <summary>The package that reads formats whose readers are too large for this one.</summary>
    public const string Package = "BalanceGen.Counting.Parquet";

    private const string Add = $"add the package {Package}, which counts it, or ";

    private const string Count =
        "count its labels elsewhere, for example with DuckDB: COPY (SELECT label, count(*) AS count FROM 'file' GROUP BY label) TO 'name.classcounts.csv', and name that file with ClassCounts on [BalancedDataset]";

    private const string Unpack = "unpack it, or pack it with gzip";

    private static readonly (byte[] Head, string Name, string Remedy)[] Formats =
    [
        ("PAR1"u8.ToArray(), "a Parquet file", Add + Count),
        ("ARROW1"u8.ToArray(), "an Arrow file", Add + Count),
        ("ORC"u8.ToArray(), "an ORC file", Count),
        ("SQLite format 3"u8.ToArray(), "a SQLite database", Count),
        ([0x89, (byte)'H', (byte)'D', (byte)'F'], "an HDF5 file", "write its labels into a CSV file"),
        ([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'], "a NumPy file", "write its labels into a CSV file, for example with numpy.savetxt"),
        ([(byte)'P', (byte)'K', 3, 4], "a zip archive or a spreadsheet", "unpack it, or save the sheet as CSV in UTF-8"),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed with zstd", Add + Unpack),
        ("BZh"u8.ToArray(), "packed with bzip2", Unpack),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], "packed with xz", Unpack),
        ([0xFF, 0xFE], "UTF-16 text", "save it as UTF-8"),
        ([0xFE, 0xFF], "UTF-16 text", "save it as UTF-8"),
    ];

    /// <exception cref="CountingException">The first bytes are those of a format that is not text.</exception>
    public static void Refuse(ReadOnlySpan<byte> head)
    {
        foreach ((byte[] first, string name, string remedy) in Formats)
        {
            // A column of text may be called PAR1, but text has no control characters after that.
            bool mayBeText = first[0] < 0x80 && !head.ContainsAnyInRange((byte)0, (byte)8) && !head.ContainsAnyInRange((byte)0x0E, (byte)0x1F) && !head.ContainsAnyInRange((byte)0x80, (byte)0xFF);
            if (head.StartsWith(first) && !mayBeText)
            {
                throw new CountingException(CountingErrorId.NotUtf8, $"the file is {name}, and not text with one row a line; {remedy}");
            }
        }
    }

    /// <summary>Says what a path may be that leads to no file. Null if that is not known.</summary>
    public static CountingException? OfPath(string path) =>
        Directory.Exists(path) ? new CountingException(
            CountingErrorId.UnreadableFile,
            $"this is a folder; name its files, for example with Include=\"{Path.GetFileName(path.TrimEnd('/', '\\'))}/*.csv\"; if its files are the rows, leave LabelColumn out")
        : !File.Exists(path) && path.AsSpan().ContainsAny('*', '?') ? new CountingException(
            CountingErrorId.UnreadableFile,
            "no file has a name of this pattern; correct the pattern, which is relative to the folder of the project")
        : null;

    /// <summary>Reads the first bytes of a file, and goes back to its beginning.</summary>
    public static ReadOnlySpan<byte> HeadOf(FileStream stream, Span<byte> buffer)
    {
        int read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return buffer[..read];
    }
}
