namespace BalanceGen.Counting.Formats;

/// <summary>Counts the labels of JSON lines in one pass, in as much memory as the longest line takes.</summary>
internal static class JsonLineCounter
{
    /// <exception cref="CountingException">A line is not an object, bytes are not UTF-8, there is no such property, a row has no label, or there are no rows.</exception>
    public static void Count(Stream stream, LabeledFile file, LabelCounts counts)
    {
        counts.BeginFile(file.Path);
        var scanner = new JsonLineScanner(stream, file, counts);
        while (scanner.TryRunOn())
        {
        }

        if (scanner.RowCount == 0)
        {
            throw new CountingException(CountingErrorId.NoRows, "the file has no row to count");
        }
    }
}
