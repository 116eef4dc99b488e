namespace BalanceGen.CodeFixes;

/// <summary>BALG0201: tests the count first, or takes the library's class weights if the quotient is one of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnguardedCountDivisionFixer)), Shared]
public sealed class UnguardedCountDivisionFixer() : ExpressionFixer(Descriptors.UnguardedCountDivision)
{
    internal const string Guard = nameof(UnguardedCountDivisionFixer) + ".Guard";
    internal const string ClassWeights = nameof(UnguardedCountDivisionFixer) + ".ClassWeights";

    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (reported is not ExpressionSyntax count
            || count.Ancestors().OfType<BinaryExpressionSyntax>().FirstOrDefault(IsDivisionBy(count)) is not { } division)
        {
            return;
        }

        if (ClassWeight(division, count, model, token) is { } weight)
        {
            fixes.Replace("Take the weight from ClassWeights", ClassWeights, division, weight.WithTriviaFrom(division));
        }

        if (IsFreeOfEffects(count))
        {
            fixes.Replace("Use 0 where the count is 0", Guard, division, Guarded(division, count).WithTriviaFrom(division));
        }
    }

    private static System.Func<BinaryExpressionSyntax, bool> IsDivisionBy(ExpressionSyntax count) => binary =>
        binary.Kind() is SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression && binary.Right.Span.Contains(count.Span);

    private static ExpressionSyntax Guarded(BinaryExpressionSyntax division, ExpressionSyntax count)
    {
        ExpressionSyntax guarded = SyntaxFactory.ParseExpression($"{WithoutComments(count)} == 0 ? 0 : {division}");
        bool standsAlone = division.Parent is EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or ArgumentSyntax
                or ParenthesizedExpressionSyntax or LambdaExpressionSyntax
            || (division.Parent is AssignmentExpressionSyntax assignment && assignment.Right == division);
        return standsAlone ? guarded : SyntaxFactory.ParenthesizedExpression(guarded);
    }

    /// <summary>Copies the count, without its comments and line ends.</summary>
    private static ExpressionSyntax WithoutComments(ExpressionSyntax count) =>
        count.DescendantTrivia().All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))
            ? count
            : count.ReplaceTokens(count.DescendantTokens(), (token, _) => token.WithLeadingTrivia().WithTrailingTrivia()).NormalizeWhitespace();

    /// <summary><c>N / n_c</c> and <c>N / (C · n_c)</c> are weights that the library computes.</summary>
    private static ExpressionSyntax? ClassWeight(BinaryExpressionSyntax division, ExpressionSyntax count, SemanticModel model, CancellationToken token)
    {
        if (!division.IsKind(SyntaxKind.DivideExpression)
            || model.GetTypeInfo(division, token).Type?.SpecialType != SpecialType.System_Double
            || Read(Written(count, model, token)) is not var (counts, classIndex)
            || model.GetTypeInfo(counts, token).Type?.Name != "ClassCounts"
            || Bare(Written(Bare(division.Left), model, token)) is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Total", Expression: var total }
            || !SyntaxFactory.AreEquivalent(total, counts))
        {
            return null;
        }

        string? scheme = Bare(division.Right) switch
        {
            var divisor when divisor == count => "InverseFrequency",
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product
                when IsNumberOfClasses(Bare(Written(Bare(Bare(product.Left) == count ? product.Right : product.Left), model, token)))
                    && (Bare(product.Left) == count || Bare(product.Right) == count) => "Balanced",
            _ => null,
        };
        return scheme is null ? null : SyntaxFactory.ParseExpression($"ClassWeights.{scheme}({counts}){classIndex}");
    }

    /// <summary>The counts and the index of <c>counts[c]</c> or of <c>counts.Values[c]</c>.</summary>
    private static (ExpressionSyntax Counts, BracketedArgumentListSyntax ClassIndex)? Read(ExpressionSyntax count) => Bare(count) switch
    {
        ElementAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Values", Expression: var counts }, ArgumentList: var classIndex } => (counts, classIndex),
        ElementAccessExpressionSyntax { Expression: var counts, ArgumentList: var classIndex } => (counts, classIndex),
        _ => null,
    };

    /// <summary>The value that a local variable has in its declaration, or the expression itself.</summary>
    private static ExpressionSyntax Written(ExpressionSyntax expression, SemanticModel model, CancellationToken token) =>
        expression is IdentifierNameSyntax
        && model.GetSymbolInfo(expression, token).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declared] }
        && declared.GetSyntax(token) is VariableDeclaratorSyntax { Initializer.Value: var value }
            ? value
            : expression;

    private static bool IsNumberOfClasses(ExpressionSyntax factor) => Bare(factor) switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ClassCount" } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count", Expression: var classes } => LastName(classes) == "Classes",
        _ => false,
    };

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Bare(parenthesized.Expression),
        CastExpressionSyntax cast => Bare(cast.Expression),
        _ => expression,
    };

    /// <summary>Whether the expression may be written a second time.</summary>
    private static bool IsFreeOfEffects(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>().All(part => part switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ShareOf" } } => true,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Math" or "MathF" } } } => true,
            InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or ObjectCreationExpressionSyntax => false,
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } => false,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => false,
            _ => true,
        });
}
