namespace BalanceGen.Files;

/// <summary>
/// A file that stores its rows in groups of columns. These are the row groups of Parquet and the record batches of Arrow. A group is decoded as a whole.
/// </summary>
/// <remarks>Not thread-safe. Each reader opens a file of its own.</remarks>
public abstract class ColumnFile : IDisposable
{
    private protected ColumnFile(string path) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The names of the columns.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The number of groups.</summary>
    public int GroupCount => FirstRows.Count - 1;

    /// <summary>The number of rows.</summary>
    public long RowCount => FirstRows[^1];

    /// <summary>The first row of each group, and then the number of rows of the file.</summary>
    public abstract IReadOnlyList<long> FirstRows { get; }

    /// <summary>Opens a Parquet or Arrow file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">The format. By default the name of the file decides.</param>
    /// <exception cref="LabelFileException">The file is neither Parquet nor Arrow, or it is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ColumnFile Open(string path, LabelFileFormat format = LabelFileFormat.ByName)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        format = format == LabelFileFormat.ByName ? LabelFile.FormatOf(path) : format;
        try
        {
            return format switch
            {
                LabelFileFormat.Parquet => new ParquetColumnFile(path),
                LabelFileFormat.Arrow => new ArrowColumnFile(path),
                _ => throw new LabelFileException(path, $"a file of the format {format} has no groups of columns"),
            };
        }
        catch (Exception exception) when (LabelReader.IsOfFile(exception))
        {
            throw new LabelFileException(path, $"the file is damaged or not of its format ({LabelReader.OneLine(exception)})", cause: exception);
        }
    }

    /// <summary>The group that holds a row. O(log groups).</summary>
    /// <param name="row">A row of [0, <see cref="RowCount"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is outside that range.</exception>
    public int GroupOf(long row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount);
        int first = 0;
        int end = GroupCount;
        while (end - first > 1)
        {
            int middle = (first + end) / 2;
            (first, end) = FirstRows[middle] <= row ? (middle, end) : (first, middle);
        }

        return first;
    }

    /// <summary>Decodes columns of a group.</summary>
    /// <param name="group">A group of [0, <see cref="GroupCount"/>).</param>
    /// <param name="columns">The names of the columns. If none is given, all columns are decoded.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="group"/> is outside that range.</exception>
    /// <exception cref="LabelFileException">There is no such column, the column is of a kind that is not read (a nested one), or the file is damaged.</exception>
    public ColumnGroup ReadGroup(int group, params ReadOnlySpan<string> columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(group);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(group, GroupCount);
        string[] names = columns.IsEmpty ? [.. Columns] : columns.ToArray();
        foreach (string name in names)
        {
            ThrowIfNoColumn(name);
        }

        try
        {
            return ReadGroupCore(group, names);
        }
        catch (Exception exception) when (LabelReader.IsOfFile(exception))
        {
            throw new LabelFileException(Path, $"group {group} is damaged or not of its format ({LabelReader.OneLine(exception)})", cause: exception);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The column of the label. It is the one that the options name, or the only one.</summary>
    internal string LabelColumnOf(LabelFileOptions options)
    {
        if (options.LabelColumn.Length == 0)
        {
            return Columns.Count == 1 ? Columns[0] : throw new LabelFileException(Path, $"the file has {Columns.Count} columns, and none is named as the label");
        }

        ThrowIfNoColumn(options.LabelColumn);
        return options.LabelColumn;
    }

    /// <summary>Writes the numbers of the labels of a group, one for each of its rows.</summary>
    internal abstract void ReadLabels(int group, string column, LabelNumbers labels, Span<int> numbers);

    private protected abstract ColumnGroup ReadGroupCore(int group, string[] columns);

    private protected abstract void Dispose(bool disposing);

    private protected LabelFileException NoLabel(int group, int place, string column) =>
        new(Path, "the row has no label; remove the row or give it one", FirstRows[group] + place, column);

    private protected LabelFileException NoKindOfLabel(string kind, string column) =>
        new(Path, $"labels are texts, integers or truth values; this column is of the kind {kind}", column: column);

    private void ThrowIfNoColumn(string name)
    {
        if (!Columns.Contains(name, StringComparer.Ordinal))
        {
            throw new LabelFileException(Path, $"the file has no such column; its columns are: {LabelColumn.Shown(Columns)}", column: name);
        }
    }
}
