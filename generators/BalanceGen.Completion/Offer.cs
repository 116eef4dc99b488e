namespace BalanceGen.Completion;

/// <summary>One thing that could be written.</summary>
/// <param name="Text">What the list shows and what the value of the string becomes.</param>
/// <param name="Tag">The kind of thing that it is, for its picture.</param>
/// <param name="Description">What the editor shows beside it.</param>
internal sealed record Offer(string Text, string Tag, string Description);
