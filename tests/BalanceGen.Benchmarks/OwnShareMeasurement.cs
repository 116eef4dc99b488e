using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Benchmarks;

/// <summary>
/// What of a full build of 1,000 records, each with a file and a method of its own, is the package's: the generator beside a generator that only asks for the attribute, and the analyzers by
/// Roslyn's count of their own time, beside all that the compiler does. Processor time of the process; JSON on standard output.
/// </summary>
internal static class OwnShareMeasurement
{
    private const int Records = 1000;
    private const int Rounds = 5;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    public static async Task RunAsync()
    {
        MetadataReference[] references = SdkPack.ReferencesWithLibrary();
        GeneratorPeer peer = GeneratorPeer.All()[0];
        Dictionary<string, SourceText> texts = CSharpGeneratorDriver.Create(peer.Generators, [], ParseOptions).RunGenerators(Compile(references))
            .GetRunResult().Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText);
        (string Name, IIncrementalGenerator Generator)[] floors =
        [
            ("asking", new FloorGenerator(readsMembers: false, null)),
            ("asking_and_reading_members", new FloorGenerator(readsMembers: true, null)),
            ("asking_reading_members_and_adding_the_same_texts", new FloorGenerator(readsMembers: true, texts)),
        ];
        var figures = floors.Select(floor => floor.Name).Concat(["generator", "build", "analyzer_asking_and_reading_members", "analyzers_own"]).ToDictionary(name => name, _ => new List<double>());
        for (int round = -2; round < Rounds; round++)
        {
            // By turns, each on a compilation of its own: what one has bound, the other would find bound.
            foreach ((string name, IIncrementalGenerator generator) in floors)
            {
                double floor = Floor(generator, references);
                figures[name].AddRange(round < 0 ? [] : [floor]);
            }

            (double ofGenerator, double floorOfAnalyzers, double analysis, double build) = await BuildAsync(peer, references, isWhole: round >= 0);

            // The first rounds compile the compiler.
            if (round >= 0)
            {
                figures["generator"].Add(ofGenerator);
                figures["analyzer_asking_and_reading_members"].Add(floorOfAnalyzers);
                figures["analyzers_own"].Add(analysis);
                figures["build"].Add(build);
            }
        }

        Console.WriteLine($"{{\"records\":{Records},\"rounds\":{Rounds}{string.Concat(figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $",\"{figure.Key}_ms\":{Measured.Median(figure.Value):F0}")))}}}");
    }

    private static double Floor(IIncrementalGenerator generator, IEnumerable<MetadataReference> references)
    {
        CSharpCompilation compilation = Compile(references);
        GC.Collect();
        double start = Measured.ProcessSeconds();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], [], ParseOptions).RunGenerators(compilation);
        double milliseconds = (Measured.ProcessSeconds() - start) * 1e3;
        return driver.GetRunResult().Results.Single().GeneratedSources.Length == Records ? milliseconds : throw new InvalidOperationException("The floor has not found every record.");
    }

    /// <summary>The generator, the analyzers' own time, and the build without the analyzers: parsing the generated text, binding and emitting everything. The driver's run parses the generated text too, which counts as the generator's.</summary>
    private static async Task<(double Generator, double FloorOfAnalyzers, double Analyzers, double Build)> BuildAsync(GeneratorPeer peer, IEnumerable<MetadataReference> references, bool isWhole)
    {
        CSharpCompilation compilation = Compile(references);
        GC.Collect();
        double start = Measured.ProcessSeconds();
        CSharpGeneratorDriver.Create(peer.Generators, [], ParseOptions).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        double generated = Measured.ProcessSeconds();
        if (!isWhole)
        {
            return default;
        }

        using (var stream = new MemoryStream())
        {
            if (!output.Emit(stream).Success)
            {
                throw new InvalidOperationException(string.Join("; ", output.GetDiagnostics().Take(3)));
            }
        }

        double built = Measured.ProcessSeconds();
        double floor = await OwnTimeAsync(output, new FloorAnalyzer());
        return ((generated - start) * 1e3, floor, await OwnTimeAsync(output, peer.Analyzers), (built - start) * 1e3);
    }

    /// <summary>Each run binds a copy of the compilation anew, and a symbol's members count for the analyzer that asks first.</summary>
    private static async Task<double> OwnTimeAsync(Compilation compilation, params DiagnosticAnalyzer[] analyzers)
    {
        CompilationWithAnalyzers run = compilation.WithAnalyzers(
            [.. analyzers], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        await run.GetAnalyzerDiagnosticsAsync();
        double milliseconds = 0;
        foreach (DiagnosticAnalyzer analyzer in analyzers)
        {
            milliseconds += (await run.GetAnalyzerTelemetryInfoAsync(analyzer, default)).ExecutionTime.TotalMilliseconds;
        }

        return milliseconds;
    }

    private static CSharpCompilation Compile(IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        "Measured",
        Enumerable.Range(0, Records).Select(number => CSharpSyntaxTree.ParseText(
            $$"""
            using System.Collections.Generic;
            using System.Linq;
            using BalanceGen;
            namespace Measured;
            public enum Breed{{number}} { Siamese, Birman, Burmese, Persian }
            [BalancedDataset]
            public partial record struct Cat{{number}}(string File, [ClassLabel] Breed{{number}} Breed)
            {
                public static string Describe(IReadOnlyList<Cat{{number}}> cats)
                {
                    var longest = cats.Where(cat => cat.File.Length > 3).OrderBy(cat => cat.File).Select(cat => $"{cat.File}: {cat.Breed}").FirstOrDefault();
                    int siamese = 0;
                    foreach (Cat{{number}} cat in cats)
                    {
                        siamese += cat.Breed == Breed{{number}}.Siamese ? 1 : 0;
                    }

                    return $"{longest}, {siamese} of {cats.Count}";
                }
            }
            """,
            ParseOptions,
            $"Cat{number}.cs")),
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    /// <summary>Asks for the attribute, and adds an empty source or a given one for each type that has it.</summary>
    private sealed class FloorGenerator(bool readsMembers, Dictionary<string, SourceText>? texts) : IIncrementalGenerator
    {
        private static readonly SourceText Empty = SourceText.From("", System.Text.Encoding.UTF8);

        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName(
                "BalanceGen.BalancedDatasetAttribute", static (node, _) => node is TypeDeclarationSyntax, (attributed, _) => Read((INamedTypeSymbol)attributed.TargetSymbol)),
            (output, name) => output.AddSource(name, texts is null ? Empty : texts[name]));

        private string Read(INamedTypeSymbol type) => !readsMembers || FloorAnalyzer.AttributesOfMembers(type) > 0
            ? $"{type.ContainingNamespace}.{type.MetadataName}.g.cs"
            : throw new InvalidOperationException("The label has no attribute.");
    }
}
