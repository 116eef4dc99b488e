namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>How a local variable gets its value.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Operation">The value, the sequence, or the call.</param>
/// <param name="Part">Which part of it, in a deconstruction.</param>
internal sealed record LocalRole(LocalRoleKind Kind, IOperation Operation, int Part);
