using BalanceGen.Generators.Diagnostics.Counts;

namespace BalanceGen.Generators.Diagnostics;

/// <summary>The rules about counts, BALG01xx: the counts of a type are resolved once, and each rule looks at them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TargetCountsAnalyzer : TargetAnalyzer
{
    /// <summary>Every rule, in the order in which it reports.</summary>
    internal static ImmutableArray<CountRule> Rules { get; } =
    [
        new ZeroCountClassRule(),
        new CountOfUnknownClassRule(),
        new NegativeCountRule(),
        new DuplicateCountRule(),
        new CountFileNotFoundRule(),
        new ClassNotInCountFileRule(),
        new UnknownLabelInCountFileRule(),
        new MalformedCountFileRule(),
        new InvalidCountInFileRule(),
        new DuplicateLabelInCountFileRule(),
        new CountsGivenTwiceRule(),
        new OnlyOneClassRule(),
        new FewRowsRule(),
        new HeaderIsClassRule(),
        new CountsOutOfDateRule(),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Select(rule => rule.Rule)];

    private protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol target, TargetVerdict verdict)
    {
        if (verdict.Member is not { } member
            || verdict.Label is not { } label
            || TargetCounts.Of(target, member, label, context.Options, context.CancellationToken) is not { } counts)
        {
            return;
        }

        foreach (CountRule rule in Rules)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            rule.Check(context, counts);
        }
    }
}
