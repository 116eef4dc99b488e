namespace BalanceGen.Counting;

/// <summary>A file of training rows with a column for the label, or a folder whose files are the rows.</summary>
/// <param name="Path">Full path; gzip is recognised by its content.</param>
/// <param name="LabelColumn">The name of the column in the header, or its 0-based index. For JSON lines, the property. For a folder it is empty.</param>
/// <param name="Delimiter">The delimiter between fields.</param>
/// <param name="HasHeader">Whether the first line that is not blank names the columns.</param>
/// <param name="Quoting">Whether quotes enclose fields as in RFC 4180. If not, quotes are ordinary characters.</param>
/// <param name="Format">How the rows are stored.</param>
/// <param name="Pattern">For a folder, the regular expression whose group <c>label</c> is the label in the name of a file. Empty if the directory is the label.</param>
/// <param name="AllowsMissing">Whether a row without a label is counted as such instead of being an error.</param>
/// <param name="Quote">The character that is a quote, if there is quoting.</param>
/// <param name="IsHeaderStated">Whether the item says that there is a header. If so, the first row is not suspected to be a row of data.</param>
/// <param name="LabelSeparator">The separator between the labels of one row, in the label's field. Null if a row has one label.</param>
internal sealed record LabeledFile(
    string Path,
    string LabelColumn,
    FieldDelimiter Delimiter,
    bool HasHeader = true,
    bool Quoting = true,
    LabeledFormat Format = LabeledFormat.Recognised,
    string Pattern = "",
    bool AllowsMissing = false,
    byte Quote = (byte)'"',
    bool IsHeaderStated = false,
    byte? LabelSeparator = null);
