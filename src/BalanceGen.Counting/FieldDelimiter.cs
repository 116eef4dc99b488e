namespace BalanceGen.Counting;

/// <summary>The delimiter between two fields: one byte, or a run of spaces and tabs.</summary>
/// <param name="Byte">The delimiter. For a run it is the space.</param>
/// <param name="IsWhitespaceRun">
/// Whether the delimiter is a run of spaces and tabs. Then several of them in a row, and those at either end of a line, make no empty field.
/// </param>
internal readonly record struct FieldDelimiter(byte Byte, bool IsWhitespaceRun)
{
    public static FieldDelimiter Comma => new((byte)',', IsWhitespaceRun: false);

    /// <summary>Reads one ASCII character or a name: comma, semicolon, tab (or \t), space, pipe, whitespace.</summary>
    /// <param name="text">The character or name.</param>
    /// <param name="metadata">The name of the item's metadata, for the error.</param>
    public static FieldDelimiter Parse(string text, string metadata = "Delimiter") => text switch
    {
        "comma" => Comma,
        "semicolon" => new((byte)';', IsWhitespaceRun: false),
        "tab" or "\\t" => new((byte)'\t', IsWhitespaceRun: false),
        "space" => new((byte)' ', IsWhitespaceRun: false),
        "pipe" => new((byte)'|', IsWhitespaceRun: false),
        "whitespace" => new((byte)' ', IsWhitespaceRun: true),
        [var character] when char.IsAscii(character) && character is not ('"' or '\r' or '\n' or '\0') =>
            new((byte)character, IsWhitespaceRun: false),
        _ => throw new CountingException(
            CountingErrorId.InvalidLabeledData,
            $"{metadata} '{text}' is neither one ASCII character nor one of comma, semicolon, tab, space, pipe, whitespace"),
    };
}
