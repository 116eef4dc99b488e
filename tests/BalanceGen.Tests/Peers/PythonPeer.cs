using System.Diagnostics;

namespace BalanceGen.Tests.Peers;

/// <summary>The system's python3 with the packages that BalanceGen is compared with (Debian: python3-sklearn, python3-imblearn, python3-torch).</summary>
internal static class PythonPeer
{
    private const string Executable = "/usr/bin/python3";

    /// <summary>Whether a package is installed. Looking for it takes a moment; importing it would take seconds.</summary>
    public static bool Has(string module)
    {
        if (!File.Exists(Executable))
        {
            return false;
        }

        string found = Run($"import importlib.util, sys; sys.stdout.write(str(importlib.util.find_spec('{module}') is not None))", "");
        return found == "True";
    }

    /// <summary>Runs a script and returns what it wrote to standard output.</summary>
    public static string Run(string script, string input)
    {
        var start = new ProcessStartInfo(Executable, ["-c", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException($"python3 failed: {errors.Result}");
    }
}
