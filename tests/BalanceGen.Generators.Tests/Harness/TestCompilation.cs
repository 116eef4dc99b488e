using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>Compilations of source under test, against the runtime that runs the tests and the real BalanceGen assembly.</summary>
internal static class TestCompilation
{
    /// <summary>Documentation comments are checked (CS1591), and the language is that of the SDK that users build with.</summary>
    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    /// <summary>The runtime and BalanceGen.</summary>
    public static IReadOnlyList<MetadataReference> LibraryReferences { get; } =
        [.. Platform("System.").Append(MetadataReference.CreateFromFile(typeof(BalancedDatasetAttribute).Assembly.Location))];

    /// <summary>TorchSharp, ML.NET, and BalanceGen's packages for them.</summary>
    public static IReadOnlyList<MetadataReference> TrainerReferences { get; } =
        [.. Platform("netstandard.dll", "TorchSharp.dll", "Microsoft.ML.", "Microsoft.Data.Analysis.dll", "BalanceGen.ML.dll", "BalanceGen.TorchSharp.dll")];

    /// <summary>Everything that a program under test may refer to.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } = [.. LibraryReferences, .. TrainerReferences];

    /// <summary>Without sources. What is derived from it has its references already bound: most of the time of a small compilation.</summary>
    private static readonly CSharpCompilation WithoutSources = Bound(CSharpCompilation.Create("UnderTest", [], References, Options()));

    /// <remarks>The trees are made once: Roslyn enumerates what it is given several times.</remarks>
    public static CSharpCompilation Of(params string[] sources) =>
        WithoutSources.AddSyntaxTrees([.. sources.Select((source, index) => Parse(source, $"Source{index}.cs"))]);

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    private static CSharpCompilation Bound(CSharpCompilation compilation)
    {
        Assert.NotNull(compilation.GetTypeByMetadataName(typeof(BalancedDatasetAttribute).FullName!));
        return compilation;
    }

    private static IEnumerable<MetadataReference> Platform(params string[] beginnings) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => beginnings.Any(beginning => Path.GetFileName(path).StartsWith(beginning, StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>Overflow is checked, because generated code must not depend on the user's setting.</summary>
    public static CSharpCompilationOptions Options() => new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        checkOverflow: true,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999,
        allowUnsafe: false);
}
