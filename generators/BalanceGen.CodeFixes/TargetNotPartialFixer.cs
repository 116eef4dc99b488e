namespace BalanceGen.CodeFixes;

/// <summary>BALG0001: adds <c>partial</c> to the type and to the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TargetNotPartialFixer)), Shared]
public sealed class TargetNotPartialFixer() : NodesFixer(Descriptors.TargetNotPartial)
{
    private protected override IReadOnlyList<(string Key, string Title)> Actions { get; } =
        [(nameof(TargetNotPartialFixer), "Make the type and the types around it partial")];

    /// <summary>Fixes of two types in one container overlap: merging them as text would lose one of them or add the modifier twice.</summary>
    private protected override IEnumerable<SyntaxNode> Nodes(SyntaxNode root, IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .SelectMany(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf())
            .OfType<TypeDeclarationSyntax>()
            .Where(declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Distinct();

    /// <summary>Adds the modifier where the language wants it: last, directly before <c>class</c>, <c>struct</c>, <c>record</c> or <c>interface</c>.</summary>
    private protected override SyntaxNode Rewrite(SyntaxNode node, string key)
    {
        var declaration = (TypeDeclarationSyntax)node;
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return declaration.Modifiers.Count > 0
            ? declaration.AddModifiers(partial)
            : declaration
                .WithKeyword(declaration.Keyword.WithLeadingTrivia())
                .WithModifiers([partial.WithLeadingTrivia(declaration.Keyword.LeadingTrivia)]);
    }
}
