namespace BalanceGen.CompilerServices;

/// <summary>A sampler whose draws do not depend on each other, so that some rows come twice and others not at all in an epoch.</summary>
/// <remarks>
/// Read by rule BALG0205, which reports such a sampler for data that is balanced already.
/// No effect at run time.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DrawsIndependentlyAttribute : Attribute;
