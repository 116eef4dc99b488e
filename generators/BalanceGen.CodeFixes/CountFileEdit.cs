namespace BalanceGen.CodeFixes;

/// <summary>One edit of a class-count file, or of the record that names it. Several edits are made one after the other, each on the result of the one before.</summary>
/// <param name="Kind">What is done; the same for all that are done together.</param>
/// <param name="Title">What the menu says.</param>
/// <param name="File">The class-count file.</param>
/// <param name="Record">Where the record is declared.</param>
/// <param name="RecordName">Its name, with those of the types around it.</param>
internal sealed record CountFileEdit(CountFileEditKind Kind, string Title, DocumentId File, DocumentId Record, string RecordName)
{
    /// <summary>The classes that get a line.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The label that is no class.</summary>
    public string Label { get; init; } = "";

    /// <summary>The class that it may stand for.</summary>
    public string Class { get; init; } = "";

    public string Key => $"{nameof(CountFileFixer)}.{Kind}";

    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken token)
    {
        if (Kind is CountFileEditKind.IgnoreLabel or CountFileEditKind.MergeLabel)
        {
            return solution.GetDocument(Record) is { } record
                && await record.GetSyntaxRootAsync(token).ConfigureAwait(false) is { } root
                    ? solution.WithDocumentText(Record, RecordRules.Add(root, await record.GetTextAsync(token).ConfigureAwait(false), this))
                    : solution;
        }

        if (solution.GetAdditionalDocument(File) is not { } file)
        {
            return solution;
        }

        var text = new CountFileText(await file.GetTextAsync(token).ConfigureAwait(false));
        SourceText changed = Kind switch
        {
            CountFileEditKind.AddClasses => text.WithClasses(Missing),
            CountFileEditKind.RenameLabel => text.WithName(Label, Class),
            _ => text.WithMergedLines(),
        };
        return solution.WithAdditionalDocumentText(File, changed);
    }
}
