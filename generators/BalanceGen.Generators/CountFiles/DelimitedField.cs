namespace BalanceGen.Generators.CountFiles;

/// <summary>A field of a delimited line, unquoted, and where its first character (the quote, if quoted) stands.</summary>
internal readonly struct DelimitedField
{
    public DelimitedField(string value, int line, int column, int start = 0, int end = 0)
    {
        Value = value;
        Line = line;
        Column = column;
        Start = start;
        End = end;
    }

    public string Value { get; }

    public int Line { get; }

    public int Column { get; }

    /// <summary>Where the field begins in the text, with its quote.</summary>
    public int Start { get; }

    /// <summary>The place after its last character, or after its closing quote.</summary>
    public int End { get; }
}
