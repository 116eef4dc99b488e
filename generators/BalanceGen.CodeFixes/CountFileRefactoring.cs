using BalanceGen.Generators.CountFiles;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace BalanceGen.CodeFixes;

/// <summary>
/// What <see cref="CountFileFixer"/> does, from the class-count file itself: adds missing classes with 0 rows, renames the label on the line to the nearest class, merges the
/// lines of one label; or ignores or merges the label in the record that names the file.
/// </summary>
/// <remarks>
/// The diagnostics have no place in the file: the build would print each twice, once for the record and once for the file. So this is a
/// refactoring, which looks for the records itself.
/// </remarks>
[ExportCodeRefactoringProvider(
    LanguageNames.CSharp, Name = nameof(CountFileRefactoring), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".csv"]), Shared]
public sealed class CountFileRefactoring : CodeRefactoringProvider
{
    private const string Attribute = "BalancedDataset";

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        TextDocument file = context.TextDocument;
        string path = (file.FilePath ?? file.Name).Replace('\\', '/');
        if (!path.EndsWith(CountFileReader.Extension, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        SourceText text = await file.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        LinePositionSpan lines = text.Lines.GetLinePositionSpan(context.Span);
        var titles = new HashSet<string>();
        foreach (CountFileEdit edit in await EditsAsync(file.Project, path, lines.Start.Line + 1, lines.End.Line + 1, context.CancellationToken).ConfigureAwait(false))
        {
            // Several records may name the file, and ask for the same edit of it.
            if (titles.Add(edit.Title))
            {
                context.RegisterRefactoring(CodeAction.Create(edit.Title, token => edit.ApplyAsync(file.Project.Solution, token), edit.Key));
            }
        }
    }

    private static async Task<IReadOnlyList<CountFileEdit>> EditsAsync(Project project, string path, int firstLine, int lastLine, CancellationToken token)
    {
        var edits = new List<CountFileEdit>();
        foreach (Document document in project.Documents)
        {
            if (await document.GetSyntaxRootAsync(token).ConfigureAwait(false) is not { } root)
            {
                continue;
            }

            foreach (TypeDeclarationSyntax declaration in root.DescendantNodes(node => node is not MemberDeclarationSyntax || node is BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
                .OfType<TypeDeclarationSyntax>()
                .Where(IsAnnotated))
            {
                if (await CountedRecord.OfAsync(document, declaration, token).ConfigureAwait(false) is { } record && record.File.Path == path)
                {
                    edits.AddRange(record.UnknownLabelOn(firstLine, lastLine));
                    edits.AddRange(record.MissingClasses());
                    edits.AddRange(record.RepeatedLabels());
                }
            }
        }

        return edits;
    }

    /// <summary>By the name alone: only these records are bound.</summary>
    private static bool IsAnnotated(TypeDeclarationSyntax declaration) =>
        declaration.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString().Contains(Attribute));
}
