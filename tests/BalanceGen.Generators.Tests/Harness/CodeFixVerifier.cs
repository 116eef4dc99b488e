using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>Applies a code fix in a workspace and compares the text, for one diagnostic and for all at once.</summary>
internal static class CodeFixVerifier
{
    /// <summary>Fixes the first diagnostic of the first document, by the only action or the one with the given key.</summary>
    public static async Task VerifyAsync<TFixer>(DiagnosticDescriptor rule, string source, string expected, string? key = null)
        where TFixer : CodeFixProvider, new()
    {
        using AdhocWorkspace workspace = Workspace([source]);
        Document document = workspace.CurrentSolution.Projects.Single().Documents.First();
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(rule, document.Project);

        CodeAction action = Choose(await ActionsAsync(new TFixer(), document, diagnostics[0]), key);
        Solution changed = await ApplyAsync(action);

        Assert.Equal(expected, await TextAsync(changed.GetDocument(document.Id)!));
        Assert.True((await DiagnosticsAsync(rule, changed.GetProject(document.Project.Id)!)).Length < diagnostics.Length);
        await CompilesAsWellAsBeforeAsync(document.Project, changed);
    }

    /// <summary>Fixes every diagnostic of the project; nothing of the rule may be left.</summary>
    public static async Task VerifyFixAllAsync<TFixer>(DiagnosticDescriptor rule, string[] sources, string[] expected, string? key = null)
        where TFixer : CodeFixProvider, new()
    {
        using AdhocWorkspace workspace = Workspace(sources);
        Project project = workspace.CurrentSolution.Projects.Single();
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(rule, project);
        Document document = project.GetDocument(diagnostics[0].Location.SourceTree)!;
        var fixer = new TFixer();
        CodeAction first = Choose(await ActionsAsync(fixer, document, diagnostics[0]), key);

        Solution changed = await FixAllAsync(fixer, document, diagnostics, first.EquivalenceKey);

        foreach ((DocumentId id, string text) in project.DocumentIds.Zip(expected))
        {
            Assert.Equal(text, await TextAsync(changed.GetDocument(id)!));
        }

        Assert.Empty(await DiagnosticsAsync(rule, changed.GetProject(project.Id)!));
        await CompilesAsWellAsBeforeAsync(project, changed);
    }

    /// <summary>Fixes every diagnostic of a rule the way <c>dotnet format</c> does where the first diagnostic of the analyzer is of another rule: no action is chosen.</summary>
    public static async Task VerifyFixAllOfUnchosenActionAsync<TFixer>(DiagnosticDescriptor rule, DiagnosticDescriptor[] others, string source, string expected)
        where TFixer : CodeFixProvider, new()
    {
        using AdhocWorkspace workspace = Workspace([source]);
        Document document = workspace.CurrentSolution.Projects.Single().Documents.First();
        var diagnostics = new List<Diagnostic>();
        foreach (DiagnosticDescriptor reported in (DiagnosticDescriptor[])[.. others, rule])
        {
            ImmutableArray<Diagnostic> found = await DiagnosticsAsync(reported, document.Project);
            Assert.NotEmpty(found);
            diagnostics.AddRange(found);
        }

        var fixer = new TFixer();
        Assert.Empty(await ActionsAsync(fixer, document, diagnostics[0]));

        Solution changed = await FixAllAsync(fixer, document, [.. diagnostics], key: null);

        Assert.Equal(expected, await TextAsync(changed.GetDocument(document.Id)!));
        Assert.Empty(await DiagnosticsAsync(rule, changed.GetProject(document.Project.Id)!));
    }

