namespace BalanceGen.CodeFixes;

/// <summary>BALG0206: enumerates the epoch that the loop counts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepeatedEpochFixer)), Shared]
public sealed class RepeatedEpochFixer() : ExpressionFixer(Descriptors.RepeatedEpoch)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (reported is ExpressionSyntax draws && EpochOf(draws, model, token) is { } epoch && OfEpoch(draws, epoch, model, token) is var (old, changed))
        {
            fixes.Replace("Enumerate the loop's epoch", nameof(RepeatedEpochFixer), old, changed.WithTriviaFrom(old));
        }
    }

    /// <summary>Replaces the number of an epoch if the code has one. Otherwise it adds the epoch to the sampler or the batches, before a loader decodes them.</summary>
    private static (ExpressionSyntax Old, ExpressionSyntax New)? OfEpoch(ExpressionSyntax draws, SyntaxToken epoch, SemanticModel model, CancellationToken token)
    {
        ExpressionSyntax? current = draws;
        while (current is not null)
        {
            if (current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Epoch" or "RowsOfEpoch" or "RowNumbersOfEpoch" }, ArgumentList.Arguments: { Count: > 0 } arguments })
            {
                ExpressionSyntax written = arguments[arguments.Count - 1].Expression;
                return model.GetConstantValue(written, token).HasValue ? (written, SyntaxFactory.IdentifierName(epoch)) : null;
            }

            if (IsSequenceOfEpochs(model.GetTypeInfo(current, token).Type))
            {
                return (current, TakeEpoch(current, epoch));
            }

            current = ((current as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax)?.Expression;
        }

        return null;
    }

    private static bool IsSequenceOfEpochs(ITypeSymbol? type) =>
        type is not null && (type.Name is "Batches" or "Sampler" || IsSequenceOfEpochs(type.BaseType));

    private static InvocationExpressionSyntax TakeEpoch(ExpressionSyntax draws, SyntaxToken epoch)
    {
        ExpressionSyntax receiver = draws.WithoutTrivia();
        if (draws is not (InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax))
        {
            receiver = SyntaxFactory.ParenthesizedExpression(receiver);
        }

        return SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName("Epoch")),
            SyntaxFactory.ArgumentList([SyntaxFactory.Argument(SyntaxFactory.IdentifierName(epoch))]));
    }

    /// <summary>The variable of the loop around, if it counts from 0.</summary>
    private static SyntaxToken? EpochOf(ExpressionSyntax draws, SemanticModel model, CancellationToken token)
    {
        // The innermost loop around may be the one that enumerates the draws.
        SyntaxNode? outer = draws.Ancestors().OfType<StatementSyntax>()
            .FirstOrDefault(statement => statement is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                || (statement is ForEachStatementSyntax loop && !loop.Expression.Span.Contains(draws.Span)));
        VariableDeclaratorSyntax? counter = (outer as ForStatementSyntax)?.Declaration?.Variables.FirstOrDefault();
        bool countsFromZero = counter?.Initializer is { Value: { } first }
            && model.GetConstantValue(first, token).Value is 0 or 0L
            && model.GetDeclaredSymbol(counter, token) is ILocalSymbol { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 };
        return countsFromZero ? counter!.Identifier.WithoutTrivia() : null;
    }
}
