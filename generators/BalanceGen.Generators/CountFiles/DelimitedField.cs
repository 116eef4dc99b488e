namespace BalanceGen.Generators.CountFiles;

/// <summary>A field of a delimited line, unquoted, and where its first character (the quote, if quoted) stands.</summary>
/// <param name="Value">The field without its quotes.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
/// <param name="Start">Where the field begins in the text, with its quote.</param>
/// <param name="End">The place after its last character, or after its closing quote.</param>
internal readonly record struct DelimitedField(string Value, int Line, int Column, int Start = 0, int End = 0);
