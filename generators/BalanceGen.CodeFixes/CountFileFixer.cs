using System.Composition;
using BalanceGen.Generators.CountFiles;
using BalanceGen.Generators.Diagnostics.Counts;
using BalanceGen.Generators.Model;
using BalanceGen.Generators.Parsing;
using BalanceGen.Generators.Parsing.Counts;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        Project project = document.Project;
        if (await document.GetSyntaxRootAsync(token).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(token).ConfigureAwait(false) is not { } model
            || root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, token) is not { } type
            || TargetValidator.Validate(type, token) is not { Member: { } member, Label: { } label }
            || TargetCounts.Of(type, member, label, project.AnalyzerOptions, token) is not { Resolved.File: { } file } counts)
        {
            return [];
        }

        // What the build has counted is not edited: it would be written again.
        TextDocument? written = file.Dataset.Length > 0
            ? null
            : project.AdditionalDocuments.FirstOrDefault(one => (one.FilePath ?? one.Name).Replace('\\', '/') == file.Path);
        CountFileText? text = written is null ? null : new CountFileText(await written.GetTextAsync(token).ConfigureAwait(false));
        var none = new CountFileEdit(default, "", written?.Id!, document.Id, RecordRules.PathOf(declaration));
        return diagnostic.Id == Descriptors.UnknownLabelInCountFile.Id ? UnknownLabel(diagnostic, counts, declaration, text, none)
            : text is null ? []
            : diagnostic.Id == Descriptors.ClassNotInCountFile.Id ? MissingClasses(counts, none)
            : text.HasRepeatedLabel ? [none with { Kind = CountFileEditKind.MergeLines, Title = $"Add up the lines of each label in '{file.Name}'" }]
            : [];
    }

    private static IReadOnlyList<CountFileEdit> MissingClasses(TargetCounts counts, CountFileEdit edit)
    {
        string[] missing = [.. counts.Resolved.MissingClasses.Select(counts.Label.ClassName)];
        string what = missing.Length == 1 ? $"'{ClassCountProblem.Excerpt(missing[0])}'" : $"{missing.Length} classes";
        return missing.Length == 0 ? [] : [edit with { Kind = CountFileEditKind.AddClasses, Title = $"Add {what} with 0 rows to '{counts.Resolved.File!.Name}'", Missing = missing }];
    }

    private static IReadOnlyList<CountFileEdit> UnknownLabel(Diagnostic diagnostic, TargetCounts counts, TypeDeclarationSyntax declaration, CountFileText? text, CountFileEdit none)
    {
        if (!diagnostic.Properties.TryGetValue(UnknownLabelInCountFileRule.LabelProperty, out string? label) || label is null)
        {
            return [];
        }

        var edits = new List<CountFileEdit>();
        diagnostic.Properties.TryGetValue(UnknownLabelInCountFileRule.NearestProperty, out string? nearest);
        CountFileEdit edit = none with { Label = label, Class = nearest ?? "" };
        string shown = ClassCountProblem.Excerpt(label);
        if (nearest is not null && text is not null)
        {
            string title = text.Has(nearest) ? $"Add the rows of '{shown}' to '{nearest}' in" : $"Rename '{shown}' to '{nearest}' in";
            edits.Add(edit with { Kind = CountFileEditKind.RenameLabel, Title = $"{title} '{counts.Resolved.File!.Name}'" });
        }

        if (Listed(counts.Label) is StringLabelModel or TextLabelModel && RecordRules.HasClassList(declaration))
        {
            edits.Add(edit with { Kind = CountFileEditKind.IgnoreLabel, Title = $"Ignore rows with the label '{shown}'" });
            if (nearest is not null)
            {
                edits.Add(edit with { Kind = CountFileEditKind.MergeLabel, Title = $"Take the label '{shown}' for the class '{nearest}'" });
            }
        }

        return edits;
    }

    private static LabelModel Listed(LabelModel label) => label is RuledLabelModel ruled ? ruled.Labels : label;
}
