namespace BalanceGen.PackageTests;

/// <summary>
/// An MSBuild server and a compiler server that the commands of one test run share with each other and with nobody else. They have compiled themselves and the analyzers once,
/// which is most of the time of a command that starts without them. A user's compiler runs in such a server, too.
/// </summary>
internal static class BuildServers
{
    private static readonly string Name = $"balancegen-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>What a command needs in its environment to find the servers, or to start them. MSBuild takes properties from there.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("DOTNET_CLI_USE_MSBUILD_SERVER", "1"),
        new("MSBUILDNODEHANDSHAKESALT", Name),
        new("UseSharedCompilation", "true"),
        new("SharedCompilationId", Name),
        // The compiler's server would make a heap for each processor, which helps nobody who compiles small projects one after the other.
        new("DOTNET_gcServer", "0"),
    ];

    /// <summary>Ends the servers. If a test run is killed before, they end by themselves after some idle minutes.</summary>
    public static void Shutdown()
    {
        // Where no global.json says otherwise, as in the folders of the tests.
        string elsewhere = Path.GetTempPath();
        DotnetCommand.Run(elsewhere, "build-server", "shutdown", "--msbuild").Succeeded();
        string version = DotnetCommand.Run(elsewhere, "--version").Succeeded().Output.Trim();
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        string compiler = Path.Combine(root, "sdk", version, "Roslyn", "bincore", "VBCSCompiler.dll");
        if (File.Exists(compiler))
        {
            DotnetCommand.Run(elsewhere, compiler, "-shutdown", $"-pipename:{Name}");
        }
    }
}
