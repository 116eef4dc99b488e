using System.Collections.Immutable;
using BalanceGen.Generators.Parsing;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Tests.Fuzzing;

/// <summary>What must hold whatever the source is.</summary>
internal sealed class FuzzOracle
{
    private static readonly ProjectFiles Files = new ProjectFiles().With("/any.classcounts.csv", "label,count\na,1\nb,2\n");

    /// <summary>One compilation whose references all others share.</summary>
    private readonly CSharpCompilation _empty = TestCompilation.Of("");

    private readonly GeneratorDriver _driver = CSharpGeneratorDriver.Create(
        [new BalanceGenerator().AsSourceGenerator()], Files.Texts, TestCompilation.ParseOptions, Files);

    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = [.. AnalyzerVerifier.AllAnalyzers];

    public async Task<FuzzOutcome> JudgeAsync(string source)
    {
        CSharpCompilation input = _empty.ReplaceSyntaxTree(_empty.SyntaxTrees[0], TestCompilation.Parse(source, "Mutated.cs"));
        GeneratorDriverRunResult run = _driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> ofGenerator)
            .GetRunResult();
        if (run.Results[0].Exception is { } exception || !ofGenerator.IsEmpty)
        {
            return Failed("The generator failed: " + (run.Results[0].Exception?.ToString() ?? ofGenerator[0].ToString()));
        }

        // Compiler and analyzers in one go: asked one after the other, each of them binds every method.
        ImmutableArray<Diagnostic> all = await output
            .WithAnalyzers(_analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions(Files.Texts, Files), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false))
            .GetAllDiagnosticsAsync();
        if (all.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001") is { } thrown)
        {
            return Failed("An analyzer failed: " + thrown.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        }

        // The compiler's own have any id: that of something experimental is the user's.
        ImmutableArray<Diagnostic> reported = [.. all.Where(diagnostic => diagnostic.Id.StartsWith("BALG", StringComparison.Ordinal))];
        Diagnostic[] said = [.. all.Except(reported).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
        bool compiles = said.Any(IsError) ? !input.GetDiagnostics().Any(IsError) : true;
        return Compilation(said, run, compiles) is { } problem ? Failed(problem) : Equivalence(input, output, run, reported, compiles);
    }

    /// <summary>Generated code adds no error, and no warning of its own.</summary>
    private static string? Compilation(Diagnostic[] said, GeneratorDriverRunResult run, bool compiles)
    {
        bool isOwnCodeGood = compiles || !said.Any(diagnostic => IsError(diagnostic) && !IsIn(run, diagnostic));
        Diagnostic? added = said.FirstOrDefault(diagnostic => isOwnCodeGood && (IsIn(run, diagnostic) || (compiles && IsError(diagnostic))));
        return added is null
            ? null
            : $"Generated code does not compile: {added}\n{added.Location.SourceTree?.GetText().Lines[added.Location.GetLineSpan().StartLinePosition.Line]}";

        static bool IsIn(GeneratorDriverRunResult run, Diagnostic diagnostic) =>
            diagnostic.Location.SourceTree is { } tree && run.GeneratedTrees.Contains(tree);
    }

    /// <summary>An annotated type is completed or reported: never neither, never both.</summary>
    private static FuzzOutcome Equivalence(
        CSharpCompilation input, Compilation output, GeneratorDriverRunResult run, ImmutableArray<Diagnostic> reported, bool compiles)
    {
        HashSet<string> files = [.. run.Results[0].GeneratedSources.Select(file => file.HintName)];
        INamedTypeSymbol[] targets = [.. AnnotatedTypes(input)];
        (string Id, Location Location)[] refusals = [.. reported.Where(IsRefusal).Select(diagnostic => (diagnostic.Id, diagnostic.Location)).Distinct()];
        var violationsOfOutput = new Lazy<ILookup<string, (string, Location)>>(() => AnnotatedTypes(output)
            .SelectMany(target => Violations(target).Select(violation => (HintName: TypeNames.HintName(target), Violation: violation)))
            .ToLookup(item => item.HintName, item => item.Violation));
        var expected = new HashSet<(string, Location)>();
        int refused = 0;
        foreach (INamedTypeSymbol target in targets)
        {
            // Rows of a type may be refused at a label that another type declares, so what is reported is told apart by the validator.
            // A label may be of a type that is generated itself: the generator cannot see it, and the analyzers say what is wrong with it.
            string file = TypeNames.HintName(target);
            bool isEmitted = files.Contains(file);
            (string, Location)[] own = Violations(target);
            own = isEmitted || own.Length > 0 ? own : [.. violationsOfOutput.Value[file]];
            expected.UnionWith(own);
            bool isReported = own.Any(refusals.Contains);
            refused += isReported ? 1 : 0;
            if (isReported && isEmitted)
            {
                return Failed($"'{target}' is completed and reported: {own[0]}");
            }

            // Where an attribute or the label's type does not compile, the compiler has already said why.
            if (!isReported && !isEmitted && compiles)
            {
                return Failed($"'{target}' is neither completed nor reported.");
            }
        }

        if (files.Count > targets.Length)
        {
            return Failed("More files than annotated types.");
        }

        // With generated types in sight the analyzers may refuse a type for another reason than the generator had.
        bool IsSeenInOutput((string, Location) refusal) =>
            targets.Select(TypeNames.HintName).Any(file => !files.Contains(file) && violationsOfOutput.Value[file].Contains(refusal));
        return refusals.FirstOrDefault(refusal => !expected.Contains(refusal) && !IsSeenInOutput(refusal)) is { Id: not null } unexpected
            ? Failed($"{unexpected.Id} is reported for no annotated type.")
            : new FuzzOutcome(null, files.Count, refused, compiles);
    }

    private static (string Id, Location Location)[] Violations(INamedTypeSymbol target) =>
    [
        .. TargetClasses.Violations(target, TargetValidator.Validate(target, default), new AnalyzerOptions(Files.Texts, Files), default).Where(violation => violation.PreventsGeneration)
            .Select(violation => violation.ToDiagnostic()).Select(diagnostic => (diagnostic.Id, diagnostic.Location)),
    ];

    /// <summary>The annotated types of the mutated file, which is the first.</summary>
    private static IEnumerable<INamedTypeSymbol> AnnotatedTypes(Compilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees.First();
        SemanticModel model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Select(declaration => model.GetDeclaredSymbol(declaration)).OfType<INamedTypeSymbol>()
            .Where(type => Annotations.BalancedDataset(type) is not null)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
    }

    private static bool IsRefusal(Diagnostic diagnostic) =>
        string.CompareOrdinal(diagnostic.Id, "BALG0100") < 0 && diagnostic.Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static FuzzOutcome Failed(string problem) => new(problem, 0, 0, false);
}
