namespace BalanceGen.Generators.CountFiles;

/// <summary>A field of a delimited line, unquoted, and where its first character (the quote, if quoted) stands.</summary>
internal readonly struct DelimitedField
{
    public DelimitedField(string value, int line, int column)
    {
        Value = value;
        Line = line;
        Column = column;
    }

    public string Value { get; }

    public int Line { get; }

    public int Column { get; }
}
