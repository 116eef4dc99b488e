using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>
/// All fixes and refactorings in one context. Each case is a document of one project, so that a round, in which each case has one of its actions applied, costs one compilation.
/// </summary>
internal sealed class FixMatrix
{
    private readonly IReadOnlyList<(int Number, FixCase Code)> _cases;
    private readonly Solution _solution;
    private readonly Dictionary<int, DocumentId> _documents = [];
    private readonly bool _isTwice;

    public FixMatrix(AdhocWorkspace workspace, IReadOnlyList<(int Number, FixCase Code)> cases, FixContext context)
    {
        (_cases, _isTwice) = (cases, context == FixContext.All[FixContext.Twice]);
        Project project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "UnderTest", "UnderTest", LanguageNames.CSharp, filePath: "/p/UnderTest.csproj"))
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithCompilationOptions(TestCompilation.Options())
            .WithMetadataReferences(TestCompilation.References);
        foreach ((int number, FixCase code) in cases)
        {
            Document document = project.AddDocument($"Case{number}.cs", context.Text(code, number), filePath: $"/p/Case{number}.cs");
            _documents[number] = document.Id;
            string file = FixContext.FileName(code, number);
            project = code.File is null ? document.Project : document.Project.AddAdditionalDocument(file, SourceText.From(code.File), filePath: "/p/" + file).Project;
        }

        _solution = project.Solution;
    }

    /// <summary>Applies every action to every case, and compares.</summary>
    /// <param name="titles">The titles of the actions of each case, which are those of the first context. They are added in that one.</param>
    /// <returns>What is wrong, one line for each case and action.</returns>
    public async Task<IReadOnlyList<string>> FailuresAsync(Dictionary<int, string> titles)
    {
        List<string> failures = [];
        FixRound before = await FixRound.OfAsync(_solution.Projects.Single());
        var offered = new Dictionary<int, IReadOnlyList<CodeAction>>();
        foreach ((int number, FixCase code) in _cases)
        {
            offered[number] = await OfferedAsync(before, number, code);
            string text = string.Join(" | ", offered[number].Select(action => action.Title)).Replace($"case{number}.", "", StringComparison.Ordinal);
            if (!titles.TryAdd(number, text) && titles[number] != text)
            {
                failures.Add($"{code.Provider.Name}, case {number}: offers '{text}', and in the first context '{titles[number]}'");
            }

            if (text.Length == 0)
            {
                failures.Add($"{code.Provider.Name}, case {number}: nothing is offered for{Environment.NewLine}{await before.TextAsync(_documents[number])}");
            }
        }

        for (int round = 0; round < offered.Values.Max(actions => actions.Count); round++)
        {
            Solution changed = _solution;
            foreach ((int number, _) in _cases)
            {
                // A case that has no more actions would only cost time.
                changed = round < offered[number].Count ? await MergedAsync(changed, offered[number][round]) : changed.RemoveDocument(_documents[number]);
            }

            FixRound after = await FixRound.OfAsync(changed.Projects.Single());
            foreach ((int number, FixCase code) in _cases.Where(item => round < offered[item.Number].Count))
            {
                if (await after.FailureAsync(before, _documents[number], code, _isTwice) is { } failure)
                {
                    failures.Add($"{code.Provider.Name}, case {number}, '{offered[number][round].Title}': {failure}{Environment.NewLine}{await after.TextAsync(_documents[number])}");
                }
            }

            failures.AddRange(after.GeneratedErrors().Except(before.GeneratedErrors()));
        }

        return failures;
    }

    /// <summary>The actions for the first diagnostic, or those for all diagnostics of the document at once.</summary>
    private async Task<IReadOnlyList<CodeAction>> OfferedAsync(FixRound before, int number, FixCase code)
    {
        Document document = _solution.GetDocument(_documents[number])!;
        var actions = new List<CodeAction>();
        if (Activator.CreateInstance(code.Provider) is not CodeFixProvider fixer)
        {
            await ((CodeRefactoringProvider)Activator.CreateInstance(code.Provider)!).ComputeRefactoringsAsync(await RefactoringAsync(document, code, number, actions.Add));
            return actions;
        }

        ImmutableArray<Diagnostic> diagnostics = [.. before.Of(document.Id).Where(diagnostic => diagnostic.Id == code.FixedRule()!.Id).OrderBy(diagnostic => diagnostic.Location.SourceSpan)];
        Assert.True(diagnostics.Length >= (_isTwice ? 2 : 1), $"{code.FixedRule()!.Id} is not reported in case {number}:{Environment.NewLine}{await before.TextAsync(document.Id)}");
        await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostics[0], (action, _) => actions.Add(action), default));
        return _isTwice ? [.. await Task.WhenAll(actions.Select(action => AllAsync(fixer, document, diagnostics, action)))] : actions;
    }

    private static async Task<CodeAction> AllAsync(CodeFixProvider fixer, Document document, ImmutableArray<Diagnostic> diagnostics, CodeAction one)
    {
        FixAllProvider? provider = fixer.GetFixAllProvider();
        Assert.True(provider is not null, $"{fixer.GetType().Name} has no fix-all.");
        var context = new FixAllContext(document, fixer, FixAllScope.Project, one.EquivalenceKey!, fixer.FixableDiagnosticIds, new KnownDiagnostics(diagnostics), default);
        var all = Assert.IsAssignableFrom<CodeAction>(await provider.GetFixAsync(context));
        return CodeAction.Create(one.Title, async token => (await all.GetOperationsAsync(token)).OfType<ApplyChangesOperation>().Single().ChangedSolution, one.EquivalenceKey);
    }

    /// <summary>A refactoring of a type at its name, or of a file at its first line.</summary>
    private async Task<CodeRefactoringContext> RefactoringAsync(Document document, FixCase code, int number, Action<CodeAction> register)
    {
        if (code.File is not null && code.Provider.Name.Contains("File", StringComparison.Ordinal))
        {
            TextDocument file = _solution.Projects.Single().AdditionalDocuments.Single(item => item.Name == FixContext.FileName(code, number));
            return new CodeRefactoringContext(file, new TextSpan(0, 0), register, default);
        }

        TypeDeclarationSyntax type = (await document.GetSyntaxRootAsync())!.DescendantNodes().OfType<TypeDeclarationSyntax>().First(type => type.Identifier.ValueText == "Row");
        return new CodeRefactoringContext(document, new TextSpan(type.Identifier.SpanStart, 0), register, default);
    }

    /// <summary>The solution with what an action changes of the solution before all.</summary>
    private async Task<Solution> MergedAsync(Solution merged, CodeAction action)
    {
        Solution changed = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        foreach (ProjectChanges project in changed.GetChanges(_solution).GetProjectChanges())
        {
            foreach (DocumentId id in project.GetChangedDocuments())
            {
                merged = merged.WithDocumentText(id, await changed.GetDocument(id)!.GetTextAsync());
            }

            foreach (DocumentId id in project.GetChangedAdditionalDocuments())
            {
                merged = merged.WithAdditionalDocumentText(id, await changed.GetAdditionalDocument(id)!.GetTextAsync());
            }

            foreach (TextDocument added in project.GetAddedAdditionalDocuments().Select(id => changed.GetAdditionalDocument(id)!))
            {
                merged = merged.AddAdditionalDocument(added.Id, added.Name, await added.GetTextAsync(), added.Folders, added.FilePath);
            }
        }

        return merged;
    }

    private sealed class KnownDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken token)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(token);
            return diagnostics.Where(item => item.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken token) => Task.FromResult(Enumerable.Empty<Diagnostic>());

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken token) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
