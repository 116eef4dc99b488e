namespace BalanceGen.CodeFixes;

/// <summary>BALG0216: adds the number of the loop's epoch to the seed of a shuffle that is made in the loop.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepeatedShuffleFixer)), Shared]
public sealed class RepeatedShuffleFixer() : ExpressionFixer(Descriptors.RepeatedShuffle)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        // Where a loader over a sampler's epochs is made in the loop, the whole call is reported: it has no seed.
        if (fixes.Diagnostic.Properties.ContainsKey("MadeInLoop")
            && reported is ExpressionSyntax seed and not InvocationExpressionSyntax
            && model.GetTypeInfo(seed, token).Type is { SpecialType: SpecialType.System_Int32 }
            && EpochOf(seed, model, token) is { } epoch)
        {
            ExpressionSyntax left = seed is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax
                ? seed.WithoutTrivia()
                : SyntaxFactory.ParenthesizedExpression(seed.WithoutTrivia());
            fixes.Replace("Add the loop's epoch to the seed", seed, $"{left} + {epoch}");
        }
    }

    private static string? EpochOf(ExpressionSyntax seed, SemanticModel model, CancellationToken token)
    {
        VariableDeclaratorSyntax? counter = seed.Ancestors().OfType<ForStatementSyntax>().FirstOrDefault()?.Declaration?.Variables.FirstOrDefault();
        return counter is not null && model.GetDeclaredSymbol(counter, token) is ILocalSymbol { Type.SpecialType: SpecialType.System_Int32 } ? counter.Identifier.ValueText : null;
    }
}
