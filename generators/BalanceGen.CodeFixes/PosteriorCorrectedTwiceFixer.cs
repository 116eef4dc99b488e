namespace BalanceGen.CodeFixes;

/// <summary>BALG0219: passes the weights of the loss to the correction.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PosteriorCorrectedTwiceFixer)), Shared]
public sealed class PosteriorCorrectedTwiceFixer() : ExpressionFixer(Descriptors.PosteriorCorrectedTwice)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (fixes.Diagnostic.Properties.TryGetValue("Weights", out string? weights)
            && reported.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } made
            && model.LookupSymbols(made.SpanStart, name: weights) is [ILocalSymbol { DeclaringSyntaxReferences: [var declared] }]
            && declared.Span.End < made.SpanStart)
        {
            string method = fixes.Diagnostic.Properties["Method"]!;
            fixes.Replace($"Add {method}", made, $"{made.WithoutTrivia()}.{method}({weights})");
        }
    }
}
