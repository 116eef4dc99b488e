namespace BalanceGen.CodeFixes;

/// <summary>Creates each file once. If several records name it, it has the classes of all of them.</summary>
internal sealed class CreateCountFileFixAll : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var files = new List<NewCountFile>();
        foreach ((Document document, Diagnostic diagnostic) in await ReportedDiagnostics.OfAsync(fixAllContext).ConfigureAwait(false))
        {
            if (await NewCountFile.OfAsync(document, diagnostic.Location.SourceSpan, fixAllContext.CancellationToken).ConfigureAwait(false) is { } file)
            {
                files.Add(file);
            }
        }

        return files.Count == 0 ? null : CodeAction.Create(
            "Create the class-count files with all classes at 0",
            _ => Task.FromResult(files
                .GroupBy(file => (file.Project, file.Name))
                .Select(file => new NewCountFile(file.Key.Project, file.Key.Name, [.. file.SelectMany(one => one.Classes).Distinct()]))
                .Aggregate(fixAllContext.Solution, (solution, file) => file.AddTo(solution))),
            nameof(CreateCountFileFixer));
    }
}