    /// <summary>Applies each action that is offered for the first diagnostic. None loses a comment or adds an error, and the rule has less to report.</summary>
    /// <returns>How many actions there were.</returns>
    public static async Task<int> KeepsCommentsAsync(CodeFixProvider fixer, DiagnosticDescriptor rule, string source)
    {
        using AdhocWorkspace workspace = Workspace([source]);
        Document document = workspace.CurrentSolution.Projects.Single().Documents.First();
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(rule, document.Project);
        Assert.NotEmpty(diagnostics);
        string[] comments = Comments(source);
        IReadOnlyList<CodeAction> actions = await ActionsAsync(fixer, document, diagnostics[0]);
        foreach (CodeAction action in actions)
        {
            Solution changed = await ApplyAsync(action);
            string text = await TextAsync(changed.GetDocument(document.Id)!);

            Assert.True(comments.Order().SequenceEqual(Comments(text).Order()), $"{action.Title} loses {string.Join(" ", comments.Except(Comments(text)))} of{Environment.NewLine}{text}");
            Assert.True((await DiagnosticsAsync(rule, changed.GetProject(document.Project.Id)!)).Length < diagnostics.Length, text);
            await CompilesAsWellAsBeforeAsync(document.Project, changed);
        }

        return actions.Count;
    }

    private static string[] Comments(string source) =>
    [
        .. CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions).GetRoot().DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Select(trivia => trivia.ToString().Trim('/', '*', ' ')),
    ];

    /// <summary>The titles of the actions that are offered for the first diagnostic.</summary>
    public static async Task<IEnumerable<string>> TitlesAsync<TFixer>(DiagnosticDescriptor rule, string source)
        where TFixer : CodeFixProvider, new()
    {
        using AdhocWorkspace workspace = Workspace([source]);
        Document document = workspace.CurrentSolution.Projects.Single().Documents.First();
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(rule, document.Project);
        return (await ActionsAsync(new TFixer(), document, diagnostics[0])).Select(action => action.Title);
    }

    private static async Task<Solution> FixAllAsync(CodeFixProvider fixer, Document document, ImmutableArray<Diagnostic> diagnostics, string? key)
    {
        var context = new FixAllContext(
            document, fixer, FixAllScope.Project, key!, fixer.FixableDiagnosticIds, new KnownDiagnostics(diagnostics), CancellationToken.None);
        CodeAction? fixAll = await fixer.GetFixAllProvider()!.GetFixAsync(context);
        return await ApplyAsync(Assert.IsAssignableFrom<CodeAction>(fixAll));
    }

    /// <summary>A fix adds no error of the compiler and no warning, with the generated code present.</summary>
    private static async Task CompilesAsWellAsBeforeAsync(Project project, Solution changed)
    {
        IReadOnlyList<string> before = await WarningsAndErrorsAsync(project);
        IReadOnlyList<string> after = await WarningsAndErrorsAsync(changed.GetProject(project.Id)!);
        Assert.Empty(after.Except(before));
    }

    private static async Task<IReadOnlyList<string>> WarningsAndErrorsAsync(Project project) =>
    [
        .. GeneratorRun.Start((CSharpCompilation)(await project.GetCompilationAsync())!).WarningsAndErrors()
            .Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage()}"),
    ];

    private static CodeAction Choose(IReadOnlyList<CodeAction> actions, string? key) =>
        key is null ? Assert.Single(actions) : Assert.Single(actions, action => action.EquivalenceKey == key);

    private static AdhocWorkspace Workspace(IReadOnlyList<string> sources)
    {
        var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject("UnderTest", LanguageNames.CSharp)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithCompilationOptions(TestCompilation.Options())
            .WithMetadataReferences(TestCompilation.References);
        for (int index = 0; index < sources.Count; index++)
        {
            project = project.AddDocument($"Source{index}.cs", sources[index]).Project;
        }

        Assert.True(workspace.TryApplyChanges(project.Solution));
        return workspace;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(DiagnosticDescriptor rule, Project project)
    {
        var compilation = (CSharpCompilation)(await project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> found = await AnalyzerVerifier.DiagnosticsAsync(rule, compilation);
        return [.. found.OrderBy(item => item.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(item => item.Location.SourceSpan)];
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(CodeFixProvider fixer, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await fixer.RegisterCodeFixesAsync(
            new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static async Task<string> TextAsync(Document document) => (await document.GetTextAsync()).ToString();

    private sealed class KnownDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken token)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(token);
            return diagnostics.Where(item => item.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken token) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken token) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
