namespace BalanceGen.Files;

/// <summary>Opens files of labels, whatever their format.</summary>
public static class LabelFile
{
    /// <summary>Opens a file. Text and raw files may be compressed with gzip or Zstandard. The compression is recognised by the content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Where in the file the labels are. By default they are in the only column, and the name of the file decides the format.</param>
    /// <returns>A reader at the first row. Dispose it after use.</returns>
    /// <exception cref="LabelFileException">The name does not tell a format, the file is not of the format, or it has no such column.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static LabelReader Open(string path, LabelFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new LabelFileOptions();
        LabelFileFormat format = options.Format == LabelFileFormat.ByName ? FormatOf(path) : options.Format;
        try
        {
            return format switch
            {
                LabelFileFormat.Delimited => ScannedLabelReader.OfDelimited(path, options),
                LabelFileFormat.JsonLines => ScannedLabelReader.OfJsonLines(path, options),
                LabelFileFormat.Parquet => new ColumnLabelReader(path, new ParquetColumnFile(path), options),
                LabelFileFormat.Arrow => new ColumnLabelReader(path, new ArrowColumnFile(path), options),
                LabelFileFormat.RawBytes => new RawByteLabelReader(path),
                LabelFileFormat.RawUInt16 => new RawIntegerLabelReader(path, sizeof(ushort)),
                LabelFileFormat.RawInt32 => new RawIntegerLabelReader(path, sizeof(int)),
                LabelFileFormat.RawInt64 => new RawIntegerLabelReader(path, sizeof(long)),
                _ => throw new LabelFileException(path, $"'{format}' is no format"),
            };
        }
        catch (Exception exception) when (LabelReader.IsOfFile(exception))
        {
            throw new LabelFileException(path, $"the file is damaged or not of its format ({LabelReader.OneLine(exception)})", cause: exception);
        }
    }

    /// <summary>
    /// The format that a file's name tells. Delimited text is .csv, .tsv, .tab and .txt. JSON lines are .jsonl and .ndjson. Parquet is .parquet and .pq. Arrow is .arrow
    /// and .feather. Raw bytes are .labels and .u8, and wider raw integers are .u16, .i32 and .i64. A final .gz or .zst of text and raw files is ignored.
    /// </summary>
    /// <param name="path">The file; it need not exist.</param>
    /// <exception cref="LabelFileException">The name does not tell a format.</exception>
    public static LabelFileFormat FormatOf(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string name = path.ToLowerInvariant();
        if (name.EndsWith(".gz", StringComparison.Ordinal) || name.EndsWith(".zst", StringComparison.Ordinal))
        {
            name = name[..name.LastIndexOf('.')];
        }

        return System.IO.Path.GetExtension(name) switch
        {
            ".csv" or ".tsv" or ".tab" or ".txt" => LabelFileFormat.Delimited,
            ".jsonl" or ".ndjson" => LabelFileFormat.JsonLines,
            ".parquet" or ".pq" when name.Length == path.Length => LabelFileFormat.Parquet,
            ".arrow" or ".feather" when name.Length == path.Length => LabelFileFormat.Arrow,
            ".labels" or ".u8" => LabelFileFormat.RawBytes,
            ".u16" => LabelFileFormat.RawUInt16,
            ".i32" => LabelFileFormat.RawInt32,
            ".i64" => LabelFileFormat.RawInt64,
            _ => throw new LabelFileException(path, "the name says no format; name it in the options"),
        };
    }
}
