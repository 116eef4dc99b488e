namespace BalanceGen.Sampling;

/// <summary>The classes of the draws of a phase, with what was read ahead of them. Not thread-safe: each user has its own.</summary>
internal sealed record PhaseTurns(int Phase, ClassTurns Turns);
