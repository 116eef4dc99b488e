using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Benchmarks;

/// <summary>
/// The processor time of a build of one record with many labels: the generator, and the compilation of what it writes. An aligned table on standard
/// error, JSON lines on standard output. 8,142 is the number of classes of iNaturalist 2018.
/// </summary>
internal static class ManyLabelsMeasurement
{
    /// <summary>Where a measurement of a form has taken so many seconds, more labels are not tried.</summary>
    private const double LongestSeconds = 30;

    private static readonly int[] Sizes = [10, 100, 256, 257, 1000, 8142, 20_000];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly (string Name, Func<int, string> Source)[] Forms =
    [
        ("string", labels => $"public partial record struct Row([ClassLabel({List(labels, Name)})] string Label);"),
        ("string with counts", labels => $"[{List(labels, label => $"ClassCount({Name(label)}, {label + 1})")}] public partial record struct Row([ClassLabel({List(labels, Name)})] string Label);"),
        ("UTF-8", labels => $"public partial record struct Row([ClassLabel({List(labels, Name)}, Encoding = LabelEncoding.Utf8)] System.ReadOnlyMemory<byte> Label);"),
        ("integer with gaps", labels => $"public partial record struct Row([ClassLabel(Values = new long[] {{ {List(labels, label => $"{label * 3}")} }})] int Label);"),
        ("enum with gaps", labels => $"public partial record struct Row([ClassLabel] Code Label); public enum Code {{ {List(labels, label => $"C{label} = {label * 3}")} }}"),
    ];

    public static void Run(string part)
    {
        MetadataReference[] references = SdkPack.ReferencesWithLibrary();
        IIncrementalGenerator generator = SdkPack.AssemblyBesideThis("BalanceGen.Generators.dll").Where(type => typeof(IIncrementalGenerator).IsAssignableFrom(type))
            .Select(type => (IIncrementalGenerator)Activator.CreateInstance(type)!).Single();
        Console.Error.WriteLine($"{"label",-20} {"labels",8} {"generation, s",14} {"compilation, s",15}");
        foreach ((string name, Func<int, string> source) in Forms.Where(form => form.Name.Contains(part, StringComparison.Ordinal)))
        {
            for (int size = 0; size < Sizes.Length; size++)
            {
                (double generation, double compilation) = Measure(source(Sizes[size]), generator, references);
                if (size == 0)
                {
                    continue; // compiles the generator and the compiler themselves
                }

                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {Sizes[size],8} {generation,14:F2} {compilation,15:F2}"));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"label":"{{name}}","labels":{{Sizes[size]}},"generation_s":{{generation:F3}},"compilation_s":{{compilation:F3}}}"""));
                if (generation + compilation > LongestSeconds)
                {
                    break;
                }
            }
        }
    }

    private static (double Generation, double Compilation) Measure(string declaration, IIncrementalGenerator generator, IEnumerable<MetadataReference> references)
    {
        var input = CSharpCompilation.Create(
            "Measured",
            [CSharpSyntaxTree.ParseText($"using BalanceGen; [BalancedDataset] {declaration}", ParseOptions)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        double start = Measured.ProcessSeconds();
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: ParseOptions).RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        double generated = Measured.ProcessSeconds();
        if (output.SyntaxTrees.Count() != 2 || !output.Emit(Stream.Null).Success)
        {
            throw new InvalidOperationException("The record does not compile.");
        }

        return (generated - start, Measured.ProcessSeconds() - generated);
    }

    private static string Name(int label) => $"\"Genus{label % 97} species{label}\"";

    private static string List(int labels, Func<int, string> each) => string.Join(", ", Enumerable.Range(0, labels).Select(each));
}
