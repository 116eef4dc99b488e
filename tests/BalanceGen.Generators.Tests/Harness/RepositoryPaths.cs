using System.Reflection;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>Folders of the repository. Not from caller paths: a deterministic build replaces their beginning.</summary>
internal static class RepositoryPaths
{
    public static string Tests { get; } = typeof(RepositoryPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "GeneratorTestsFolder").Value!;

    public static string Snapshots { get; } = Path.Combine(Tests, "Snapshots");

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Tests, "..", ".."));
}
