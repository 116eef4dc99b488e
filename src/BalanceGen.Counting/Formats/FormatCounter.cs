namespace BalanceGen.Counting.Formats;

/// <summary>Counts the labels of a file or folder with the reader of its format.</summary>
internal static class FormatCounter
{
    /// <summary>Adds the labels to <paramref name="counts"/>.</summary>
    /// <param name="file">The file or folder.</param>
    /// <param name="counts">Receives its labels.</param>
    /// <param name="further">Formats of an additional package, if there is one.</param>
    /// <exception cref="CountingException">The reader of the format finds something wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged gzip.</exception>
    public static void Count(LabeledFile file, LabelCounts counts, IFurtherFormats? further = null)
    {
        if (file.Format == LabeledFormat.Folder || file.Pattern.Length > 0 || (file.Format == LabeledFormat.Recognised && file.LabelColumn.Length == 0 && Directory.Exists(file.Path)))
        {
            FolderCounter.Count(file, counts);
            return;
        }

        if (file.LabelColumn.Length == 0)
        {
            throw new CountingException(
                CountingErrorId.InvalidLabeledData, "the item has no LabelColumn; set it to the name or the 0-based index of the label's column, or to the property of JSON lines");
        }

        if (ForeignFormat.OfPath(file.Path) is { } problem)
        {
            throw problem;
        }

        using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        ReadOnlySpan<byte> head = ForeignFormat.HeadOf(stream, stackalloc byte[ForeignFormat.HeadLength]);
        if (further is not null && file.Format == LabeledFormat.Recognised && further.TryCount(file, head, counts))
        {
            return;
        }

        Stream? unpacked = GzipText.IsGzip(head) ? new GzipText(stream) : further?.Unpack(stream, head);
        try
        {
            if (unpacked is null)
            {
                ForeignFormat.Refuse(head);
            }

            if (IsJsonLines(file))
            {
                LabelCounter.CountJsonLines(unpacked ?? stream, file, counts);
            }
            else
            {
                LabelCounter.Count(unpacked ?? stream, file, counts);
            }
        }
        finally
        {
            unpacked?.Dispose();
        }
    }

    private static bool IsJsonLines(LabeledFile file)
    {
        if (file.Format != LabeledFormat.Recognised)
        {
            return file.Format == LabeledFormat.JsonLines;
        }

        string name = Path.GetFileName(file.Path).ToLowerInvariant();
        name = name.EndsWith(".gz", StringComparison.Ordinal) || name.EndsWith(".zst", StringComparison.Ordinal) ? name[..name.LastIndexOf('.')] : name;
        return Path.GetExtension(name) is ".jsonl" or ".ndjson";
    }
}
