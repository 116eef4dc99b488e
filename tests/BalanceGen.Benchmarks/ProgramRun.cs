using System.Diagnostics;
using System.Globalization;

namespace BalanceGen.Benchmarks;

/// <summary>A command of the shell that has run, as <c>/usr/bin/time</c> saw it.</summary>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Seconds">How long it took by the clock, its start included.</param>
/// <param name="ProcessorSeconds">The processor time of all its processes.</param>
/// <param name="Megabytes">The most memory that one of its processes had.</param>
internal sealed record ProgramRun(string Output, double Seconds, double ProcessorSeconds, double Megabytes)
{
    public static ProgramRun Of(string command)
    {
        string figures = Path.GetTempFileName();
        var start = new ProcessStartInfo("/usr/bin/time", ["-f", "%e %U %S %M", "-o", figures, "bash", "-o", "pipefail", "-c", command]) { RedirectStandardOutput = true };
        try
        {
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"exit code {process.ExitCode}: {command}");
            }

            double[] numbers = [.. File.ReadAllText(figures).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
            return new ProgramRun(output, numbers[0], numbers[1] + numbers[2], numbers[3] * 1024 / 1e6);
        }
        finally
        {
            File.Delete(figures);
        }
    }

    /// <summary>Its lines in ordinal order.</summary>
    public string Sorted() => string.Join('\n', Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
}
