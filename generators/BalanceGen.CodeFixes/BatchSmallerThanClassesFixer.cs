namespace BalanceGen.CodeFixes;

/// <summary>BALG0208: raises a batch size that is written as a number to the number of classes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BatchSmallerThanClassesFixer)), Shared]
public sealed class BatchSmallerThanClassesFixer() : ExpressionFixer(Descriptors.BatchSmallerThanClasses)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        // A named constant may be used for other batches too.
        if (reported is LiteralExpressionSyntax size && fixes.Diagnostic.Properties.TryGetValue("BatchSize", out string? atLeast))
        {
            fixes.Replace($"Use a batch size of {atLeast}", size, atLeast!);
        }
    }
}
