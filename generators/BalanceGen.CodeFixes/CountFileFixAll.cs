namespace BalanceGen.CodeFixes;

/// <summary>Makes the edits of all diagnostics one after the other, because Roslyn's own provider merges only changes of source files.</summary>
internal sealed class CountFileFixAll : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var edits = new List<CountFileEdit>();
        foreach ((Document document, Diagnostic diagnostic) in await ReportedDiagnostics.OfAsync(fixAllContext).ConfigureAwait(false))
        {
            IEnumerable<CountFileEdit> all = await CountFileFixer.EditsAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false);
            edits.AddRange(all.Where(edit => edit.Key == fixAllContext.CodeActionEquivalenceKey));
        }

        return edits.Count == 0 ? null : CodeAction.Create(
            edits[0].Title,
            async token =>
            {
                Solution solution = fixAllContext.Solution;
                foreach (CountFileEdit edit in edits)
                {
                    solution = await edit.ApplyAsync(solution, token).ConfigureAwait(false);
                }

                return solution;
            },
            fixAllContext.CodeActionEquivalenceKey);
    }
}
