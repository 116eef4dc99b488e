namespace BalanceGen.Counting;

/// <summary>Counts the labels of a file in one pass and constant memory.</summary>
internal static class LabelCounter
{
    // Large enough that a read costs nothing beside its bytes, small enough to stay in the processor's cache.
    private const int WindowSize = 256 * 1024;

    /// <summary>Adds the file's labels to <paramref name="counts"/>.</summary>
    /// <exception cref="CountingException">A malformed row, bytes that are not UTF-8, no such column, no label, no row.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged gzip.</exception>
    public static void Count(LabeledFile file, LabelCounts counts)
    {
        if (ForeignFormat.OfPath(file.Path) is { } problem)
        {
            throw problem;
        }

        using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        ReadOnlySpan<byte> head = ForeignFormat.HeadOf(stream, stackalloc byte[ForeignFormat.HeadLength]);
        ForeignFormat.Refuse(head);
        if (GzipText.IsGzip(head))
        {
            using var unzipped = new GzipText(stream);
            Count(unzipped, file, counts, WindowSize);
        }
        else
        {
            Count(stream, file, counts, WindowSize);
        }
    }

    public static void Count(Stream stream, LabeledFile file, LabelCounts counts, int windowSize)
    {
        counts.BeginFile(file.Path);
        var window = new ByteWindow(stream, windowSize);
        var scanner = new RowScanner(window, file, counts);
        scanner.Run(longestLabel: windowSize / 2);
        if (scanner.RowCount == 0)
        {
            throw new CountingException(CountingErrorId.NoRows, "the file has no row to count");
        }

        if (scanner.UncertainHeader is { } header)
        {
            CheckHeader(header, scanner.HeaderLine, counts);
        }
    }

    /// <summary>A first row that was taken as a header, and is none, is a row that nobody would miss.</summary>
    private static void CheckHeader(string header, long line, LabelCounts counts)
    {
        if (counts.Contains(header))
        {
            throw new CountingException(
                CountingErrorId.InvalidLabeledData,
                $"this row was taken as the header, but '{header}' is one of the labels; set HasHeader=\"false\" if it is a row, or HasHeader=\"true\" if it is not",
                line,
                column: 1);
        }

        counts.AddUncertainHeader(header, line);
    }
}
