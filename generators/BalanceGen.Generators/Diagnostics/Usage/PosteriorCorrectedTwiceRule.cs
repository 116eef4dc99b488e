namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0219: probabilities are corrected a second time, or by a correction that does not know of the weights in the loss.</summary>
internal sealed class PosteriorCorrectedTwiceRule() : UsageRule(Descriptors.PosteriorCorrectedTwice)
{
    public override void Check(UsageContext context)
    {
        if (context.Operations.Any(operation => KnownTypes.Is(operation.Type, context.Types.PosteriorCorrection) || IsCorrection(operation, context)))
        {
            CheckScores(context);
            CheckWeights(context);
        }
    }

    private static bool IsCorrection(IOperation operation, UsageContext context) =>
        operation is IInvocationOperation { TargetMethod.ContainingType: var type } && KnownTypes.Is(type, context.Types.PosteriorCorrection);

    private void CheckScores(UsageContext context)
    {
        CorrectedScores[] corrected = [.. context.Operations.OfType<IInvocationOperation>().Select(call => CorrectedScores.Of(call, context)).OfType<CorrectedScores>()];
        for (int later = 1; later < corrected.Length; later++)
        {
            if (corrected.Take(later).FirstOrDefault(earlier => earlier.Corrects && earlier.LeadsTo(corrected[later], context)) is { } first)
            {
                CorrectedScores second = corrected[later];
                context.Report(
                    Rule,
                    OperationReading.NameOf(second.Call),
                    second.Variable.Name,
                    second.Corrects ? $"has already been corrected by '{first.Call.TargetMethod.Name}'" : $"has been corrected by '{first.Call.TargetMethod.Name}', but the thresholds are for the model's own probabilities",
                    second.Corrects ? "correct once, at the end" : "pass the uncorrected probabilities");
            }
        }
    }

    private void CheckWeights(UsageContext context)
    {
        LossWeights[] all = [.. LossWeights.In(context)];
        if (all.Length == 0 || context.Operations.OfType<IInvocationOperation>().Any(IsToldOfWeights(context)))
        {
            return;
        }

        foreach (IInvocationOperation made in context.Operations.OfType<IInvocationOperation>())
        {
            if (KnownTypes.Is(made.Type, context.Types.PosteriorCorrection)
                && SourceOf(made) is { } source
                && context.Datasets.RootOf(source) is { } dataset
                && all.FirstOrDefault(weights => SymbolEqualityComparer.Default.Equals(weights.Dataset, dataset) && weights.AreUsedIn(context)) is { } unknown)
            {
                context.Report(
                    Rule,
                    OperationReading.NameOf(made),
                    FixData.Of("Weights", unknown.Variable).Add("Method", unknown.Method),
                    made.TargetMethod.Name,
                    $"makes a correction for the draws of '{dataset.Name}' only, but its loss is weighted by '{unknown.Name}' too",
                    $"add {unknown.Method} to the correction");
            }
        }
    }

    private static System.Func<IInvocationOperation, bool> IsToldOfWeights(UsageContext context) =>
        call => IsCorrection(call, context) && call.TargetMethod.Name.StartsWith("After", System.StringComparison.Ordinal);

    /// <summary>What a correction is made of: counts, or the plan of a sampler.</summary>
    private static IOperation? SourceOf(IInvocationOperation made) => made switch
    {
        { TargetMethod: { IsStatic: true, Name: "Of" }, Arguments: [{ Value: var counts }, ..] } => counts,
        { TargetMethod.Name: "CorrectionTo", Instance: { } plan } => plan.Unwrap() is IPropertyReferenceOperation { Instance: { } sampler } ? sampler : plan,
        _ => null,
    };
}
