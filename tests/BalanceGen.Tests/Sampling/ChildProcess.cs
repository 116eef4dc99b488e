using System.Diagnostics;

namespace BalanceGen.Tests.Sampling;

/// <summary>Runs <see cref="ChildProgram"/> in a process with an environment of its own.</summary>
internal static class ChildProcess
{
    private static readonly string[] LauncherVariables =
        ["RANK", "WORLD_SIZE", "OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "SLURM_PROCID", "SLURM_NTASKS"];

    /// <summary>What the program prints; it is to end without an error.</summary>
    public static string Run(string argument, params ReadOnlySpan<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(ChildProgram).Assembly.Location, argument]) { RedirectStandardOutput = true };
        foreach (string name in LauncherVariables)
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return printed;
    }
}
