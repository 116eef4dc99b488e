namespace BalanceGen.CompilerServices;

/// <summary>A sequence that gives the draws of the next epoch each time it is enumerated.</summary>
/// <remarks>
/// Read by rule BALG0206, which reports other sequences of draws where every epoch enumerates the same ones.
/// No effect at run time.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, Inherited = false)]
public sealed class DrawsAnewAttribute : Attribute;
