namespace BalanceGen.Tool.Tests.Reports;

/// <summary>A fact that needs a browser; skipped, visibly, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Executable is null)
        {
            Skip = "Chromium is not on this machine.";
        }
    }
}
