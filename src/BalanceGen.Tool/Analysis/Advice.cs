namespace BalanceGen.Tool.Analysis;

/// <summary>Something to do, why, and how.</summary>
/// <param name="Title">What to do.</param>
/// <param name="Reason">Why, with the figures of the data.</param>
/// <param name="Code">A few lines of C# or a command; empty where there is nothing to write.</param>
internal sealed record Advice(string Title, string Reason, string Code);
