namespace BalanceGen.Generators.Tests.Fuzzing;

/// <summary>What became of one compilation.</summary>
/// <param name="Problem">What is wrong with the generator or the analyzers, or null.</param>
/// <param name="Emitted">The number of annotated types that were completed.</param>
/// <param name="Refused">The number of annotated types that a rule was reported for.</param>
/// <param name="Compiles">Whether the source without generated code has no errors.</param>
internal sealed record FuzzOutcome(string? Problem, int Emitted, int Refused, bool Compiles);
