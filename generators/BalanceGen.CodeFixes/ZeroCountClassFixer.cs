namespace BalanceGen.CodeFixes;

/// <summary>BALG0101: declares a policy for classes without rows. There is one action for each policy.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ZeroCountClassFixer)), Shared]
public sealed class ZeroCountClassFixer() : NodesFixer(Descriptors.ZeroCountClass)
{
    private protected override IReadOnlyList<(string Key, string Title)> Actions { get; } =
    [
        ("ZeroWeight", "Leave classes without rows out: weight 0 and share 0"),
        ("Smooth", "Count every class one row higher"),
        ("Throw", "Keep it an error at run time"),
    ];

    /// <summary>
    /// The [BalancedDataset] of each reported type that stands on the part that was reported. Several classes of one record ask for the same change of it.
    /// </summary>
    private protected override IEnumerable<SyntaxNode> Nodes(SyntaxNode root, IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>())
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(declaration => declaration.AttributeLists)
            .SelectMany(list => list.Attributes)
            .Where(attribute => RecordRules.IsCalled(attribute, "BalancedDataset"))
            .Distinct();

    private protected override SyntaxNode Rewrite(SyntaxNode node, string key)
    {
        var attribute = (AttributeSyntax)node;
        string qualifier = attribute.Name is QualifiedNameSyntax qualified ? $"{qualified.Left}." : "";
        return MemberMark.With(attribute, $"ZeroCounts = {qualifier}ZeroCountRule.{key}");
    }
}
