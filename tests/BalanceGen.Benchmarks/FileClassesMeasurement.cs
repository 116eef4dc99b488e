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
/// What an editor pays for one record whose classes a file lists: the generator and the analyzers on a new project, after an edit of unrelated code, and after
/// an edit of the file. Processor time for the generator, own time by Roslyn's count for the analyzers. Medians, and the first round with its compilation of the product apart.
/// </summary>
internal static class FileClassesMeasurement
{
    private const int Rounds = 15;

    private static readonly int[] Sizes = [1203, 8142, 10_000];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    public static void Run()
    {
        MetadataReference[] references = SdkPack.ReferencesWithLibrary();
        Type[] types = [.. SdkPack.AssemblyBesideThis("BalanceGen.Generators.dll")];
        ISourceGenerator generator = types.Where(type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()).Single();
        ImmutableArray<DiagnosticAnalyzer> analyzers =
            [.. types.Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
        foreach (int size in Sizes)
        {
            var rounds = new List<double[]>();
            long emitted = 0;
            for (int round = 0; round <= Rounds; round++)
            {
                rounds.Add(Measure(size, generator, analyzers, references, out emitted));
            }

            double[] first = rounds[0];
            double[] median = [.. Enumerable.Range(0, first.Length).Select(place => rounds.Skip(1).Select(times => times[place]).Order().ElementAt(Rounds / 2))];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"classes":{{size}},"emitted_chars":{{emitted}},"cold_generator_ms":{{median[0]:F1}},"cold_analyzers_ms":{{median[1]:F1}},"unrelated_edit_generator_ms":{{median[2]:F2}},"unrelated_edit_analyzers_ms":{{median[3]:F2}},"file_edit_generator_ms":{{median[4]:F1}},"file_edit_analyzers_ms":{{median[5]:F1}},"first_generator_ms":{{first[0]:F0}},"first_analyzers_ms":{{first[1]:F0}}}"""));
        }
    }

    private static double[] Measure(int size, ISourceGenerator generator, ImmutableArray<DiagnosticAnalyzer> analyzers, IEnumerable<MetadataReference> references, out long emitted)
    {
        const string Record = "using BalanceGen; [BalancedDataset(ClassCounts = \"species.classcounts.csv\", ZeroCounts = ZeroCountRule.ZeroWeight)] public partial record struct Photo(string File, [ClassLabel] string Species);";
        var compilation = CSharpCompilation.Create(
            "Measured",
            [CSharpSyntaxTree.ParseText(Record, ParseOptions, "Photo.cs"), Unrelated(0)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        AdditionalText file = new CountedFile(Counts(size, last: 1));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator], [file], ParseOptions);

        double start = ProcessMilliseconds();
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        double cold = ProcessMilliseconds() - start;
        emitted = output.SyntaxTrees.Last().Length;
        if (output.SyntaxTrees.Count() != 3 || emitted < size)
        {
            throw new InvalidOperationException("The record has no classes.");
        }

        double coldAnalyzers = OwnTime(output, analyzers, file);
        compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], Unrelated(1));
        start = ProcessMilliseconds();
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out output, out _);
        double unrelated = ProcessMilliseconds() - start;
        double unrelatedAnalyzers = OwnTime(output, analyzers, file);

        AdditionalText edited = new CountedFile(Counts(size, last: 2));
        start = ProcessMilliseconds();
        driver.ReplaceAdditionalText(file, edited).RunGeneratorsAndUpdateCompilation(compilation, out output, out _);
        double ofFile = ProcessMilliseconds() - start;
        return [cold, coldAnalyzers, unrelated, unrelatedAnalyzers, ofFile, OwnTime(output, analyzers, edited)];
    }

    private static double OwnTime(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AdditionalText file)
    {
        // Roslyn parses generated text when somebody asks for a symbol first. The compiler does so anyhow; here it would be counted as the analyzers' time.
        compilation.GetTypeByMetadataName("Photo")!.GetMembers();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([file]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        CompilationWithAnalyzers run = compilation.WithAnalyzers(analyzers, options);
        AnalysisResult result = run.GetAnalysisResultAsync(default).GetAwaiter().GetResult();
        return result.AnalyzerTelemetryInfo.Values.Sum(info => info.ExecutionTime.TotalMilliseconds);
    }

    private static SyntaxTree Unrelated(int version) =>
        CSharpSyntaxTree.ParseText($"public static class Other {{ public static int Value(int[] all) {{ int sum = {version}; foreach (int one in all) {{ sum += one; }} return sum; }} }}", ParseOptions, "Other.cs");

    private static string Counts(int size, int last)
    {
        var text = new StringBuilder("label,count\n");
        for (int label = 0; label < size; label++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Genus{label % 97} species{label},{(label == size - 1 ? last : label * 7919 % 4000)}\n");
        }

        return text.ToString();
    }

    private static double ProcessMilliseconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;

    private sealed class CountedFile(string content) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(content, Encoding.UTF8);

        public override string Path => "/project/species.classcounts.csv";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
