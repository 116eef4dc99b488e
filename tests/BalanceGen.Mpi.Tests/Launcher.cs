using System.Diagnostics;

namespace BalanceGen.Mpi.Tests;

/// <summary>Starts <see cref="ChildProgram"/> by a launcher of MPI.</summary>
internal static class Launcher
{
    /// <summary>Longer than this nothing takes; a job that does hangs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    public static string Program(string family) => family == "Open MPI" ? "mpirun.openmpi" : "mpirun.mpich";

    /// <summary>Where a program is on the search path, or null.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Runs a job to its end and returns the system calls of each rank that look for files, read, write or send, in the order of time and with what they go to.</summary>
    /// <remarks>Messages go by TCP, as between machines: by shared memory they would need no system call.</remarks>
    public static string[][] Trace(int ranks, string[] arguments)
    {
        string folder = Directory.CreateTempSubdirectory("trace").FullName;
        try
        {
            // Each rank has a shell, which knows its number.
            string command = $"exec strace -f -qq -yy -e trace=%file,read,write,readv,writev,sendto,recvfrom,sendmsg,recvmsg -o {folder}/$OMPI_COMM_WORLD_RANK \"$@\"";
            using Process process = Start("Open MPI", ranks, arguments, ["sh", "-c", command, "sh"], ("OMPI_MCA_btl", "tcp,self"), ("OMPI_MCA_pml", "ob1"));
            (int exitCode, _, string errors) = End(process);
            Assert.True(exitCode == 0, errors);
            return [.. Enumerable.Range(0, ranks).Select(rank => File.ReadAllLines(Path.Combine(folder, $"{rank}")))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static Process Start(string family, int ranks, string[] arguments, params ReadOnlySpan<(string Name, string Value)> variables) =>
        Start(family, ranks, arguments, [], variables);

    private static Process Start(string family, int ranks, string[] arguments, string[] before, params ReadOnlySpan<(string Name, string Value)> variables)
    {
        string[] options = family == "Open MPI" ? ["--allow-run-as-root", "--oversubscribe", "--bind-to", "none"] : [];
        var start = new ProcessStartInfo(
            Find(Program(family))!, [.. options, "-n", $"{ranks}", .. before, Environment.ProcessPath!, "exec", typeof(ChildProgram).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Ranks that share two processors must not spin while they wait; and nothing of a job that this test may be in is for its ranks.
        start.Environment["OMPI_MCA_mpi_yield_when_idle"] = "1";
        start.Environment["OMPI_MCA_btl_base_warn_component_unused"] = "0";

        // Open MPI gives its ranks a terminal, which the runtime would greet with control characters.
        start.Environment["TERM"] = "dumb";
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a job to its end.</summary>
    public static (int ExitCode, string[] Lines, string Errors) Run(string family, int ranks, string[] arguments, params ReadOnlySpan<(string Name, string Value)> variables)
    {
        using Process process = Start(family, ranks, arguments, variables);
        return End(process);
    }

    public static (int ExitCode, string[] Lines, string Errors) End(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("The job hangs.");
        }

        return (process.ExitCode, output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries), errors.Result);
    }
}
