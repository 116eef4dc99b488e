namespace BalanceGen.CodeFixes;

/// <summary>BALG0205: takes a sampler that shows every row. There is one action for each such sampler.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BalancedCountsResampledFixer)), Shared]
public sealed class BalancedCountsResampledFixer() : ExpressionFixer(Descriptors.BalancedCountsResampled)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        // If the code passes a number of draws, or turns replacement off, it has a purpose of its own.
        if (reported.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax access } call
            && call.ArgumentList.Arguments.Count == 1
            && call.ArgumentList.Arguments[0].NameColon is null or { Name.Identifier.ValueText: "seed" })
        {
            Register(fixes, call, access, "RandomSampler", "Show every row once, in random order", model, token);
            Register(fixes, call, access, "BalancedSampler", "Show every row, in balanced batches", model, token);
        }
    }

    private static void Register(
        FixRegistration fixes,
        InvocationExpressionSyntax call,
        MemberAccessExpressionSyntax access,
        string sampler,
        string title,
        SemanticModel model,
        CancellationToken token)
    {
        InvocationExpressionSyntax replacement = call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(sampler)));
        var declaration = call.Parent?.Parent?.Parent as VariableDeclarationSyntax;
        if (declaration is { Variables.Count: 1 } && declaration.Type.ToString() == "WeightedRandomSampler")
        {
            TypeSyntax named = SyntaxFactory.IdentifierName(sampler).WithTriviaFrom(declaration.Type);
            SyntaxNode typed = declaration.ReplaceNodes<VariableDeclarationSyntax, SyntaxNode>(
                [declaration.Type, call], (old, _) => old == call ? replacement : named);
            fixes.Replace(title, sampler, declaration, typed);
        }
        else if (declaration is { Type.IsVar: true } || model.GetTypeInfo(call, token).ConvertedType?.Name != "WeightedRandomSampler")
        {
            fixes.Replace(title, sampler, call, replacement);
        }
    }
}
