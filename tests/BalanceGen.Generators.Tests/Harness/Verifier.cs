using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BalanceGen.Tests;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>
/// Snapshots with the call shape and the file convention of Verify, which does not restore here: <c>Class.Method.verified.cs</c> is
/// accepted text, <c>.received.cs</c> is written when a run differs. The package can replace this file.
/// </summary>
internal static partial class Verifier
{
    // Not from the caller's path, whose beginning a deterministic build replaces.
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "BalanceGen.Generators.Tests", "Snapshots");

    public static Task Verify(
        string target, string extension, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        string stem = Path.Combine(Folder, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}");
        string received = Version().Replace(target, "\"BalanceGen\", \"VERSION\"");
        string verifiedPath = $"{stem}.verified.{extension}";
        string receivedPath = $"{stem}.received.{extension}";

        string? verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath) : null;
        if (received == verified)
        {
            File.Delete(receivedPath);
            return Task.CompletedTask;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail($"Differs from the accepted snapshot {Path.GetFileName(verifiedPath)}:\n{received}");
        return Task.CompletedTask;
    }

    /// <summary>The methods of a class of tests that have an accepted snapshot.</summary>
    public static IEnumerable<string> AcceptedOf(string testClass) =>
        Directory.EnumerateFiles(Folder, $"{testClass}.*.verified.*").Select(path => Path.GetFileName(path).Split('.')[1]);

    /// <summary>The generator's version, which must not make every release change every snapshot.</summary>
    [GeneratedRegex("\"BalanceGen\", \"[0-9.]+\"")]
    private static partial Regex Version();
}
