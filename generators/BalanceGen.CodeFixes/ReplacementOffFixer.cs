namespace BalanceGen.CodeFixes;

/// <summary>BALG0202: turns replacement on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplacementOffFixer)), Shared]
public sealed class ReplacementOffFixer() : ExpressionFixer(Descriptors.ReplacementOff)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (reported is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.FalseLiteralExpression))
        {
            fixes.Replace("Draw with replacement", literal, "true");
        }
    }
}
