using System.Diagnostics;

namespace BalanceGen.Tests.Peers;

/// <summary>The system's Python, where peers such as scikit-learn are installed; see <see cref="PythonFactAttribute"/>.</summary>
internal static class Python
{
    private const string Interpreter = "/usr/bin/python3";

    /// <summary>Whether a module can be imported.</summary>
    public static bool Has(string module) => File.Exists(Interpreter) && Run($"import {module}").ExitCode == 0;

    /// <summary>Runs a script and returns what it printed.</summary>
    public static string Output(string script)
    {
        (int exitCode, string output, string error) = Run(script);
        return exitCode == 0 ? output : throw new InvalidOperationException(error);
    }

    private static (int ExitCode, string Output, string Error) Run(string script)
    {
        var start = new ProcessStartInfo(Interpreter) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-");
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(script);
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
