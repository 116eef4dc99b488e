using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Benchmarks;

#pragma warning disable RS1036, RS1041, RS2008 // measured here, and shipped nowhere
/// <summary>Asks every type for the attribute, and those that have it for the attributes of their members.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FloorAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new("FLOOR", "No label", "No label", "Measurement", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "BalancedDatasetAttribute") && AttributesOfMembers((INamedTypeSymbol)symbol.Symbol) == 0)
                {
                    symbol.ReportDiagnostic(Diagnostic.Create(Rule, symbol.Symbol.Locations[0]));
                }
            },
            SymbolKind.NamedType);
    }

    /// <summary>What everyone reads that looks for another attribute on members: they are there, and so are theirs and those of parameters.</summary>
    public static int AttributesOfMembers(INamedTypeSymbol type)
    {
        int attributes = 0;
        foreach (ISymbol member in type.GetMembers())
        {
            attributes += member.GetAttributes().Length;
            foreach (IParameterSymbol parameter in (member as IMethodSymbol)?.Parameters ?? [])
            {
                attributes += parameter.GetAttributes().Length;
            }
        }

        return attributes;
    }
}
