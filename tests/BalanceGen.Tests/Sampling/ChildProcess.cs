using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BalanceGen.Tests.Sampling;

/// <summary>Runs <see cref="ChildProgram"/> in processes with an environment of their own.</summary>
internal static partial class ChildProcess
{
    private static readonly string[] LauncherVariables =
    [
        "RANK", "WORLD_SIZE", "OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "MV2_COMM_WORLD_RANK", "MV2_COMM_WORLD_SIZE", "PMI_RANK", "PMI_SIZE",
        "SLURM_PROCID", "SLURM_NTASKS", "PMIX_RANK", "JOB_COMPLETION_INDEX",
    ];

    /// <summary>What the program prints; it is to end without an error.</summary>
    public static string Run(string argument, params ReadOnlySpan<(string Name, string Value)> variables) => Run(Environment.ProcessPath!, ProgramArguments(argument), variables);

    /// <summary>The ranks that the processes print which a launcher of MPI starts, in order.</summary>
    public static string[] RunWorld(string launcher, int processes)
    {
        string number = processes.ToString(CultureInfo.InvariantCulture);
        string[] count = launcher.EndsWith("openmpi", StringComparison.Ordinal) ? ["--oversubscribe", "-n", number] : ["-n", number];

        // Tests may run as root in a container, which Open MPI wants to be told twice.
        string printed = Run(
            PathOf(launcher)!, [.. count, Environment.ProcessPath!, .. ProgramArguments(ChildProgram.Rank)], ("OMPI_ALLOW_RUN_AS_ROOT", "1"), ("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1"));
        return [.. PrintedRank().Matches(printed).Select(match => match.Value).Order(StringComparer.Ordinal)];
    }

    /// <summary>Where a program is; null where it is not installed.</summary>
    public static string? PathOf(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string[] ProgramArguments(string argument) => ["exec", typeof(ChildProgram).Assembly.Location, argument];

    private static string Run(string program, IEnumerable<string> arguments, params ReadOnlySpan<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
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

    [GeneratedRegex(@"rank \d+ of \d+")]
    private static partial Regex PrintedRank();
}
