using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using BalanceGen.Counting.Tests;
using BalanceGen.Generators.ClassLists;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Tests.CountFiles;

/// <summary>Damaged lists of classes through the generator and all analyzers. CONTRIBUTING says how to run more of them.</summary>
public sealed class ClassListCompilationFuzzTests
{
    private static readonly int Cases =
        int.Parse(Environment.GetEnvironmentVariable("BALANCEGEN_FUZZ_CASES") ?? "80", CultureInfo.InvariantCulture);

    private static readonly string[] NameLists =
    [
        "siamese\nbirman\nbengal\n",
        "\uFEFFa, b\r\n\"c\"\r\n\r\nérable 木 😀\r\nC\r\nc",
        " <=50K.\n >50K.\n\n",
    ];

    private static readonly string[] CategoryLists =
    [
        """[{"id": 1, "name": "siamese"}, {"id": 2, "name": "birman", "frequency": "r"}]""",
        """
        {
          "info": {"year": 2018, "urls": ["a", null, true, 1.5e3]},
          "categories": [
            {"supercategory": "Aves", "name": "a, \"b\"", "id": 0},
            {"name": "\u00e9rable 木", "id": -7, "nested": {"name": "no", "id": 9}}
          ],
          "images": [{"id": 1}]
        }
        """,
    ];

    [Fact]
    public Task Damaged_lists_of_names_give_a_diagnostic_or_the_right_classes() =>
        CheckAsync("/project/rows.classes.txt", NameLists, 20_261_130, Names, isExact: true);

    /// <summary>What comes after the list is not read, and may be damaged.</summary>
    [Fact]
    public Task Damaged_lists_of_categories_give_a_diagnostic_or_the_right_classes() =>
        CheckAsync("/project/rows.categories.json", CategoryLists, 20_261_131, Categories, isExact: false);

    private static async Task CheckAsync(string path, string[] originals, int seed, Func<string, string[]?> oracle, bool isExact)
    {
        string name = path[(path.LastIndexOf('/') + 1)..];
        CSharpCompilation compilation = TestCompilation.Of(
            $"using BalanceGen; [BalancedDataset] public partial record Row([ClassLabel(ClassesFrom = \"{name}\")] string Label) {{ public int Index => Classes.IndexOf(this); }}");
        var options = new ProjectFiles();
        options.With(path, "");
        AdditionalText before = options[path];
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new BalanceGenerator().AsSourceGenerator()], [before], TestCompilation.ParseOptions, options);

        // Any generator with a fixed seed will do: the cases are inputs, not a distribution to be tested.
        var random = new Random(seed);
        int taken = 0;
        for (int number = 0; number < Cases; number++)
        {
            byte[] bytes = Mutation.Of(Encoding.UTF8.GetBytes(originals[random.Next(originals.Length)]), random);
            SourceText text = CompilerText.Decode(bytes);
            string[]? expected = text.Encoding == Encoding.Latin1 ? null : oracle(text.ToString());
            var file = new Text(path, text);
            try
            {
                driver = driver.ReplaceAdditionalText(before, file).RunGenerators(compilation);
                before = file;
                ClassListFile list = ClassListReader.Read(file, default);
                bool isKnown = await IsKnownAsync(compilation, driver, file, options);

                Assert.Equal(isKnown, list.Problem is null);
                Assert.True(expected is null || isKnown);
                Assert.True(expected is not null || !isKnown || !isExact);
                if (expected is not null)
                {
                    Assert.Equal(expected, list.Classes.Select(item => item.Name));
                    taken++;
                }
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"case {number}: {Convert.ToBase64String(bytes)}", exception);
            }
        }

        // Both outcomes are common, or the test would say little.
        Assert.InRange(taken, Cases / 10, Cases * 9 / 10);
    }

    /// <summary>Whether the classes were taken: otherwise the one rule about it says why. (Another says that a list has only one class left.) Neither fails, and code that uses the classes compiles.</summary>
    private static async Task<bool> IsKnownAsync(CSharpCompilation compilation, GeneratorDriver driver, AdditionalText file, ProjectFiles options)
    {
        GeneratorRunResult run = driver.GetRunResult().Results.Single();
        Assert.Null(run.Exception);
        Compilation output = compilation.AddSyntaxTrees(Assert.Single(run.GeneratedSources).SyntaxTree);
        Assert.DoesNotContain(output.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        // An exception in an analyzer is AD0001 among these.
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers(
                [.. AnalyzerVerifier.AllAnalyzers],
                new CompilationWithAnalyzersOptions(new AnalyzerOptions([file], options), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        Assert.All(found, diagnostic => Assert.Contains(diagnostic.Id, (string[])["BALG0112", "BALG0116"]));
        return !found.Any(diagnostic => diagnostic.Id == "BALG0116");
    }

    /// <summary>Lines as <see cref="StringReader"/> has them.</summary>
    private static string[]? Names(string text)
    {
        var names = new List<string>();
        var reader = new StringReader(text.StartsWith('\uFEFF') ? text[1..] : text);
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                names.Add(line);
            }
        }

        return names.Count == 0 || names.Distinct(StringComparer.Ordinal).Count() < names.Count || names.Exists(name => name.AsSpan().IndexOfAny('\0', '\uFFFD') >= 0) ? null : [.. names];
    }

    /// <summary>By the reader of the framework, which reads the whole file.</summary>
    private static string[]? Categories(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.StartsWith('\uFEFF') ? text[1..] : text);
            JsonElement list = document.RootElement;
            if (list.ValueKind == JsonValueKind.Object)
            {
                // The first of several lists counts.
                list = list.EnumerateObject().First(property => property.Name == "categories").Value;
            }

            (string Name, long Id)[] categories = [.. list.EnumerateArray().Select(item => (item.GetProperty("name").GetString()!, item.GetProperty("id").GetInt64()))];
            bool isValid = categories.Length > 0
                && categories.All(item => item.Name.Length > 0)
                && categories.DistinctBy(item => item.Name).Count() == categories.Length
                && categories.DistinctBy(item => item.Id).Count() == categories.Length;
            return isValid ? [.. categories.Select(item => item.Name)] : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private sealed class Text(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken token = default) => text;
    }
}
