namespace BalanceGen.CodeFixes;

/// <summary>BALG0001: adds <c>partial</c> to the type and to the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TargetNotPartialFixer)), Shared]
public sealed class TargetNotPartialFixer() : RuleFixer(Descriptors.TargetNotPartial)
{
    /// <summary>
    /// One pass over each document. Fixes of two types in one container overlap, and merging them as text would lose one of them or
    /// add the modifier twice.
    /// </summary>
    private protected override FixAllProvider FixAll =>
        FixAllProvider.Create(async (context, document, diagnostics) =>
            await MakePartialAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    private protected override async Task RegisterAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || !NotPartial(root, context.Diagnostics).Any())
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Make the type and the types around it partial",
                token => MakePartialAsync(context.Document, context.Diagnostics, token),
                equivalenceKey: nameof(TargetNotPartialFixer)),
            context.Diagnostics);
    }

    private static async Task<Document> MakePartialAsync(
        Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken token)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        return root is null
            ? document
            : document.WithSyntaxRoot(root.ReplaceNodes(NotPartial(root, diagnostics), (_, rewritten) => AddPartial(rewritten)));
    }

    private static IEnumerable<TypeDeclarationSyntax> NotPartial(SyntaxNode root, IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .SelectMany(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf())
            .OfType<TypeDeclarationSyntax>()
            .Where(declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Distinct();

    /// <summary>Adds the modifier where the language wants it: last, directly before <c>class</c>, <c>struct</c>, <c>record</c> or <c>interface</c>.</summary>
    private static TypeDeclarationSyntax AddPartial(TypeDeclarationSyntax declaration)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return declaration.Modifiers.Count > 0
            ? declaration.AddModifiers(partial)
            : declaration
                .WithKeyword(declaration.Keyword.WithLeadingTrivia())
                .WithModifiers([partial.WithLeadingTrivia(declaration.Keyword.LeadingTrivia)]);
    }
}
