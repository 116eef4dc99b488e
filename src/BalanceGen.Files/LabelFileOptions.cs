namespace BalanceGen.Files;

/// <summary>Says where in a file the labels are, and how they are written.</summary>
/// <remarks>Immutable. Change one property with <c>with</c>.</remarks>
public sealed record LabelFileOptions
{
    /// <summary>
    /// The column of the label. It is a name, or a 0-based index for delimited text. For JSON lines it is a property of the outermost object. Raw files have nothing but
    /// labels, so it is ignored there. A column file with a single column needs none.
    /// </summary>
    public string LabelColumn { get; init; } = "";

    /// <summary>How the rows are stored. By default the name of the file decides.</summary>
    public LabelFileFormat Format { get; init; }

    /// <summary>
    /// The delimiter between the fields of delimited text: one ASCII character, or the word comma, semicolon, tab, space, pipe or whitespace. By default it is a tab for
    /// .tsv and .tab, and a comma for other files.
    /// </summary>
    public string Delimiter { get; init; } = "";

    /// <summary>Whether the first line of delimited text names the columns; true by default.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Whether quotes enclose the fields of delimited text, as in RFC 4180; true by default.</summary>
    public bool Quoting { get; init; } = true;

    /// <summary>All options as one line of text. Two options with the same line read the same labels.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"column={LabelColumn} format={Format} delimiter={Delimiter} header={HasHeader} quoting={Quoting}");
}
