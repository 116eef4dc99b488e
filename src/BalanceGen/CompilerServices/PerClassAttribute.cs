namespace BalanceGen.CompilerServices;

/// <summary>A list with one element for each class.</summary>
/// <remarks>
/// Read by rule BALG0212, which reports a list of another length where the classes are declared. On a constructor of a sampler it stands for the parameter of
/// the same name of the data set's method too. No effect at run time.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PerClassAttribute : Attribute;
