namespace BalanceGen.Tool.Analysis;

/// <summary>A rule that is not kept.</summary>
/// <param name="Rule">The rule's id, as the option is called.</param>
/// <param name="Message">What is wrong, with the names and figures.</param>
/// <param name="File">The file it is about.</param>
internal sealed record Violation(string Rule, string Message, string? File);
