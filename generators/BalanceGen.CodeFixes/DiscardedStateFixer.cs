namespace BalanceGen.CodeFixes;

/// <summary>BALG0207: enumerates the discarded value, if the next statement enumerates the object that returned it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DiscardedStateFixer)), Shared]
public sealed class DiscardedStateFixer() : ExpressionFixer(Descriptors.DiscardedState)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        // Only in this case is it clear what the position was meant for.
        if (reported.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { Parent: BlockSyntax block } statement
            && statement.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Epoch" or "ResumeFrom" } position } call
            && block.Statements.ElementAtOrDefault(block.Statements.IndexOf(statement) + 1) is ForEachStatementSyntax loop
            && SyntaxFactory.AreEquivalent(loop.Expression, position.Expression)
            && model.GetTypeInfo(call, token).Type?.SpecialType != SpecialType.System_Int64
            && IsVariable(model.GetSymbolInfo(position.Expression, token).Symbol))
        {
            ForEachStatementSyntax resumed = loop
                .WithExpression(call.WithoutTrivia().WithTriviaFrom(loop.Expression))
                .WithLeadingTrivia(statement.GetLeadingTrivia().AddRange(loop.GetLeadingTrivia().SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))));
            BlockSyntax fixedBlock = block.WithStatements(block.Statements.Replace(loop, resumed).RemoveAt(block.Statements.IndexOf(statement)));
            fixes.Replace($"Enumerate what '{position.Name.Identifier.ValueText}' returns", nameof(DiscardedStateFixer), block, fixedBlock);
        }
    }

    private static bool IsVariable(ISymbol? symbol) => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol;
}
