namespace BalanceGen.Generators.CountFiles;

/// <summary>A label of a class-count file and its number of rows.</summary>
/// <param name="Label">Never empty, unique in the file, exactly as written (white space included).</param>
/// <param name="Count">0 or more.</param>
/// <param name="Line">1-based line on which the entry begins.</param>
internal sealed record ClassCountEntry(string Label, long Count, int Line);
