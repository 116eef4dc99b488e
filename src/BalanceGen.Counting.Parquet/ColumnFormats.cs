using BalanceGen.Counting.Formats;
using BalanceGen.Files;

namespace BalanceGen.Counting.Parquet;

/// <summary>Parquet, Arrow and Zstandard, by the readers of BalanceGen.Files. Of a column file the label's column alone is read.</summary>
internal sealed class ColumnFormats : IFurtherFormats
{
    private const int RowsAtOnce = 64 * 1024;

    public Stream? Unpack(FileStream file, ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? new ZstandardText(file) : null;

    public bool TryCount(LabeledFile file, ReadOnlySpan<byte> head, LabelCounts counts)
    {
        LabelFileFormat format = FormatOf(file.Path, head);
        if (format == LabelFileFormat.ByName)
        {
            return false;
        }

        counts.BeginFile(file.Path);
        try
        {
            CheckColumn(file, format);
            using LabelReader reader = LabelFile.Open(file.Path, new LabelFileOptions { LabelColumn = file.LabelColumn, Format = format });
            Add(CountNumbers(reader), reader, file, counts);
            return true;
        }
        catch (LabelFileException exception)
        {
            throw Translated(exception);
        }
    }

    /// <summary>By the name too, so that a damaged file is told what it should be.</summary>
    private static LabelFileFormat FormatOf(string path, ReadOnlySpan<byte> head) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        _ when head.StartsWith("PAR1"u8) => LabelFileFormat.Parquet,
        _ when head.StartsWith("ARROW1"u8) => LabelFileFormat.Arrow,
        ".parquet" or ".pq" => LabelFileFormat.Parquet,
        ".arrow" or ".feather" => LabelFileFormat.Arrow,
        _ => LabelFileFormat.ByName,
    };

    private static void CheckColumn(LabeledFile file, LabelFileFormat format)
    {
        using ColumnFile columns = ColumnFile.Open(file.Path, format);
        if (!columns.Columns.Contains(file.LabelColumn, StringComparer.Ordinal))
        {
            throw new CountingException(
                CountingErrorId.InvalidLabeledData,
                $"the file has no column '{file.LabelColumn}' with one value a row; its columns are: {LabelColumn.Shown(columns.Columns)}");
        }

        LabelCounter.ThrowIfNoRows(columns.RowCount);
    }

    /// <summary>How often each number of a label occurs.</summary>
    private static List<long> CountNumbers(LabelReader reader)
    {
        var counted = new List<long>();
        var numbers = new int[RowsAtOnce];
        for (int read; (read = reader.Read(numbers)) > 0;)
        {
            while (counted.Count < reader.Labels.Count)
            {
                counted.Add(0);
            }

            Span<long> ofLabels = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(counted);
            foreach (int number in numbers.AsSpan(0, read))
            {
                ofLabels[number]++;
            }
        }

        return counted;
    }

    private static void Add(List<long> counted, LabelReader reader, LabeledFile file, LabelCounts counts)
    {
        LabelSplitter? splitter = file.LabelSeparator is { } separator ? new LabelSplitter(separator) : null;
        for (int number = 0; number < counted.Count; number++)
        {
            byte[] label = Encoding.UTF8.GetBytes(reader.Labels[number]);
            foreach (Range part in (IEnumerable<Range>?)splitter?.Split(label) ?? [Range.All])
            {
                if (!counts.TryAdd(label.AsSpan(part), line: 0, counted[number]))
                {
                    throw new CountingException(CountingErrorId.NoClassLabel, ILabelSink.TooManyLabels);
                }
            }
        }
    }

    private static CountingException Translated(LabelFileException exception)
    {
        string id = exception switch
        {
            { Column.Length: > 0, Row: >= 0, InnerException: null } => CountingErrorId.EmptyLabel,
            { Column.Length: > 0, InnerException: null } => CountingErrorId.NoClassLabel,
            _ => CountingErrorId.UnreadableFile,
        };

        // The path stands before every message of a build already.
        string message = exception.Message.StartsWith(exception.Path, StringComparison.Ordinal)
            ? exception.Message[exception.Path.Length..].TrimStart(',', ':', ' ')
            : exception.Message;
        return new CountingException(id, message.TrimEnd('.').ReplaceLineEndings(" "));
    }
}
