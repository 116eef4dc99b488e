namespace BalanceGen.Counting;

/// <summary>A file of training rows, one of whose columns is the label; or a folder, whose files are the rows.</summary>
/// <param name="Path">Full path; gzip is recognised by its content.</param>
/// <param name="LabelColumn">The column's name in the header, or its 0-based index; of JSON lines the property; of a folder nothing.</param>
/// <param name="Delimiter">What stands between fields.</param>
/// <param name="HasHeader">Whether the first line that is not blank names the columns.</param>
/// <param name="Quoting">Whether quotes enclose fields as in RFC 4180; otherwise they are ordinary characters.</param>
internal sealed record LabeledFile(string Path, string LabelColumn, FieldDelimiter Delimiter, bool HasHeader = true, bool Quoting = true)
{
    /// <summary>How the rows are stored.</summary>
    public LabeledFormat Format { get; init; }

    /// <summary>Of a folder: the regular expression whose group <c>label</c> is the label in a file's name; empty where the directory is the label.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>Whether a row without a label is counted as such instead of being an error.</summary>
    public bool AllowsMissing { get; init; }

    /// <summary>The character that is a quote, where there is quoting.</summary>
    public byte Quote { get; init; } = (byte)'"';

    /// <summary>Whether the item says that there is a header, so that nobody needs to ask whether it may be a row.</summary>
    public bool IsHeaderStated { get; init; }

    /// <summary>What stands between the labels of one row, in the label's field; null where a row has one label.</summary>
    public byte? LabelSeparator { get; init; }
}
