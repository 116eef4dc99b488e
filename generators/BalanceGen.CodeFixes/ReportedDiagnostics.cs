using System.Collections.Immutable;
using System.Globalization;

namespace BalanceGen.CodeFixes;

/// <summary>The diagnostics that are fixed at once, each with its document.</summary>
internal static class ReportedDiagnostics
{
    /// <summary>By file, position and text, because analyzers report in the order in which their threads end.</summary>
    public static async Task<IEnumerable<(Document Document, Diagnostic Diagnostic)>> OfAsync(FixAllContext context)
    {
        var found = new List<(Document Document, Diagnostic Diagnostic)>();
        foreach (Project project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            ImmutableArray<Diagnostic> diagnostics = context is { Scope: FixAllScope.Document, Document: { } only }
                ? await context.GetDocumentDiagnosticsAsync(only).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (Diagnostic diagnostic in diagnostics)
            {
                if (project.GetDocument(diagnostic.Location.SourceTree) is { } document)
                {
                    found.Add((document, diagnostic));
                }
            }
        }

        return found
            .OrderBy(item => item.Document.FilePath, StringComparer.Ordinal)
            .ThenBy(item => item.Diagnostic.Location.SourceSpan)
            .ThenBy(item => item.Diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
