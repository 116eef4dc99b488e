namespace BalanceGen.CodeFixes;

/// <summary>BALG0101: declares a policy for classes without rows. There is one action for each policy.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ZeroCountClassFixer)), Shared]
public sealed class ZeroCountClassFixer() : RuleFixer(Descriptors.ZeroCountClass)
{
    private static readonly (string Rule, string Title)[] Choices =
    [
        ("ZeroWeight", "Leave classes without rows out: weight 0 and share 0"),
        ("Smooth", "Count every class one row higher"),
        ("Throw", "Keep it an error at run time"),
    ];

    /// <summary>Goes over each document once, because several classes of one record ask for the same change of one attribute.</summary>
    private protected override FixAllProvider FixAll =>
        FixAllProvider.Create(async (context, document, diagnostics) =>
            await DeclareAsync(document, diagnostics, context.CodeActionEquivalenceKey!, context.CancellationToken).ConfigureAwait(false));

    private protected override async Task RegisterAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || !Attributes(root, context.Diagnostics).Any())
        {
            return;
        }

        foreach ((string rule, string title) in Choices)
        {
            context.RegisterCodeFix(
                CodeAction.Create(title, token => DeclareAsync(context.Document, context.Diagnostics, rule, token), equivalenceKey: rule),
                context.Diagnostics);
        }
    }

    private static async Task<Document> DeclareAsync(
        Document document, IEnumerable<Diagnostic> diagnostics, string rule, CancellationToken token)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        return root is null
            ? document
            : document.WithSyntaxRoot(root.ReplaceNodes(Attributes(root, diagnostics), (_, attribute) => Declare(attribute, rule)));
    }

    /// <summary>The [BalancedDataset] of each reported type that stands on the part that was reported.</summary>
    private static IEnumerable<AttributeSyntax> Attributes(SyntaxNode root, IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>())
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(declaration => declaration.AttributeLists)
            .SelectMany(list => list.Attributes)
            .Where(attribute => RecordRules.IsCalled(attribute, "BalancedDataset"))
            .Distinct();

    private static AttributeSyntax Declare(AttributeSyntax attribute, string rule)
    {
        string qualifier = attribute.Name is QualifiedNameSyntax qualified ? $"{qualified.Left}." : "";
        AttributeArgumentSyntax argument = SyntaxFactory.AttributeArgument(SyntaxFactory.ParseExpression($"{qualifier}ZeroCountRule.{rule}"))
            .WithNameEquals(SyntaxFactory.NameEquals(
                SyntaxFactory.IdentifierName("ZeroCounts"),
                SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)));
        AttributeArgumentListSyntax arguments = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        SyntaxNodeOrToken[] items = arguments.Arguments.Count == 0
            ? [argument]
            : [.. arguments.Arguments.GetWithSeparators(), comma, argument];
        return attribute.WithArgumentList(arguments.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(new SyntaxNodeOrTokenList(items))));
    }
}
