namespace BalanceGen.Tests;

/// <summary>A theory about optimised code; skipped, visibly, where the library was compiled for debugging.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OptimizedTheoryAttribute : TheoryAttribute
{
    public OptimizedTheoryAttribute() => Skip = Optimization.ReasonToSkip;
}
