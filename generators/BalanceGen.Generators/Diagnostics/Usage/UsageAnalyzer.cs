using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>A rule about code that uses the library, whether or not it has generated members.</summary>
public abstract class UsageAnalyzer : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _rule;

    private protected UsageAnalyzer(DiagnosticDescriptor rule)
    {
        _rule = rule;
        SupportedDiagnostics = [rule];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownTypes.In(start.Compilation) is { } types)
            {
                start.RegisterOperationBlockAction(block => Analyze(new UsageContext(block, types, _rule)));
            }
        });
    }

    /// <summary>Reports where the body of a method breaks the rule.</summary>
    private protected abstract void Analyze(UsageContext context);
}
