namespace BalanceGen.Tool.Analysis;

/// <summary>Something about the data that will matter in training.</summary>
/// <param name="Kind">A short name for other programs.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Title">What it is.</param>
/// <param name="Consequence">What it does to training.</param>
/// <param name="Examples">Classes or values that it is about, the first few.</param>
/// <param name="Count">How many there are.</param>
internal sealed record Finding(string Kind, Severity Severity, string Title, string Consequence, IReadOnlyList<string> Examples, long Count);
