namespace BalanceGen.CodeFixes;

/// <summary>BALG0204: spreads class weights over the rows of the data set that they were made from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClassWeightsAsSampleWeightsFixer)), Shared]
public sealed class ClassWeightsAsSampleWeightsFixer() : ExpressionFixer(Descriptors.ClassWeightsAsSampleWeights)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (reported is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Values", Expression: var weights } values
            && values.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: ObjectCreationExpressionSyntax creation } }
            && model.GetTypeInfo(creation, token).Type?.Name == "SampleWeights"
            && DatasetOf(weights, model, token) is { } dataset)
        {
            fixes.Replace("Give each row the weight of its class", creation, $"{weights}.ToSampleWeights({dataset}.Index)");
        }
    }

    /// <summary>The variable whose counts the weights were made from: that of <c>ClassWeights.Balanced(cats.Counts)</c> is <c>cats</c>.</summary>
    private static ExpressionSyntax? DatasetOf(ExpressionSyntax weights, SemanticModel model, CancellationToken token)
    {
        ExpressionSyntax made = weights;
        if (model.GetSymbolInfo(weights, token).Symbol is ILocalSymbol local
            && local.DeclaringSyntaxReferences.First().GetSyntax(token) is VariableDeclaratorSyntax { Initializer.Value: var initial })
        {
            made = initial;
        }

        return made is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
            && arguments[0].Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Counts", Expression: var dataset }
            && model.GetTypeInfo(dataset, token).Type?.Name == "IndexedDataset"
            && model.GetSymbolInfo(dataset, token).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol
                ? dataset
                : null;
    }
}
