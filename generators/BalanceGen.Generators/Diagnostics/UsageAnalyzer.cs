using BalanceGen.Generators.Diagnostics.Usage;

namespace BalanceGen.Generators.Diagnostics;

/// <summary>The rules about code that uses the library, BALG02xx: one pass over the operations of each method, for all of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Every rule, by id.</summary>
    internal static ImmutableArray<UsageRule> Rules { get; } =
    [
        new UnguardedCountDivisionRule(),
        new ReplacementOffRule(),
        new DoubleCorrectionRule(),
        new ClassWeightsAsSampleWeightsRule(),
        new BalancedCountsResampledRule(),
        new RepeatedEpochRule(),
        new DiscardedStateRule(),
        new BatchSmallerThanClassesRule(),
        new ShareOfEmptyClassRule(),
        new SharesDoNotAddUpRule(),
        new EmptyClassUsedRule(),
        new WrongNumberOfClassesRule(),
        new ArgumentOutOfRangeRule(),
        new SplitAfterResamplingRule(),
        new BatchKeptRule(),
        new RepeatedShuffleRule(),
        new LoaderCountOfSamplerRule(),
        new LabelAsSamplingKeyRule(),
        new PosteriorCorrectedTwiceRule(),
        new HandWrittenCodeRule(),
        new SplitWithoutGroupsRule(),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Select(rule => rule.Rule)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownTypes.In(start.Compilation) is { } types)
            {
                var bodies = new SourceBodies(start.Compilation, start.CancellationToken);
                start.RegisterOperationBlockAction(block =>
                {
                    // Attributes are blocks too, of which a record has as many as members. They compute nothing.
                    if (block.OperationBlocks.Any(operation => operation.Kind != OperationKind.Attribute))
                    {
                        Analyze(new UsageContext(block, types, bodies));
                    }
                });
            }
        });
    }

    private static void Analyze(UsageContext context)
    {
        bool usesLibrary = context.UsesLibrary;
        foreach (UsageRule rule in Rules)
        {
            context.Token.ThrowIfCancellationRequested();
            if (usesLibrary || rule.IsAboutAllCode)
            {
                rule.Check(context);
            }
        }
    }
}
