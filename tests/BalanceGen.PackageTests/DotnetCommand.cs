using System.Diagnostics;
using System.Text;

namespace BalanceGen.PackageTests;

/// <summary>Runs dotnet as a user would, from a folder of theirs.</summary>
internal static class DotnetCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static DotnetResult Run(string folder, params string[] arguments) =>
        Start(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", folder, arguments);

    /// <summary>Builds, restores, publishes or tests.</summary>
    public static DotnetResult Build(string folder, params string[] arguments) => Run(folder, [.. arguments, "-v:m"]);

    public static DotnetResult Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };

        // The test run itself is an MSBuild process, whose settings are not those of a user's shell.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in BuildServers.Settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        // As in the tests themselves: a command ends before it has earned back what instrumenting costs.
        start.Environment["DOTNET_TieredPGO"] = "0";
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end:\n{output}");
        }

        process.WaitForExit();
        return new DotnetResult(process.ExitCode, output.ToString());
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.Append(line).Append('\n');
        }
    }
}
