namespace BalanceGen.Weights;

/// <summary>A step of a <see cref="TargetSchedule"/>: a target distribution and the epoch from which on it holds.</summary>
/// <param name="FirstEpoch">The first epoch in which the target holds, 0 or more.</param>
/// <param name="Target">The target distribution.</param>
public readonly record struct TargetStep(long FirstEpoch, TargetDistribution Target);
