using System.Diagnostics;

namespace Sharded;

/// <summary>A job of some ranks, by mpirun where there is one.</summary>
internal static class Job
{
    /// <summary>Whether ranks can be started.</summary>
    public static bool HasLauncher { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "mpirun")));

    public static Process Start(int ranks, params string[] arguments)
    {
        string[] program = [Environment.ProcessPath!, .. Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? ["exec", typeof(Job).Assembly.Location] : Array.Empty<string>(), .. arguments];
        if (ranks == 1)
        {
            return Process.Start(new ProcessStartInfo(program[0], program[1..]))!;
        }

        var start = new ProcessStartInfo("mpirun", ["-n", $"{ranks}", .. program]);

        // Open MPI: more ranks than processors, also as root, without a terminal's control characters. The MPICH family does not look at these.
        start.Environment["OMPI_ALLOW_RUN_AS_ROOT"] = "1";
        start.Environment["OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"] = "1";
        start.Environment["OMPI_MCA_rmaps_base_oversubscribe"] = "1";
        start.Environment["OMPI_MCA_hwloc_base_binding_policy"] = "none";
        start.Environment["OMPI_MCA_mpi_yield_when_idle"] = "1";
        start.Environment["TERM"] = "dumb";
        return Process.Start(start)!;
    }
}
