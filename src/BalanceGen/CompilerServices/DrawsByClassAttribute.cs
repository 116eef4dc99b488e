namespace BalanceGen.CompilerServices;

/// <summary>A sampler that gives each batch rows of every class, in the proportion of the target.</summary>
/// <remarks>
/// Read by rule BALG0208, which reports batches that have no room for every class.
/// No effect at run time.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DrawsByClassAttribute : Attribute;
