namespace BalanceGen.CodeFixes;

/// <summary>BALG0218: splits with BalanceGen.ML, if it is referenced. Its methods take the label to stratify by it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LabelAsSamplingKeyFixer)), Shared]
public sealed class LabelAsSamplingKeyFixer() : ExpressionFixer(Descriptors.LabelAsSamplingKey)
{
    private const string Space = "BalanceGen.ML";
    private const string Container = "ViewBalancing";

    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (model.Compilation.GetTypeByMetadataName($"{Space}.{Container}") is not null
            && reported.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method, Expression: var catalog } } call
            && model.GetSymbolInfo(call, token).Symbol is IMethodSymbol symbol
            && IsUntyped(call)
            && Written(method, call, symbol, model, token) is { } arguments)
        {
            bool isImported = model.LookupNamespacesAndTypes(call.SpanStart, name: Container).Length > 0;
            string text = isImported ? $"{catalog.WithoutTrivia()}.Stratified{method}({arguments})" : $"{Space}.{Container}.Stratified{method}({catalog.WithoutTrivia()}, {arguments})";
            fixes.Replace("Split each class in the same proportion", call, text);
        }
    }

    /// <summary>The arguments of the new method, or null if they are not known. The new method needs a seed, and the number in the old call may be null.</summary>
    private static string? Written(string method, InvocationExpressionSyntax call, IMethodSymbol symbol, SemanticModel model, CancellationToken token)
    {
        string? size = method switch { "TrainTestSplit" => "testFraction", "CrossValidationSplit" => "numberOfFolds", _ => null };
        var given = new Dictionary<string, ExpressionSyntax>();
        for (int place = 0; place < call.ArgumentList.Arguments.Count; place++)
        {
            ArgumentSyntax argument = call.ArgumentList.Arguments[place];
            given[argument.NameColon?.Name.Identifier.ValueText ?? symbol.Parameters[place].Name] = argument.Expression;
        }

        if (size is null || !given.TryGetValue("data", out ExpressionSyntax? data) || !given.TryGetValue("samplingKeyColumnName", out ExpressionSyntax? label))
        {
            return null;
        }

        bool hasSeed = given.TryGetValue("seed", out ExpressionSyntax? seed);
        if (hasSeed && model.GetTypeInfo(seed!, token).Type is not { SpecialType: SpecialType.System_Int32 })
        {
            return null;
        }

        IParameterSymbol sizeParameter = symbol.Parameters.First(parameter => parameter.Name == size);
        string number = given.TryGetValue(size, out ExpressionSyntax? written)
            ? written.WithoutTrivia().ToString()
            : SymbolDisplay.FormatPrimitive(sizeParameter.ExplicitDefaultValue!, quoteStrings: false, useHexadecimalNumbers: false)!;
        string other = method == "TrainTestSplit" ? "testFraction" : "folds";
        return $"{data.WithoutTrivia()}, {label.WithoutTrivia()}, {other}: {number}, seed: {(hasSeed ? seed!.WithoutTrivia().ToString() : "1")}";
    }

    /// <summary>Whether no code names the type of the result, because the new method returns another type.</summary>
    private static bool IsUntyped(InvocationExpressionSyntax call) => call.Parent
        is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } }
        or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TrainSet" or "TestSet" or "Count" }
        or ForEachStatementSyntax { Type.IsVar: true };
}
