namespace BalanceGen.Tool.Tests.Reports;

/// <summary>A theory that needs a browser; skipped, visibly, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Browser.Executable is null)
        {
            Skip = "Chromium is not on this machine.";
        }
    }
}
