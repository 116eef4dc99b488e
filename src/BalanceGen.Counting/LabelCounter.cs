namespace BalanceGen.Counting;

/// <summary>Counts the labels of text in one pass: of delimited text in constant memory, of JSON lines in as much as the longest line takes.</summary>
internal static class LabelCounter
{
    // Large enough that the call of a read costs little, and small enough to stay in the processor's cache.
    private const int WindowSize = 256 * 1024;

    /// <summary>Adds the labels of delimited text to <paramref name="counts"/>.</summary>
    /// <exception cref="CountingException">A row is malformed, bytes are not UTF-8, there is no such column, a row has no label, or there are no rows.</exception>
    public static void Count(Stream stream, LabeledFile file, LabelCounts counts, int windowSize = WindowSize)
    {
        counts.BeginFile(file.Path);
        var window = new ByteWindow(stream, windowSize);
        var scanner = new RowScanner(window, file, counts);
        scanner.Run(longestLabel: windowSize / 2);
        ThrowIfNoRows(scanner.RowCount);
        if (scanner.UncertainHeader is { } header)
        {
            CheckHeader(header, scanner.HeaderLine, counts);
        }
    }

    /// <summary>Adds the labels of JSON lines to <paramref name="counts"/>.</summary>
    /// <exception cref="CountingException">A line is not an object, bytes are not UTF-8, there is no such property, a row has no label, or there are no rows.</exception>
    public static void CountJsonLines(Stream stream, LabeledFile file, LabelCounts counts)
    {
        counts.BeginFile(file.Path);
        var scanner = new JsonLineScanner(stream, file, counts);
        while (scanner.TryRunOn())
        {
        }

        ThrowIfNoRows(scanner.RowCount);
    }

    /// <exception cref="CountingException">There are none.</exception>
    internal static void ThrowIfNoRows(long rows)
    {
        if (rows == 0)
        {
            throw new CountingException(CountingErrorId.NoRows, "the file has no row to count");
        }
    }

    /// <summary>Checks a first row that was taken as the header. If it is a row of data, nobody would notice that it was not counted.</summary>
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
