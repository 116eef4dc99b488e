using BalanceGen.Counting;

namespace BalanceGen.Tool.Inputs;

/// <summary>How the fields of a text file are written.</summary>
/// <param name="Delimiter">The delimiter as <see cref="FieldDelimiter.Parse"/> reads it.</param>
/// <param name="HasHeader">Whether the first line that is not blank names the columns.</param>
/// <param name="Quoting">Whether quotes enclose fields.</param>
/// <param name="FirstRow">The fields of the first row.</param>
internal sealed record TextDialect(string Delimiter, bool HasHeader, bool Quoting, IReadOnlyList<string> FirstRow)
{
    /// <summary>The column names: those of the header, or column0, column1, ….</summary>
    public IReadOnlyList<string> Columns => HasHeader ? FirstRow : [.. FirstRow.Select((_, index) => $"column{index}")];

    /// <summary>The delimiter in words.</summary>
    public string DelimiterName => Delimiter switch
    {
        "," => "comma",
        ";" => "semicolon",
        "\t" or "tab" => "tab",
        " " or "space" => "space",
        "|" => "pipe",
        _ => Delimiter,
    };
}
