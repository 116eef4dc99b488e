using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>Fixes that edit a class-count file, or what its record says of a label.</summary>
public sealed class CountFileFixerTests
{
    private const string Path = "/project/cats.classcounts.csv";

    private const string Enum = "using BalanceGen;\npublic enum Breed { Siamese, Birman, Bengal }\n[BalancedDataset(ClassCounts = \"cats.classcounts.csv\", ZeroCounts = ZeroCountRule.ZeroWeight)]\npublic partial record Cat([ClassLabel] Breed Breed);\n";

    private const string Text = "using BalanceGen;\n// before\n[BalancedDataset(ClassCounts = \"cats.classcounts.csv\")] // kept\npublic partial record Cat(\n    [ClassLabel(\"Siamese\", \"Birman\" /* b */)] string Breed);\n";

    [Theory]
    [InlineData("label,count\nSiamese,160\n", "label,count\nSiamese,160\nBirman,0\nBengal,0\n", "Add 2 classes with 0 rows to 'cats.classcounts.csv'")]
    [InlineData("Siamese;1\r\nBengal;2", "Siamese;1\r\nBengal;2\r\nBirman;0\r\n", "Add 'Birman' with 0 rows to 'cats.classcounts.csv'")]
    public Task Missing_classes_get_a_line_with_0(string before, string after, string title) =>
        VerifyFileAsync(Descriptors.ClassNotInCountFile, Enum, before, after, title);

    [Theory]
    [InlineData("Siamese,160\n\"Birmann\",10\nBengal,1\n", "Siamese,160\nBirman,10\nBengal,1\n", "Rename 'Birmann' to 'Birman' in 'cats.classcounts.csv'")]
    [InlineData("l,n\nSiamese,160\nBirmann,10\nBengal,1\n\nBirman,5", "l,n\nSiamese,160\nBengal,1\n\nBirman,15", "Add the rows of 'Birmann' to 'Birman' in 'cats.classcounts.csv'")]
    public Task Unknown_label_is_renamed_to_the_nearest_class_or_added_to_it(string before, string after, string title) =>
        VerifyFileAsync(Descriptors.UnknownLabelInCountFile, Enum, before, after, title);

    [Fact]
    public Task Lines_of_one_label_are_added_up_where_the_first_is() => VerifyFileAsync(
        Descriptors.DuplicateLabelInCountFile,
        Enum,
        "label\tcount\nSiamese\t160\nBirman\t10\nBengal\t1\nSiamese\t2\nBirman\t3\nSiamese\t4\n",
        "label\tcount\nSiamese\t166\nBirman\t13\nBengal\t1\n",
        "Add up the lines of each label in 'cats.classcounts.csv'");

