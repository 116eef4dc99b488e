namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Code that does by hand what a record's generated classes do.</summary>
/// <param name="Place">Where it is reported.</param>
/// <param name="Record">The record, as its code would name it.</param>
/// <param name="What">What the code does, behind its name in quotes.</param>
/// <param name="Remedy">What to write instead.</param>
/// <param name="Fix">What a code fix does; null where only a person can.</param>
internal sealed record HandWritten(Location Place, INamedTypeSymbol Record, string What, string Remedy, HandWrittenFix? Fix);
