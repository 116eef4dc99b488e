namespace BalanceGen.CompilerServices;

/// <summary>A sampler whose order is meant to be the same in every epoch.</summary>
/// <remarks>
/// Read by rule BALG0206, which reports other samplers where every epoch has the same order.
/// No effect at run time.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SameInEveryEpochAttribute : Attribute;
