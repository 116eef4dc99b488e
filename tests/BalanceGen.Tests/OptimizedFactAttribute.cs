namespace BalanceGen.Tests;

/// <summary>A fact about optimised code, such as that it allocates nothing; skipped, visibly, where the library was compiled for debugging.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OptimizedFactAttribute : FactAttribute
{
    public OptimizedFactAttribute() => Skip = Optimization.ReasonToSkip;
}
