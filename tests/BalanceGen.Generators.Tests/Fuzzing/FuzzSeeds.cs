using BalanceGen.Generators.Tests.Harness;
using BalanceGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Fuzzing;

/// <summary>The sources that are mutated: those written for it, every source in a test, and the repository's own code.</summary>
internal static class FuzzSeeds
{
    /// <summary>A longer file costs much and adds little: most of it never meets the generator.</summary>
    private const int MostCharacters = 9000;

    /// <summary>Sources with annotated types, in a fixed order.</summary>
    public static IReadOnlyList<string> Annotated { get; } =
    [
        .. LabelSeeds.All.Concat(ShapeSeeds.All).Concat(Cases.All.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => item.Value))
            .Concat(Files("tests/BalanceGen.Generators.Tests").SelectMany(Literals))
            .Concat(Files("samples", "tests/BalanceGen.Benchmarks").Where(IsAnnotated))
            .Where(source => source.Length <= MostCharacters)
            .Distinct(),
    ];

    /// <summary>The repository's own code, which has hardly any annotated type until a mutation annotates one.</summary>
    public static IReadOnlyList<string> Plain { get; } =
        [.. Files("src/BalanceGen", "generators", "samples", "tests/BalanceGen.Tests").Where(source => !IsAnnotated(source) && source.Length <= MostCharacters).Distinct()];

    private static bool IsAnnotated(string source) => source.Contains("[BalancedDataset", StringComparison.Ordinal);

    private static IEnumerable<string> Files(params string[] folders) =>
        from folder in folders
        from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Snapshots")
        let text = File.ReadAllText(path).ReplaceLineEndings("\n")
        select text;

    /// <summary>The C# in a test's string literals, without the marks of expected diagnostics.</summary>
    private static IEnumerable<string> Literals(string source) =>
        IsAnnotated(source)
            ? CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions).GetRoot().DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) || token.IsKind(SyntaxKind.StringLiteralToken))
                .Select(token => token.ValueText.ReplaceLineEndings("\n"))
                .Where(IsAnnotated)
                .Select(text => MarkedSource.Parse(text).Text)
            : [];
}
