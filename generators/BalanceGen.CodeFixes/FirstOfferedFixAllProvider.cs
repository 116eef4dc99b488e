namespace BalanceGen.CodeFixes;

/// <summary>Fixes all diagnostics with the action that was chosen. If none was chosen, it takes the first action of the first diagnostic.</summary>
/// <remarks>
/// <c>dotnet format</c> takes its choice from the first diagnostic of the whole analyzer, which mostly is of another rule, and then has
/// none: the key of the action is null, and no action has that key. Or that rule is another one of the same fixer, and the key is that of an action
/// which the diagnostics do not have.
/// </remarks>
/// <param name="fixAll">What fixes all once the action is known.</param>
internal sealed class FirstOfferedFixAllProvider(FixAllProvider fixAll) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => fixAll.GetSupportedFixAllScopes();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        if (context.CodeActionEquivalenceKey is not null && await fixAll.GetFixAsync(context).ConfigureAwait(false) is { } chosen)
        {
            return chosen;
        }

        foreach ((Document document, Diagnostic diagnostic) in await ReportedDiagnostics.OfAsync(context).ConfigureAwait(false))
        {
            if (await FirstOfferedAsync(context, document, diagnostic).ConfigureAwait(false) is { } key)
            {
                return await fixAll.GetFixAsync(WithKey(context, document, key)).ConfigureAwait(false);
            }
        }

        return null;
    }

    private static async Task<string?> FirstOfferedAsync(FixAllContext context, Document document, Diagnostic diagnostic)
    {
        string? key = null;
        await context.CodeFixProvider.RegisterCodeFixesAsync(
            new CodeFixContext(document, diagnostic, (action, _) => key ??= action.EquivalenceKey, context.CancellationToken)).ConfigureAwait(false);
        return key;
    }

    private static FixAllContext WithKey(FixAllContext context, Document document, string key) => new(
        document, context.CodeFixProvider, context.Scope, key, context.DiagnosticIds, new SameDiagnostics(context), context.CancellationToken);

    private sealed class SameDiagnostics(FixAllContext context) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken token) =>
            await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken token) =>
            await context.GetProjectDiagnosticsAsync(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken token) =>
            await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
    }
}
