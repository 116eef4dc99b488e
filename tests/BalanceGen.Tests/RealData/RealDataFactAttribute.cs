namespace BalanceGen.Tests.RealData;

/// <summary>A fact about a real data set; skipped, visibly, where the data sets are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute()
    {
        if (Repository.SharedData is null)
        {
            Skip = "The real data sets (../shared/data) are not on this machine.";
        }
    }
}
