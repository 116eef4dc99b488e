using System.Globalization;

namespace BalanceGen.Files;

/// <summary>Where in a file the labels are, and how they are written.</summary>
/// <remarks>Immutable; change one part with <c>with</c>.</remarks>
public sealed record LabelFileOptions
{
    /// <summary>
    /// The column of the label: its name, or of delimited text its 0-based index. Of JSON lines the property of the outermost object. It is not looked at in raw files,
    /// which have nothing but labels; a column file with a single column needs none.
    /// </summary>
    public string LabelColumn { get; init; } = "";

    /// <summary>How the rows are stored; by default what the file's name says.</summary>
    public LabelFileFormat Format { get; init; }

    /// <summary>
    /// What stands between the fields of delimited text: one ASCII character, or comma, semicolon, tab, space, pipe, whitespace. By default comma, and tab for .tsv and
    /// .tab.
    /// </summary>
    public string Delimiter { get; init; } = "";

    /// <summary>Whether the first line of delimited text names the columns; true by default.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Whether quotes enclose the fields of delimited text, as in RFC 4180; true by default.</summary>
    public bool Quoting { get; init; } = true;

    /// <summary>All of it as one line: two options with the same line read the same labels.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"column={LabelColumn} format={Format} delimiter={Delimiter} header={HasHeader} quoting={Quoting}");
}
