namespace BalanceGen.Streaming;

/// <summary>Where an operator stood in one of its sources.</summary>
/// <param name="Turn">How often the source was started again.</param>
/// <param name="Count">How many rows were read since.</param>
/// <param name="Place">The source's own word for where it stood, −1 where it has none.</param>
/// <param name="Operator">Where the source itself stood, if it is an operator.</param>
internal sealed record SourcePosition(long Turn, long Count, long Place, OperatorState? Operator);
