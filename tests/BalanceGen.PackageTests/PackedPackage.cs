using System.Globalization;
using System.Xml.Linq;
using BalanceGen.Tests;

namespace BalanceGen.PackageTests;

/// <summary>
/// The package, packed once under a version that never was before, in a folder outside the repository where the tests make
/// their projects. Other packages come from where the machine gets them.
/// </summary>
public sealed class PackedPackage : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("balancegen-package-");

    public PackedPackage()
    {
        Version = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow.Ticks}");
        foreach (string project in (string[])["BalanceGen", "BalanceGen.ML", "BalanceGen.Counting.Parquet"])
        {
            DotnetCommand.Build(
                Repository.Root, "pack", $"src/{project}", "--no-build", "-c", Configuration, "-o", Feed, $"-p:PackageVersion={Version}").Succeeded();
        }

        File.WriteAllText(
            Path.Combine(_root.FullName, "nuget.config"),
            $"""<configuration><packageSources><add key="package-under-test" value="{Feed}" /></packageSources></configuration>""");
    }

    public string Version { get; }

    public string PathOf(string extension, string package = "BalanceGen") => Path.Combine(Feed, $"{package}.{Version}.{extension}");

    private string Feed => Path.Combine(_root.FullName, "feed");

    // The tests are built by the same command as what they test.
    private static string Configuration =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>Makes a new folder from one of Projects/, with the versions of the packages filled in.</summary>
    public string NewProject(string template)
    {
        string source = Path.Combine(AppContext.BaseDirectory, "Projects", template);
        string folder = _root.CreateSubdirectory($"{template}-{Guid.NewGuid():N}").FullName;
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            string text = File.ReadAllText(file).Replace("$BalanceGenVersion$", Version, StringComparison.Ordinal);
            foreach ((string package, string version) in PinnedVersions())
            {
                text = text.Replace($"${package}$", version, StringComparison.Ordinal);
            }

            File.WriteAllText(target, text);
        }

        return folder;
    }

    /// <summary>Makes a new folder from a folder of samples/ whose programs name the package by <c>#:package</c>, with the version that is tested.</summary>
    public string NewFileBasedApp(string sample)
    {
        string folder = _root.CreateSubdirectory($"{sample}-{Guid.NewGuid():N}").FullName;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", sample)))
        {
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllText(file).Replace("@0.1.0", $"@{Version}", StringComparison.Ordinal));
        }

        return folder;
    }

    public void Dispose()
    {
        BuildServers.Shutdown();
        _root.Delete(recursive: true);
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (string package in (string[])["balancegen", "balancegen.ml", "balancegen.counting.parquet"])
        {
            var extracted = new DirectoryInfo(Path.Combine(packages, package, Version));
            if (extracted.Exists)
            {
                extracted.Delete(recursive: true);
            }
        }
    }

    private static IEnumerable<(string Package, string Version)> PinnedVersions() =>
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(pin => (pin.Attribute("Include")!.Value, pin.Attribute("Version")!.Value));
}
