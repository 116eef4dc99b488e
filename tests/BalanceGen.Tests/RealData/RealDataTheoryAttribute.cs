namespace BalanceGen.Tests.RealData;

/// <summary>A theory over the real data sets; skipped, visibly, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataTheoryAttribute : TheoryAttribute
{
    public RealDataTheoryAttribute()
    {
        if (Repository.SharedData is null)
        {
            Skip = "The real data sets (../shared/data) are not on this machine.";
        }
    }
}
