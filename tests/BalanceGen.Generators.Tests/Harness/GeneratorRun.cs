using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>A run of the generator, which can be continued with an edited compilation.</summary>
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation input)
    {
        Input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Output = (CSharpCompilation)output;
        Assert.Empty(diagnostics);
        Assert.Null(Result.Exception);
    }

    public CSharpCompilation Input { get; }

    public CSharpCompilation Output { get; }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>Runs the generator on sources that generated code may not add a warning to.</summary>
    public static GeneratorRun Of(params string[] sources) => Of(Cases.Files, sources);

    /// <summary>Runs the generator on sources and additional files.</summary>
    public static GeneratorRun Of(ProjectFiles files, params string[] sources)
    {
        GeneratorRun run = Start(TestCompilation.Of(sources), files);
        Assert.Empty(run.WarningsAndErrors());
        return run;
    }

    /// <summary>Runs the generator on sources that need not compile.</summary>
    public static GeneratorRun Start(CSharpCompilation compilation, ProjectFiles? files = null) => new(
        CSharpGeneratorDriver.Create(
            [new BalanceGenerator().AsSourceGenerator()],
            additionalTexts: (files ?? new ProjectFiles()).Texts,
            parseOptions: TestCompilation.ParseOptions,
            optionsProvider: files ?? new ProjectFiles(),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
        compilation);

    /// <summary>Runs the same generator again after an edit.</summary>
    public GeneratorRun Edit(Func<CSharpCompilation, CSharpCompilation> edit) => new(_driver, edit(Input));

    /// <summary>Runs the same generator again after an edit of one additional file.</summary>
    public GeneratorRun EditFile(AdditionalText old, AdditionalText edited) => new(_driver.ReplaceAdditionalText(old, edited), Input);

    /// <summary>Runs the same generator again after an edit of .editorconfig or of the project.</summary>
    public GeneratorRun EditOptions(ProjectFiles options) => new(_driver.WithUpdatedAnalyzerConfigOptions(options), Input);

    /// <summary>Why each output of a step came to be.</summary>
    public IEnumerable<IncrementalStepRunReason> Reasons(string step) =>
        Result.TrackedSteps[step].SelectMany(item => item.Outputs).Select(output => output.Reason);

    /// <summary>Why each file came to be.</summary>
    public IEnumerable<IncrementalStepRunReason> OutputReasons() =>
        Result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(item => item.Outputs).Select(output => output.Reason);

    /// <summary>The text of the only generated file.</summary>
    public string Text() => Assert.Single(Result.GeneratedSources).SourceText.ToString();

    /// <summary>All that the compiler says about the output, save that the source under test is not documented.</summary>
    public IEnumerable<Diagnostic> WarningsAndErrors()
    {
        HashSet<SyntaxTree> own = [.. Input.SyntaxTrees];
        return Output.GetDiagnostics().Where(diagnostic =>
            diagnostic.Severity >= DiagnosticSeverity.Warning
            && !(diagnostic.Id == "CS1591" && own.Contains(diagnostic.Location.SourceTree!)));
    }
}
