using BalanceGen.Generators.Diagnostics.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0202: replacement is off with as many draws as rows, which gives every row once and balances nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReplacementOffAnalyzer : UsageAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public ReplacementOffAnalyzer()
        : base(Descriptors.ReplacementOff)
    {
    }

    private protected override void Analyze(UsageContext context)
    {
        foreach (SamplerCreation creation in context.Samplers())
        {
            if (creation.Argument("replacement") is { ConstantValue.Value: false } replacement
                && DrawsEveryRow(creation, context)
                && !creation.IsAsSource(context.Types, context.Locals))
            {
                context.Report(replacement.Syntax.GetLocation());
            }
        }
    }

    private static bool DrawsEveryRow(SamplerCreation creation, UsageContext context)
    {
        // The second is the name that the parameter had before.
        IOperation? epochLength = creation.Argument("epochLength") ?? creation.Argument("sampleCount");
        if (OperationReading.IsAbsentOrNull(epochLength))
        {
            return true;
        }

        return context.Locals.Origin(epochLength!) is IPropertyReferenceOperation { Instance: { } instance } number
            && IsNumberOfRows(number, instance, context.Types)
            && context.Datasets.RootOf(instance) is { } counted
            && SymbolEqualityComparer.Default.Equals(counted, context.Datasets.RootOf(creation.Operation));
    }

    private static bool IsNumberOfRows(IPropertyReferenceOperation number, IOperation instance, KnownTypes types) => number.Property.Name switch
    {
        "RowCount" => KnownTypes.Is(instance.Type, types.RowIndex),
        "Total" => KnownTypes.Is(instance.Type, types.ClassCounts),
        "Length" or "Count" => true,
        _ => false,
    };
}
