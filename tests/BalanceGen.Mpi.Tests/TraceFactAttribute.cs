namespace BalanceGen.Mpi.Tests;

/// <summary>A test that needs Open MPI and strace; skipped, visibly, where one is not installed.</summary>
internal sealed class TraceFactAttribute : FactAttribute
{
    public TraceFactAttribute()
    {
        string[] missing = [.. new[] { Launcher.Program("Open MPI"), "strace" }.Where(program => Launcher.Find(program) is null)];
        Skip = missing.Length == 0 ? null : $"{string.Join(" and ", missing)} not installed";
    }
}
