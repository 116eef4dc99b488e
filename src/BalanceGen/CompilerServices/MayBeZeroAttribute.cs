namespace BalanceGen.CompilerServices;

/// <summary>A number, or a list of numbers, that is 0 for a class without rows.</summary>
/// <remarks>
/// Read by rule BALG0201, which reports a division by such a number that no test guards. On a parameter: the list that the method fills.
/// No effect at run time.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter, Inherited = false)]
public sealed class MayBeZeroAttribute : Attribute;
