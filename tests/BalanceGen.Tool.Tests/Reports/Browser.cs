using System.Diagnostics;
using System.Text;

namespace BalanceGen.Tool.Tests.Reports;

/// <summary>A headless Chromium that opens a page, and what it had to say. It has no network.</summary>
internal static class Browser
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static string? Executable { get; } =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>Opens a page and returns its document after its scripts, and the lines of its console.</summary>
    public static (string Document, string[] Console) Open(string path, bool isDark)
    {
        DirectoryInfo profile = Directory.CreateTempSubdirectory("balancegen-browser-");
        try
        {
            var start = new ProcessStartInfo(Executable!)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            };
            string[] arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr", "--virtual-time-budget=5000", "--window-size=1400,1000",
                $"--blink-settings=preferredColorScheme={(isDark ? 0 : 1)}", $"--user-data-dir={profile.FullName}", "--dump-dom", new Uri(path).AbsoluteUri,
            ];
            foreach (string argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail("The browser did not end.");
            }

            string[] console = [.. errors.Result.Split('\n').Where(line => line.Contains(":CONSOLE", StringComparison.Ordinal))];
            return (output.Result, console);
        }
        finally
        {
            try
            {
                profile.Delete(recursive: true);
            }
            catch (IOException)
            {
                // A process of the browser still writes there; the folder is one of the temporary ones.
            }
        }
    }
}
