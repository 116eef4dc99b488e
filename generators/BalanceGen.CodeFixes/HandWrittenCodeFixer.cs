using BalanceGen.Generators.Diagnostics.Usage;
using BalanceGen.Generators.Diagnostics.Usage.Reading;
using Microsoft.CodeAnalysis.Simplification;

namespace BalanceGen.CodeFixes;

/// <summary>BALG0220: puts the generated member in the place of hand-written code. A diagnostic has one action at most, so all have one key and are fixed at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandWrittenCodeFixer)), Shared]
public sealed class HandWrittenCodeFixer() : ExpressionFixer(Descriptors.HandWrittenCode)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (!fixes.Diagnostic.Properties.TryGetValue(HandWrittenCodeRule.RecordProperty, out string? record)
            || !fixes.Diagnostic.Properties.TryGetValue(HandWrittenCodeRule.FixProperty, out string? fix))
        {
            return;
        }

        if (fix == nameof(HandWrittenFix.IndexOf) && reported.FirstAncestorOrSelf<SwitchExpressionSyntax>() is { GoverningExpression: MemberAccessExpressionSyntax label } choice)
        {
            fixes.Replace("Take the class index from the generated classes", nameof(HandWrittenCodeFixer), choice, Call($"{record}.Classes.IndexOf", label).WithTriviaFrom(choice));
        }
        else if (fix == nameof(HandWrittenFix.CountRows) && Grouping(reported) is { Expression: MemberAccessExpressionSyntax { Expression: { } rows } }
            && reported.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { Initializer.Value: { } counted, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: { } statement } declaration } variable
            && statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } body)
        {
            Replace(fixes, body, declaration, variable, counted, Call($"{record}.Classes.CountRows", rows).WithTriviaFrom(counted), record!, model, token);
        }
    }

    private static void Replace(
        FixRegistration fixes,
        MemberDeclarationSyntax body,
        VariableDeclarationSyntax declaration,
        VariableDeclaratorSyntax variable,
        ExpressionSyntax counted,
        ExpressionSyntax counts,
        string record,
        SemanticModel model,
        CancellationToken token)
    {
        ISymbol? local = model.GetDeclaredSymbol(variable, token);
        var replaced = new Dictionary<SyntaxNode, SyntaxNode> { [counted] = counts };
        if (!declaration.Type.IsVar)
        {
            replaced[declaration.Type] = SyntaxFactory.IdentifierName("var").WithTriviaFrom(declaration.Type);
        }

        foreach (ElementAccessExpressionSyntax access in body.DescendantNodes().OfType<ElementAccessExpressionSyntax>()
            .Where(access => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(access.Expression, token).Symbol, local)))
        {
            ExpressionSyntax label = access.ArgumentList.Arguments[0].Expression;
            replaced[label] = Call($"{record}.Classes.IndexOf", label).WithTriviaFrom(label);
        }

        // Comments stay beside what is replaced. At the end of the member, those of two fixes of one member would be in one place, and only one of the fixes would be made.
        fixes.Replace(
            "Count with the generated classes",
            nameof(HandWrittenCodeFixer),
            body,
            body.ReplaceNodes(replaced.Keys, (old, _) => KeptComments.From(old, replaced[old])));
    }

    private static InvocationExpressionSyntax? Grouping(SyntaxNode reported) => reported.FirstAncestorOrSelf<InvocationExpressionSyntax>();

    private static InvocationExpressionSyntax Call(string method, ExpressionSyntax argument) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.ParseExpression(method).WithAdditionalAnnotations(Simplifier.Annotation),
        SyntaxFactory.ArgumentList([SyntaxFactory.Argument(argument.WithoutTrivia())]));
}
