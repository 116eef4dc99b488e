namespace BalanceGen.Generators.Diagnostics;

/// <summary>The rules about an annotated type, BALG00xx, which the validator decides for the generator too: reports what it found.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TargetValidityAnalyzer : TargetAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.TargetNotPartial,
        Descriptors.UnsupportedTarget,
        Descriptors.NoLabel,
        Descriptors.SeveralLabels,
        Descriptors.UnreadableLabel,
        Descriptors.UnsupportedLabelType,
        Descriptors.NameConflict,
        Descriptors.InvalidClassNames,
        Descriptors.InvalidIntegerRange,
        Descriptors.UnusedLabelArgument,
        Descriptors.InvalidLabelArgument,
        Descriptors.InvalidClassRule,
        Descriptors.InvalidColumns,
        Descriptors.InvalidSampleWeight,
        Descriptors.InvalidGroup,
        Descriptors.ClassesNotKnown,
        Descriptors.ClassesRenumbered,
    ];

    private protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol target, TargetVerdict verdict)
    {
        foreach (Violation violation in TargetClasses.Violations(target, verdict, context.Options, context.CancellationToken))
        {
            context.ReportDiagnostic(violation.ToDiagnostic());
        }
    }
}
