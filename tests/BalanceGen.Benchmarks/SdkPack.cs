using System.Reflection;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Benchmarks;

/// <summary>The reference packs of the SDK that runs this program: assemblies to compile against, and generators.</summary>
internal static class SdkPack
{
    private static readonly string Packs = Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs"));

    /// <summary>What a web project compiles against: System.Text.Json and regular expressions are in one pack, logging in the other.</summary>
    public static IEnumerable<string> References() =>
        new[] { "Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref" }
            .SelectMany(pack => Directory.EnumerateFiles(Path.Combine(Folder(pack), "ref", "net10.0"), "*.dll"))
            .DistinctBy(Path.GetFileName);

    /// <summary>The same and the library.</summary>
    public static MetadataReference[] ReferencesWithLibrary() =>
        [.. References().Append(typeof(BalancedDatasetAttribute).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The types of an assembly of generators.</summary>
    public static IReadOnlyList<Type> Analyzer(string pack, string file) => Load(Path.Combine(Folder(pack), "analyzers", "dotnet", "cs", file));

    public static IReadOnlyList<Type> AssemblyBesideThis(string file) => Load(Path.Combine(AppContext.BaseDirectory, file));

    private static List<Type> Load(string path)
    {
        Assembly assembly = Assembly.LoadFrom(path);
        try
        {
            return [.. assembly.GetTypes()];
        }
        catch (ReflectionTypeLoadException exception)
        {
            // Code fixes in the same assembly need workspaces.
            return [.. exception.Types.OfType<Type>()];
        }
    }

    private static string Folder(string pack)
    {
        string folder = Path.Combine(Packs, pack);
        return Directory.GetDirectories(folder).OrderBy(version => Version.TryParse(Path.GetFileName(version), out Version? parsed) ? parsed : new Version()).Last();
    }
}
