namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>A count that something is divided by without a test before.</summary>
/// <param name="Count">The count, as it is written.</param>
/// <param name="Consequence">What comes out where it is 0, as a sentence without its end.</param>
internal sealed record UnguardedCount(IOperation Count, string Consequence);
