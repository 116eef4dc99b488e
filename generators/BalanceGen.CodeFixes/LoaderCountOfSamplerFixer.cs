namespace BalanceGen.CodeFixes;

/// <summary>BALG0217: gives the variable of the loader the loader's own type, whose Count is the number of batches.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoaderCountOfSamplerFixer)), Shared]
public sealed class LoaderCountOfSamplerFixer() : ExpressionFixer(Descriptors.LoaderCountOfSampler)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (fixes.Diagnostic.Properties.ContainsKey("Loader")
            && reported is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax loader }
            && model.GetSymbolInfo(loader, token).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declared] }
            && declared.GetSyntax(token) is VariableDeclaratorSyntax { Initializer: not null, Parent: VariableDeclarationSyntax { Variables.Count: 1, Type: { IsVar: false } type } })
        {
            fixes.Replace("Use 'var'", type, "var");
        }
    }
}
