namespace BalanceGen.Generators.Diagnostics;

/// <summary>Rules about types with [BalancedDataset].</summary>
public abstract class TargetAnalyzer : DiagnosticAnalyzer
{
    private protected TargetAnalyzer()
    {
    }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(LibraryNames.BalancedDataset) is not null)
            {
                start.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
            }
        });
    }

    /// <summary>Reports where the type breaks the rules.</summary>
    private protected abstract void Analyze(SymbolAnalysisContext context, INamedTypeSymbol target, TargetVerdict verdict);

    private void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (Annotations.BalancedDataset(type) is not null)
        {
            Analyze(context, type, TargetValidator.Validate(type, context.CancellationToken));
        }
    }
}
