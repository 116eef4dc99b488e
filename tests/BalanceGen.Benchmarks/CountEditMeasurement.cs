using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Benchmarks;

/// <summary>
/// How long the squiggle of an edited count file takes in a solution of 1,000 records, each in a file of its own with a count file of its own: the generator on the
/// whole compilation, in time of day, and the analyzers on the record's file, as an editor asks for it, by Roslyn's count of their own time.
/// </summary>
internal static class CountEditMeasurement
{
    private const int Records = 1000;
    private const int WarmEdits = 50;
    private const int Edits = 600;
    private const int SlowestShown = 6;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    public static async Task RunAsync()
    {
        MetadataReference[] references = SdkPack.ReferencesWithLibrary();
        Type[] types = [.. SdkPack.AssemblyBesideThis("BalanceGen.Generators.dll")];
        ISourceGenerator generator = types.Where(type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()).Single();
        ImmutableArray<DiagnosticAnalyzer> analyzers =
            [.. types.Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
        SyntaxTree[] trees = [.. Enumerable.Range(0, Records).Select(Record)];
        var compilation = CSharpCompilation.Create(
            "Measured", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        AdditionalText[] files = [.. Enumerable.Range(0, Records).Select(record => new CountFile(record, rows: 5))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator], files, ParseOptions);
        driver = driver.RunGenerators(compilation);

        // The floor: the same sources under the same names, and nothing to find out.
        var copy = new CopyingGenerator(driver.GetRunResult().Results.Single().GeneratedSources);
        GeneratorDriver floor = CSharpGeneratorDriver.Create([copy.AsSourceGenerator()], files, ParseOptions).RunGenerators(compilation);

        // As an editor's workspace does it: a generated document whose text is as before keeps its tree. The driver's own compilation would parse all of them again.
        var documents = new Dictionary<string, (SourceText Text, SyntaxTree Tree)>(StringComparer.Ordinal);
        Compilation output = Updated(compilation, documents, driver.GetRunResult());
        output.GetDiagnostics();

        var edits = new List<Edit>();
        var random = new Random(1);
        for (int edit = 0; edit < WarmEdits + Edits; edit++)
        {
            int record = random.Next(Records);
            AdditionalText old = files[record];
            bool hasRows = ((CountFile)old).Rows > 0;
            files[record] = new CountFile(record, hasRows ? 0 : 5);
            long ofCopy = GC.GetTotalAllocatedBytes();
            long start = Stopwatch.GetTimestamp();
            floor = floor.ReplaceAdditionalText(old, files[record]).RunGenerators(compilation);
            double ofFloor = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

            ofCopy = GC.GetTotalAllocatedBytes() - ofCopy;
            TimeSpan paused = GC.GetTotalPauseDuration();
            long allocated = GC.GetTotalAllocatedBytes();
            start = Stopwatch.GetTimestamp();
            driver = driver.ReplaceAdditionalText(old, files[record]).RunGenerators(compilation);
            double ofGenerator = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            allocated = GC.GetTotalAllocatedBytes() - allocated;
            output = Updated(output, documents, driver.GetRunResult());

            // What the compiler binds of the edited compilation, it binds for whoever asks first.
            SemanticModel model = output.GetSemanticModel(trees[record]);
            model.GetDiagnostics();
            CompilationWithAnalyzers run = output.WithAnalyzers(
                analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([.. files]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
            ImmutableArray<Diagnostic> found = await run.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, default);
            double ofAnalyzers = 0;
            foreach (DiagnosticAnalyzer analyzer in analyzers)
            {
                ofAnalyzers += (await run.GetAnalyzerTelemetryInfoAsync(analyzer, default)).ExecutionTime.TotalMilliseconds;
            }

            if (found.Any(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("Rare", StringComparison.Ordinal)) != hasRows)
            {
                throw new InvalidOperationException($"The class without rows is {(hasRows ? "not " : "")}reported: {string.Join("; ", found)}.");
            }

            if (edit >= WarmEdits)
            {
                edits.Add(new Edit(edits.Count, ofFloor, ofGenerator, ofAnalyzers, (GC.GetTotalPauseDuration() - paused).TotalMilliseconds, allocated, ofCopy));
            }
        }

        foreach (Edit slow in edits.OrderByDescending(edit => edit.Both).Take(SlowestShown))
        {
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"edit {slow.Number}: {slow.Both:F1} ms, generator {slow.Generator:F1}, analyzers {slow.Analyzers:F1}, paused for the collector {slow.Paused:F1}; floor of the same edit {slow.Floor:F1}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"records":{{Records}},"edits":{{Edits}},"floor_ms":{{Figures(edits, edit => edit.Floor)}},"generator_ms":{{Figures(edits, edit => edit.Generator)}},"analyzers_ms":{{Figures(edits, edit => edit.Analyzers)}},"both_ms":{{Figures(edits, edit => edit.Both)}},"both_without_pauses_ms":{{Figures(edits, edit => edit.Both - edit.Paused)}},"allocated_kb":{{Figures(edits, edit => edit.Allocated / 1024.0)}},"floor_allocated_kb":{{Figures(edits, edit => edit.AllocatedByFloor / 1024.0)}}}"""));
    }

    private static string Figures(List<Edit> edits, Func<Edit, double> part)
    {
        double[] sorted = [.. edits.Select(part).Order()];
        return string.Create(CultureInfo.InvariantCulture, $$"""{"median":{{sorted[Edits / 2]:F1}},"p99":{{sorted[Edits * 99 / 100]:F1}},"max":{{sorted[^1]:F1}}}""");
    }

    /// <summary>One edit, in milliseconds and bytes.</summary>
    private sealed record Edit(int Number, double Floor, double Generator, double Analyzers, double Paused, long Allocated, long AllocatedByFloor)
    {
        public double Both => Generator + Analyzers;
    }

    /// <summary>Adds what another generator has made: for each count file a source.</summary>
    private sealed class CopyingGenerator(ImmutableArray<GeneratedSourceResult> sources) : IIncrementalGenerator
    {
        private readonly (string Name, SourceText Text)[] _sources = [.. sources
            .OrderBy(source => int.Parse(source.HintName["Record".Length..^".g.cs".Length], CultureInfo.InvariantCulture))
            .Select(source => (source.HintName, source.SourceText))];

        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.AdditionalTextsProvider,
            (output, text) => output.AddSource(_sources[((CountFile)text).Number].Name, _sources[((CountFile)text).Number].Text));
    }

