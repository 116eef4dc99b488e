namespace BalanceGen.Mpi.Tests;

/// <summary>A theory that needs the launchers of both families; skipped, visibly, where one is not installed.</summary>
internal sealed class MpiTheoryAttribute : TheoryAttribute
{
    public MpiTheoryAttribute()
    {
        string[] missing = [.. new[] { "Open MPI", "MPICH" }.Select(Launcher.Program).Where(program => Launcher.Find(program) is null)];
        Skip = missing.Length == 0 ? null : $"{string.Join(" and ", missing)} not installed";
    }
}
