using BalanceGen.Generators.Diagnostics.Counts;

namespace BalanceGen.CodeFixes;

/// <summary>
/// BALG0106, BALG0107 and BALG0110, from the attribute that names the class-count file: adds missing classes with 0 rows, renames a label to the nearest class,
/// merges the lines of one label; or leaves the file as it is and ignores or merges the label.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CountFileFixer)), Shared]
public sealed class CountFileFixer() : RuleFixer(Descriptors.ClassNotInCountFile, Descriptors.UnknownLabelInCountFile, Descriptors.DuplicateLabelInCountFile)
{
    private protected override FixAllProvider FixAll => new CountFileFixAll();

    private protected override async Task RegisterAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (CountFileEdit edit in await EditsAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(edit.Title, token => edit.ApplyAsync(context.Document.Project.Solution, token), edit.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>What can be done about a diagnostic.</summary>
    internal static async Task<IReadOnlyList<CountFileEdit>> EditsAsync(Document document, Diagnostic diagnostic, CancellationToken token)
    {
        if (await document.GetSyntaxRootAsync(token).ConfigureAwait(false) is not { } root
            || root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || await CountedRecord.OfAsync(document, declaration, token).ConfigureAwait(false) is not { } record)
        {
            return [];
        }

        if (diagnostic.Id != Descriptors.UnknownLabelInCountFile.Id)
        {
            return diagnostic.Id == Descriptors.ClassNotInCountFile.Id ? record.MissingClasses() : record.RepeatedLabels();
        }

        diagnostic.Properties.TryGetValue(UnknownLabelInCountFileRule.NearestProperty, out string? nearest);
        return diagnostic.Properties.TryGetValue(UnknownLabelInCountFileRule.LabelProperty, out string? label) && label is not null
            ? record.UnknownLabel(label, nearest)
            : [];
    }
}