    [Theory]
    [InlineData(
        "Ignore rows with the label 'Birmen'",
        "using BalanceGen;\n// before\n[BalancedDataset(ClassCounts = \"cats.classcounts.csv\")] [IgnoredClass(\"Birmen\")] // kept\npublic partial record Cat(\n    [ClassLabel(\"Siamese\", \"Birman\", \"Birmen\" /* b */)] string Breed);\n")]
    [InlineData(
        "Take the label 'Birmen' for the class 'Birman'",
        "using BalanceGen;\n// before\n[BalancedDataset(ClassCounts = \"cats.classcounts.csv\")] [MergedClass(\"Birman\", \"Birman\", \"Birmen\")] // kept\npublic partial record Cat(\n    [ClassLabel(\"Siamese\", \"Birman\", \"Birmen\" /* b */)] string Breed);\n")]
    public async Task Record_ignores_or_merges_the_label(string title, string expected)
    {
        const string Counts = "Siamese,160\nBirman,10\nBirmen,2\n";
        using var workspace = new AdhocWorkspace();
        Document document = Open(workspace, Text, Counts);
        Solution changed = await ApplyAsync(Assert.Single(await ActionsAsync(document, Descriptors.UnknownLabelInCountFile, Counts), action => action.Title == title));

        Assert.Equal(expected, (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString());
        await IsCleanAsync(changed, document, Counts, Counts);
    }

    /// <summary>Two records with one file each, and several labels of one file: what Roslyn's own provider would not merge.</summary>
    [Fact]
    public async Task Fix_all_edits_every_file_and_record()
    {
        const string Counts = "Siamese,160\nBirmann,10\nSiamesse,5\n";
        using var workspace = new AdhocWorkspace();
        Document document = Open(workspace, Text, Counts);

        Assert.Equal("Siamese,165\nBirman,10\n", await FixAllAsync(document, Counts, "CountFileFixer.RenameLabel", additional: true));
        Assert.Equal(
            Text.Replace("[BalancedDataset(ClassCounts = \"cats.classcounts.csv\")]", "[BalancedDataset(ClassCounts = \"cats.classcounts.csv\")] [IgnoredClass(\"Siamesse\")] [IgnoredClass(\"Birmann\")]", StringComparison.Ordinal)
                .Replace("\"Birman\"", "\"Birman\", \"Birmann\", \"Siamesse\"", StringComparison.Ordinal),
            await FixAllAsync(document, Counts, "CountFileFixer.IgnoreLabel", additional: false));
    }

    /// <summary><c>dotnet format</c> chooses for all rules of a fixer what the first diagnostic of any of them is offered.</summary>
    [Fact]
    public async Task Fix_all_by_an_action_of_another_rule_takes_the_first_that_is_offered()
    {
        const string Counts = "Siamese,160\nBirmann,10\nSiamesse,5\n";
        using var workspace = new AdhocWorkspace();

        Assert.Equal("Siamese,165\nBirman,10\n", await FixAllAsync(Open(workspace, Text, Counts), Counts, "CountFileFixer.AddClasses", additional: true));
    }

    [Theory]
    [InlineData("Siamese,160\nxyz,10\n")]
    [InlineData("Siamese,160\nBirman,1\nBengal,3\n")]
    public async Task Nothing_is_offered_in_the_file_where_there_is_nothing_to_do(string counts)
    {
        using var workspace = new AdhocWorkspace();
        Document document = Open(workspace, Enum, counts);
        ProjectFiles files = new ProjectFiles().With(Path, counts);
        foreach (Diagnostic diagnostic in await DiagnosticsAsync(document.Project, Descriptors.UnknownLabelInCountFile, files))
        {
            Assert.Empty(await ActionsAsync(document, diagnostic));
        }
    }

    private static async Task VerifyFileAsync(DiagnosticDescriptor rule, string source, string before, string after, string title)
    {
        using var workspace = new AdhocWorkspace();
        Document document = Open(workspace, source, before);
        CodeAction action = Assert.Single(await ActionsAsync(document, rule, before), action => action.Title == title);

        Solution changed = await ApplyAsync(action);

        string text = await AdditionalTextAsync(changed);
        Assert.Equal(after, text);
        Assert.Equal(source, (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString());
        await IsCleanAsync(changed, document, text, before);
    }

    /// <summary>What is reported afterwards was reported before, and of the rules that were fixed nothing is left.</summary>
    private static async Task IsCleanAsync(Solution changed, Document document, string counts, string countsBefore)
    {
        var before = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        var after = (CSharpCompilation)(await changed.GetProject(document.Project.Id)!.GetCompilationAsync())!;
        ProjectFiles files = new ProjectFiles().With(Path, counts);
        Assert.Empty(GeneratorRun.Start(after, files).WarningsAndErrors());
        string[] left = [.. (await AnalyzerVerifier.DiagnosticsAsync(after, AnalyzerVerifier.AllAnalyzers, files)).Select(diagnostic => diagnostic.Id)];
        Assert.Empty(left.Intersect(["BALG0106", "BALG0107", "BALG0110"]));
        Assert.Empty(left.Except((await AnalyzerVerifier.DiagnosticsAsync(before, AnalyzerVerifier.AllAnalyzers, new ProjectFiles().With(Path, countsBefore))).Select(diagnostic => diagnostic.Id).Append("BALG0112").Append("BALG0113")));
    }

    private static async Task<string> FixAllAsync(Document document, string counts, string key, bool additional)
    {
        var diagnostics = new Known(await DiagnosticsAsync(document.Project, Descriptors.UnknownLabelInCountFile, new ProjectFiles().With(Path, counts)));
        var fixer = new CountFileFixer();
        var context = new FixAllContext(document, fixer, FixAllScope.Project, key, fixer.FixableDiagnosticIds, diagnostics, CancellationToken.None);
        Solution changed = await ApplyAsync(Assert.IsAssignableFrom<CodeAction>(await fixer.GetFixAllProvider()!.GetFixAsync(context)));
        return additional ? await AdditionalTextAsync(changed) : (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private static async Task<string> AdditionalTextAsync(Solution solution) =>
        (await solution.Projects.Single().AdditionalDocuments.Single().GetTextAsync()).ToString();

    private static Document Open(AdhocWorkspace workspace, string source, string counts)
    {
        Document document = workspace.AddProject("UnderTest", LanguageNames.CSharp)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithCompilationOptions(TestCompilation.Options())
            .WithMetadataReferences(TestCompilation.References)
            .AddAdditionalDocument("cats.classcounts.csv", SourceText.From(counts), filePath: Path).Project
            .AddDocument("Source0.cs", source);
        Assert.True(workspace.TryApplyChanges(document.Project.Solution));
        return workspace.CurrentSolution.GetDocument(document.Id)!;
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(Document document, DiagnosticDescriptor rule, string counts) =>
        await ActionsAsync(document, (await DiagnosticsAsync(document.Project, rule, new ProjectFiles().With(Path, counts)))[0]);

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await new CountFileFixer().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        return actions;
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Project project, DiagnosticDescriptor rule, ProjectFiles files) =>
        await AnalyzerVerifier.DiagnosticsAsync(rule, (CSharpCompilation)(await project.GetCompilationAsync())!, files);

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private sealed class Known(IReadOnlyList<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken token) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken token) => Task.FromResult(Enumerable.Empty<Diagnostic>());

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken token) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
