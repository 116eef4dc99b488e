using BalanceGen.Generators.CountFiles;
using BalanceGen.Generators.Diagnostics.Counts;
using BalanceGen.Generators.Model;
using BalanceGen.Generators.Parsing;
using BalanceGen.Generators.Parsing.Counts;

namespace BalanceGen.CodeFixes;

/// <summary>A record whose counts are in a file, and the edits that can be made to that file. Fixes at the record and refactorings in the file both ask here.</summary>
internal sealed class CountedRecord
{
    private readonly TypeDeclarationSyntax _declaration;
    private readonly TargetCounts _counts;
    private readonly CountFileText? _text;
    private readonly CountFileEdit _none;

    private CountedRecord(TypeDeclarationSyntax declaration, TargetCounts counts, CountFile file, CountFileText? text, CountFileEdit none)
    {
        (_declaration, _counts, File, _text, _none) = (declaration, counts, file, text, none);
    }

    /// <summary>The file.</summary>
    public CountFile File { get; }

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
        string[] missing = _text is null ? [] : [.. _counts.Resolved.MissingClasses.Select(_counts.Label.ClassName)];
        string what = missing.Length == 1 ? $"'{ClassCountProblem.Excerpt(missing[0])}'" : $"{missing.Length} classes";
        return missing.Length == 0 ? [] : [_none with { Kind = CountFileEditKind.AddClasses, Title = $"Add {what} with 0 rows to '{File.Name}'", Missing = missing }];
    }

    /// <summary>One line for each label.</summary>
    public IReadOnlyList<CountFileEdit> RepeatedLabels() =>
        _text is { HasRepeatedLabel: true } ? [_none with { Kind = CountFileEditKind.MergeLines, Title = $"Add up the lines of each label in '{File.Name}'" }] : [];

    /// <summary>What a label on a line can be that is no class.</summary>
    public IReadOnlyList<CountFileEdit> UnknownLabelOn(int firstLine, int lastLine) =>
    [
        .. _counts.Resolved.UnknownLabels
            .Where(entry => firstLine <= entry.Line && entry.Line <= lastLine)
            .SelectMany(entry => UnknownLabel(entry.Label, UnknownLabelInCountFileRule.Nearest(entry, _counts))),
    ];

    /// <summary>What a label can be that is no class.</summary>
    public IReadOnlyList<CountFileEdit> UnknownLabel(string label, string? nearest)
    {
        var edits = new List<CountFileEdit>();
        CountFileEdit edit = _none with { Label = label, Class = nearest ?? "" };
        string shown = ClassCountProblem.Excerpt(label);
        if (nearest is not null && _text is not null)
        {
            string title = _text.Has(nearest) ? $"Add the rows of '{shown}' to '{nearest}' in" : $"Rename '{shown}' to '{nearest}' in";
            edits.Add(edit with { Kind = CountFileEditKind.RenameLabel, Title = $"{title} '{File.Name}'" });
        }

        if (Listed(_counts.Label) is TextLabelModel && RecordRules.HasClassList(_declaration))
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
