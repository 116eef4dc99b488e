using System.Composition;
using System.Linq;
using System.Threading;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.CodeFixes;

/// <summary>BALG0206: enumerates the epoch that the loop counts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepeatedEpochFixer)), Shared]
public sealed class RepeatedEpochFixer() : ExpressionFixer(Descriptors.RepeatedEpoch)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (reported is not ExpressionSyntax draws || EpochOf(draws, model, token) is not { } epoch)
        {
            return;
        }

        ExpressionSyntax receiver = draws.WithoutTrivia();
        if (draws is not (InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax))
        {
            receiver = SyntaxFactory.ParenthesizedExpression(receiver);
        }

        ExpressionSyntax ofEpoch = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName("Epoch")),
            SyntaxFactory.ArgumentList([SyntaxFactory.Argument(SyntaxFactory.IdentifierName(epoch))]));
        fixes.Replace("Enumerate the loop's epoch", nameof(RepeatedEpochFixer), draws, ofEpoch.WithTriviaFrom(draws));
    }

    /// <summary>The variable of the loop around, if it counts from 0.</summary>
    private static SyntaxToken? EpochOf(ExpressionSyntax draws, SemanticModel model, CancellationToken token)
    {
        // The innermost loop around is the one that enumerates the draws.
        SyntaxNode? outer = draws.Ancestors().OfType<StatementSyntax>()
            .Where(statement => statement is ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
            .Skip(1)
            .FirstOrDefault();
        VariableDeclaratorSyntax? counter = (outer as ForStatementSyntax)?.Declaration?.Variables.FirstOrDefault();
        bool countsFromZero = counter?.Initializer is { Value: { } first }
            && model.GetConstantValue(first, token).Value is 0 or 0L
            && model.GetDeclaredSymbol(counter, token) is ILocalSymbol { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 };
        return countsFromZero ? counter!.Identifier.WithoutTrivia() : null;
    }
}
