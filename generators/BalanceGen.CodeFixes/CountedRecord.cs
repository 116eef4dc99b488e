using BalanceGen.Generators.CountFiles;
using BalanceGen.Generators.Diagnostics.Counts;
using BalanceGen.Generators.Model;
using BalanceGen.Generators.Parsing;
using BalanceGen.Generators.Parsing.Counts;

namespace BalanceGen.CodeFixes;

/// <summary>A record whose counts are in a file, and the edits that can be made to that file. Fixes at the record and refactorings in the file both ask here.</summary>
/// <param name="declaration">Where the record is declared.</param>
/// <param name="counts">Its counts.</param>
/// <param name="file">The file that they come from.</param>
/// <param name="text">What the file says, or null if it is not to be edited.</param>
/// <param name="none">An edit that does nothing yet.</param>
internal sealed class CountedRecord(TypeDeclarationSyntax declaration, TargetCounts counts, CountFile file, CountFileText? text, CountFileEdit none)
{
    public CountFile File => file;

    /// <summary>The record that a type declaration is, or null if no file has its counts.</summary>
    public static async Task<CountedRecord?> OfAsync(Document document, TypeDeclarationSyntax declaration, CancellationToken token)
    {
        Project project = document.Project;
        if (await document.GetSemanticModelAsync(token).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(declaration, token) is not { } type
            || TargetValidator.Validate(type, token) is not { Member: { } member, Label: { } label }
            || TargetCounts.Of(type, member, label, project.AnalyzerOptions, token) is not { Resolved.File: { } file } counts)
        {
            return null;
        }

        // A file that the build has counted is not edited, because the next build would write it again.
        TextDocument? written = file.Dataset.Length > 0
            ? null
            : project.AdditionalDocuments.FirstOrDefault(one => (one.FilePath ?? one.Name).Replace('\\', '/') == file.Path);
        CountFileText? text = written is null ? null : new CountFileText(await written.GetTextAsync(token).ConfigureAwait(false));
        return new CountedRecord(declaration, counts, file, text, new CountFileEdit(default, "", written?.Id!, document.Id, RecordRules.PathOf(declaration)));
    }

    /// <summary>A line with 0 rows for every class that has none.</summary>
    public IReadOnlyList<CountFileEdit> MissingClasses()
    {
        string[] missing = text is null ? [] : [.. counts.Resolved.MissingClasses.Select(counts.Label.ClassName)];
        string what = missing.Length == 1 ? $"'{ClassCountProblem.Excerpt(missing[0])}'" : $"{missing.Length} classes";
        return missing.Length == 0 ? [] : [none with { Kind = CountFileEditKind.AddClasses, Title = $"Add {what} with 0 rows to '{File.Name}'", Missing = missing }];
    }

    /// <summary>One line for each label.</summary>
    public IReadOnlyList<CountFileEdit> RepeatedLabels() =>
        text is { HasRepeatedLabel: true } ? [none with { Kind = CountFileEditKind.MergeLines, Title = $"Add up the lines of each label in '{File.Name}'" }] : [];

    /// <summary>What a label on a line can be that is no class.</summary>
    public IReadOnlyList<CountFileEdit> UnknownLabelOn(int firstLine, int lastLine) =>
    [
        .. counts.Resolved.UnknownLabels
            .Where(entry => firstLine <= entry.Line && entry.Line <= lastLine)
            .SelectMany(entry => UnknownLabel(entry.Label, UnknownLabelInCountFileRule.Nearest(entry, counts))),
    ];

    /// <summary>What a label can be that is no class.</summary>
    public IReadOnlyList<CountFileEdit> UnknownLabel(string label, string? nearest)
    {
        var edits = new List<CountFileEdit>();
        CountFileEdit edit = none with { Label = label, Class = nearest ?? "" };
        string shown = ClassCountProblem.Excerpt(label);
        if (nearest is not null && text is not null)
        {
            string title = text.Has(nearest) ? $"Add the rows of '{shown}' to '{nearest}' in" : $"Rename '{shown}' to '{nearest}' in";
            edits.Add(edit with { Kind = CountFileEditKind.RenameLabel, Title = $"{title} '{File.Name}'" });
        }

        if (counts.Label.WithoutRules() is TextLabelModel && RecordRules.HasClassList(declaration))
        {
            edits.Add(edit with { Kind = CountFileEditKind.IgnoreLabel, Title = $"Ignore rows with the label '{shown}'" });
            if (nearest is not null)
            {
                edits.Add(edit with { Kind = CountFileEditKind.MergeLabel, Title = $"Take the label '{shown}' for the class '{nearest}'" });
            }
        }

        return edits;
    }
}
