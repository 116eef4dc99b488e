namespace BalanceGen.CompilerServices;

/// <summary>A sampler or a stream that may give a row more than once in an epoch.</summary>
/// <remarks>
/// Read by rule BALG0214: a data set that is made of its rows must not be split, because copies of a row would be in both subsets. Draws without replacement repeat
/// nothing.
/// No effect at run time.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class RepeatsRowsAttribute : Attribute;
