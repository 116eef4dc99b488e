namespace BalanceGen.CompilerServices;

/// <summary>A sampler that draws rare classes more often than the data has them, or a method whose result weighs them more.</summary>
/// <remarks>
/// Rule BALG0203 reads it, and reports where the same imbalance is corrected twice. A call with the target
/// <c>TargetDistribution.AsSource</c>, or without replacement, corrects nothing. No effect at run time.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Constructor, Inherited = false)]
public sealed class CorrectsImbalanceAttribute : Attribute;
