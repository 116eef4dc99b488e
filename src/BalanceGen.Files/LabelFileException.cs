namespace BalanceGen.Files;

/// <summary>The labels of a file cannot be read. The file is not of the format, is torn or has no such column, or a row has no label.</summary>
public sealed class LabelFileException : IOException
{
    /// <summary>Creates the error.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What is wrong, as a clause without a full stop.</param>
    /// <param name="row">The 0-based row, or −1 if the error is about the whole file.</param>
    /// <param name="column">The name of the column, or empty.</param>
    /// <param name="line">The 1-based line of a text file, or 0.</param>
    /// <param name="cause">The error that a library reported, if one did.</param>
    public LabelFileException(string path, string what, long row = -1, string column = "", long line = 0, Exception? cause = null)
        : base(Describe(path, what, row, column, line), cause)
    {
        Path = path;
        Row = row;
        Column = column;
        Line = line;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The 0-based row, or −1 if the error is about the whole file.</summary>
    public long Row { get; }

    /// <summary>The name of the column. Empty if the error is about no column.</summary>
    public string Column { get; }

    /// <summary>The 1-based line of a text file, or 0 if the error is about no line.</summary>
    public long Line { get; }

    private static string Describe(string path, string what, long row, string column, long line)
    {
        string where = row < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", row {row}");
        where += line <= 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", line {line}");
        where += column.Length == 0 ? "" : $", column '{column}'";
        return $"{path}{where}: {what}.";
    }
}
