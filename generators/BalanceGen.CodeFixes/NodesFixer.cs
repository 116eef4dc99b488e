namespace BalanceGen.CodeFixes;

/// <summary>A fix that rewrites each node once for all diagnostics of a document, where fixes of single diagnostics would overlap.</summary>
public abstract class NodesFixer : RuleFixer
{
    private protected NodesFixer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected sealed override FixAllProvider FixAll => FixAllProvider.Create(async (context, document, diagnostics) =>
        await ApplyAsync(document, diagnostics, context.CodeActionEquivalenceKey!, context.CancellationToken).ConfigureAwait(false));

    /// <summary>The actions, each with its key.</summary>
    private protected abstract IReadOnlyList<(string Key, string Title)> Actions { get; }

    private protected sealed override async Task RegisterAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach ((string key, string title) in root is null || !Nodes(root, context.Diagnostics).Any() ? [] : Actions)
        {
            context.RegisterCodeFix(
                CodeAction.Create(title, token => ApplyAsync(context.Document, context.Diagnostics, key, token), equivalenceKey: key),
                context.Diagnostics);
        }
    }

    /// <summary>The nodes that diagnostics are about, each once.</summary>
    private protected abstract IEnumerable<SyntaxNode> Nodes(SyntaxNode root, IEnumerable<Diagnostic> diagnostics);

    /// <summary>What an action makes of a node.</summary>
    private protected abstract SyntaxNode Rewrite(SyntaxNode node, string key);

    private async Task<Document> ApplyAsync(Document document, IEnumerable<Diagnostic> diagnostics, string key, CancellationToken token)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        return root is null
            ? document
            : document.WithSyntaxRoot(root.ReplaceNodes(Nodes(root, diagnostics), (_, rewritten) => Rewrite(rewritten, key)));
    }
}
