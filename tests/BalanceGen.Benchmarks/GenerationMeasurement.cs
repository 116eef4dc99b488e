using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Benchmarks;

/// <summary>
/// The processor time that a cold run of a generator and of the analyzers beside it takes for an annotated type: ours and those
/// of the SDK by turns, each on 1,000 types, one file a type; and how much of it is the compiler binding what the user wrote. An aligned table on standard error, JSON lines on standard output.
/// </summary>
internal static class GenerationMeasurement
{
    private const int Types = 1000;
    private const int Rounds = 7;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    /// <param name="isAnalysed">Whether the analyzers run too, which takes most of the time.</param>
    public static void Run(bool isAnalysed)
    {
        MetadataReference[] references = SdkPack.ReferencesWithLibrary();
        GeneratorPeer[] peers = GeneratorPeer.All();
        var generation = peers.ToDictionary(peer => peer, _ => new List<double>());
        var analysis = peers.ToDictionary(peer => peer, _ => new List<double>());
        var binding = peers.ToDictionary(peer => peer, _ => new List<double>());
        var emitted = new Dictionary<GeneratorPeer, long>();
        for (int round = -1; round < Rounds; round++)
        {
            foreach (GeneratorPeer peer in peers)
            {
                CSharpCompilation compilation = Compile(peer, references);
                ImmutableArray<AdditionalText> files = peer.Files(Types);
                GC.Collect();
                double start = Measured.ProcessSeconds();
                GeneratorDriver driver = CSharpGeneratorDriver.Create(peer.Generators, files, ParseOptions)
                    .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
                double generated = Measured.ProcessSeconds();
                if (isAnalysed && peer.Analyzers.Length > 0)
                {
                    output.WithAnalyzers([.. peer.Analyzers], new AnalyzerOptions(files)).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
                }

                double analysed = Measured.ProcessSeconds();
                emitted[peer] = Check(peer, driver);
                double bound = BindAttributes(Compile(peer, references));

                // The first round compiles the generators themselves.
                if (round >= 0)
                {
                    generation[peer].Add((generated - start) / Types);
                    analysis[peer].Add((analysed - generated) / Types);
                    binding[peer].Add(bound / Types);
                }
            }
        }

        Console.Error.WriteLine($"{"generator",-18} {"generation",12} {"of it binding",14} {"analysis",12} {"both",12} {"characters",12}   microseconds and emitted characters per type, median of {Rounds}");
        foreach (GeneratorPeer peer in peers)
        {
            double ofGeneration = Measured.Median(generation[peer]) * 1e6;
            double ofBinding = Measured.Median(binding[peer]) * 1e6;
            double ofAnalysis = Measured.Median(analysis[peer]) * 1e6;
            double both = Measured.Median([.. generation[peer].Zip(analysis[peer], (left, right) => left + right)]) * 1e6;
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{peer.Name,-18} {ofGeneration,12:F0} {ofBinding,14:F0} {ofAnalysis,12:F0} {both,12:F0} {emitted[peer] / Types,12}"));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"name":"{{peer.Name}}","generation_us":{{ofGeneration:F0}},"binding_us":{{ofBinding:F0}},"analysis_us":{{ofAnalysis:F0}},"both_us":{{both:F0}},"emitted_chars":{{emitted[peer] / Types}}}"""));
        }
    }

    private static CSharpCompilation Compile(GeneratorPeer peer, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        "Measured",
        Enumerable.Range(0, Types).Select(number => CSharpSyntaxTree.ParseText(
            peer.Source.Replace("$", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), ParseOptions, $"Type{number}.cs")),
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>
    /// What no generator can save: the compiler binds the attributes of a type, all of them, before it can tell a generator that one is there. They are
    /// bound here in a compilation of their own, those of the members and parameters too.
    /// </summary>
    private static double BindAttributes(CSharpCompilation compilation)
    {
        INamedTypeSymbol[] types = [.. Declared(compilation.Assembly.GlobalNamespace)];
        double start = Measured.ProcessSeconds();
        foreach (INamedTypeSymbol type in types)
        {
            type.GetAttributes();
            foreach (ISymbol member in type.GetMembers())
            {
                member.GetAttributes();
                foreach (IParameterSymbol parameter in (member as IMethodSymbol)?.Parameters ?? [])
                {
                    parameter.GetAttributes();
                }
            }
        }

        return Measured.ProcessSeconds() - start;

        static IEnumerable<INamedTypeSymbol> Declared(INamespaceSymbol space) =>
            space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Declared));
    }

    /// <summary>A generator that does nothing would be fast.</summary>
    private static long Check(GeneratorPeer peer, GeneratorDriver driver)
    {
        GeneratorDriverRunResult result = driver.GetRunResult();
        string text = string.Concat(result.GeneratedTrees.Select(tree => tree.ToString()));
        if (result.Results.Any(run => run.Exception is not null) || !text.Contains($"{peer.LastName}{Types - 1}", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{peer.Name} generated nothing for the last type.");
        }

        return text.Length;
    }
}
