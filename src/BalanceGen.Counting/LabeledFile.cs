namespace BalanceGen.Counting;

/// <summary>A file of training rows with a column for the label, or a folder whose files are the rows.</summary>
/// <param name="Path">Full path; gzip is recognised by its content.</param>
/// <param name="LabelColumn">The name of the column in the header, or its 0-based index. For JSON lines, the property. For a folder it is empty.</param>
/// <param name="Delimiter">The delimiter between fields.</param>
/// <param name="HasHeader">Whether the first line that is not blank names the columns.</param>
/// <param name="Quoting">Whether quotes enclose fields as in RFC 4180. If not, quotes are ordinary characters.</param>
internal sealed record LabeledFile(string Path, string LabelColumn, FieldDelimiter Delimiter, bool HasHeader = true, bool Quoting = true)
{
    /// <summary>How the rows are stored.</summary>
    public LabeledFormat Format { get; init; }

    /// <summary>For a folder, the regular expression whose group <c>label</c> is the label in the name of a file. Empty if the directory is the label.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>Whether a row without a label is counted as such instead of being an error.</summary>
    public bool AllowsMissing { get; init; }

    /// <summary>The character that is a quote, if there is quoting.</summary>
    public byte Quote { get; init; } = (byte)'"';

    /// <summary>Whether the item says that there is a header. If so, the first row is not suspected to be a row of data.</summary>
    public bool IsHeaderStated { get; init; }

    /// <summary>The separator between the labels of one row, in the label's field. Null if a row has one label.</summary>
    public byte? LabelSeparator { get; init; }
}
