namespace BalanceGen.Tests.Sampling;

/// <summary>A test that starts processes by an MPI (Debian: openmpi-bin, mpich); skipped, visibly, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MpiFactAttribute : FactAttribute
{
    public MpiFactAttribute(string launcher)
    {
        if (ChildProcess.PathOf(launcher) is null)
        {
            Skip = $"There is no {launcher} on this machine.";
        }
    }
}
