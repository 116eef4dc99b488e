namespace BalanceGen.CodeFixes;

/// <summary>A fix that replaces one node of the document. Fixes of several diagnostics are merged.</summary>
public abstract class ExpressionFixer : RuleFixer
{
    private protected ExpressionFixer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected sealed override FixAllProvider FixAll => WellKnownFixAllProviders.BatchFixer;

    private protected sealed override async Task RegisterAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        Diagnostic diagnostic = context.Diagnostics.First();
        if (root is not null && model is not null)
        {
            SyntaxNode reported = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            Register(new FixRegistration(context, root, diagnostic), reported, model, context.CancellationToken);
        }
    }

    /// <summary>Registers what can be done about a diagnostic, if anything.</summary>
    private protected abstract void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token);

    /// <summary>The fixes of one diagnostic.</summary>
    private protected sealed class FixRegistration(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        public Diagnostic Diagnostic => diagnostic;

        /// <summary>The node at the further place that the diagnostic names, or null if that is in another file.</summary>
        public SyntaxNode? Place => diagnostic.AdditionalLocations[0] is { SourceTree: var tree, SourceSpan: var span } && tree == root.SyntaxTree
            ? root.FindNode(span, getInnermostNodeForTie: true)
            : null;

        /// <summary>Offers the only fix of a rule: to write another expression.</summary>
        public void Replace(string title, ExpressionSyntax old, string replacement) =>
            Replace(title, diagnostic.Id, old, SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(old));

        /// <summary>Offers to replace a node, unless a directive would be lost, because the other half of an <c>#if</c> may stand elsewhere.</summary>
        public void Replace(string title, string equivalenceKey, SyntaxNode old, SyntaxNode replacement)
        {
            if (Directives(old) == Directives(replacement))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        title,
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, KeptComments.From(old, replacement)))),
                        equivalenceKey),
                    diagnostic);
            }
        }

        private static int Directives(SyntaxNode node) => node.ContainsDirectives ? node.DescendantTrivia().Count(trivia => trivia.IsDirective) : 0;
    }
}
