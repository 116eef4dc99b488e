using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>A project of the matrix, with what the compiler and the analyzers say about it.</summary>
internal sealed class FixRound
{
    private readonly Project _project;
    private readonly ILookup<string, Diagnostic> _diagnostics;
    private readonly string[] _generated;

    private FixRound(Project project, ILookup<string, Diagnostic> diagnostics, string[] generated) =>
        (_project, _diagnostics, _generated) = (project, diagnostics, generated);

    public static async Task<FixRound> OfAsync(Project project)
    {
        var files = new ProjectFiles();
        foreach (TextDocument file in project.AdditionalDocuments)
        {
            files.With(file.FilePath!, (await file.GetTextAsync()).ToString());
        }

        GeneratorRun run = GeneratorRun.Start((CSharpCompilation)(await project.GetCompilationAsync())!, files);
        Diagnostic[] all = [.. (await AnalyzerVerifier.AllDiagnosticsAsync(run.Output, files)).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)];
        HashSet<SyntaxTree> own = [.. run.Input.SyntaxTrees];
        return new FixRound(
            project,
            all.Where(diagnostic => own.Contains(diagnostic.Location.SourceTree!) && diagnostic.Id != "CS1591").ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath),
            [.. all.Where(diagnostic => !own.Contains(diagnostic.Location.SourceTree!)).Select(diagnostic => diagnostic.ToString())]);
    }

    /// <summary>What is reported in a document.</summary>
    public IEnumerable<Diagnostic> Of(DocumentId document) => _diagnostics[_project.GetDocument(document)!.FilePath!];

    /// <summary>What the compiler says about generated code.</summary>
    public IReadOnlyList<string> GeneratedErrors() => _generated;

    public async Task<string> TextAsync(DocumentId document) => (await _project.GetDocument(document)!.GetTextAsync()).ToString();

    /// <summary>What is wrong with the result of a fix, or null.</summary>
    public async Task<string?> FailureAsync(FixRound before, DocumentId document, FixCase code, bool isTwice)
    {
        List<string> lost = [.. await before.CommentsAsync(document)];
        string[] added = [.. (await CommentsAsync(document)).Where(comment => !lost.Remove(comment))];
        string[] old = [.. before.Of(document).Select(diagnostic => diagnostic.Id)];
        Diagnostic[] fresh = [.. Of(document).Where(diagnostic => !old.Contains(diagnostic.Id) && !code.Then.Contains(diagnostic.Id))];
        int left = Of(document).Count(diagnostic => diagnostic.Id == code.FixedRule()?.Id);

        // One action fixes at least the diagnostic that it is for, and in the context of two copies all of them.
        int most = isTwice ? 0 : before.Of(document).Count(diagnostic => diagnostic.Id == code.FixedRule()?.Id) - 1;
        return lost.Count > 0 ? $"loses the comments {string.Join(' ', lost)}"
            : added.Length > 0 ? $"makes the comments {string.Join(' ', added)}"
            : fresh.Length > 0 ? $"makes {string.Join(", ", fresh.Select(diagnostic => diagnostic.ToString()))}"
            : code.FixedRule() is not null && left > most ? $"leaves {left} of {code.FixedRule()!.Id}"
            : null;
    }

    private async Task<string[]> CommentsAsync(DocumentId document) =>
    [
        .. (await _project.GetDocument(document)!.GetSyntaxRootAsync())!.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
            .Select(trivia => trivia.ToString().Trim('/', '*', ' ', '\r', '\n')),
    ];
}