    private static Compilation Updated(Compilation compilation, Dictionary<string, (SourceText Text, SyntaxTree Tree)> documents, GeneratorDriverRunResult result)
    {
        foreach (GeneratedSourceResult source in result.Results.Single().GeneratedSources)
        {
            bool isKnown = documents.TryGetValue(source.HintName, out (SourceText Text, SyntaxTree Tree) document);
            if (isKnown && (ReferenceEquals(document.Text, source.SourceText) || document.Text.ContentEquals(source.SourceText)))
            {
                continue;
            }

            SyntaxTree tree = CSharpSyntaxTree.ParseText(source.SourceText, ParseOptions, source.HintName);
            compilation = isKnown ? compilation.ReplaceSyntaxTree(document.Tree, tree) : compilation.AddSyntaxTrees(tree);
            documents[source.HintName] = (source.SourceText, tree);
        }

        return compilation;
    }

    private static SyntaxTree Record(int number) => CSharpSyntaxTree.ParseText(
        $$"""
        using BalanceGen;

        public enum Kind{{number}} { Frequent, Common, Rare }

        [BalancedDataset(ClassCounts = "record{{number}}.classcounts.csv")]
        public partial record struct Record{{number}}(float Value, [ClassLabel] Kind{{number}} Label)
        {
            public static ClassWeights Weights(Record{{number}}[] rows) => ClassWeights.Balanced(CountRows(rows));
        }
        """,
        ParseOptions,
        $"Record{number}.cs");

    private sealed class CountFile(int number, int rows) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From($"label,count\nFrequent,1000\nCommon,40\nRare,{rows}\n", Encoding.UTF8);

        public int Number => number;

        public int Rows => rows;

        public override string Path => $"/project/record{number}.classcounts.csv";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
