using System.Composition;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.CodeFixes;

/// <summary>BALG0207: enumerates what was discarded, where the next statement enumerates what it was asked of.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DiscardedStateFixer)), Shared]
public sealed class DiscardedStateFixer() : ExpressionFixer(Descriptors.DiscardedState)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        // Only here is it plain what the position was to be used for.
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
