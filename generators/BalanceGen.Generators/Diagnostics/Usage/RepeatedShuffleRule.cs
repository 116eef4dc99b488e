namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0216: a shuffle of TorchSharp or ML.NET with a seed is enumerated in every turn of a loop over epochs, in the same order each time.</summary>
internal sealed class RepeatedShuffleRule() : UsageRule(Descriptors.RepeatedShuffle)
{
    public override void Check(UsageContext context)
    {
        if (!context.Types.Trainers.AreKnown)
        {
            return;
        }

        var draws = new DrawOrder(context);
        var reported = new HashSet<SyntaxNode>();
        foreach (IOperation operation in context.Operations)
        {
            if (Enumerated(operation, context) is { } rows
                && SeededShuffle.Of(context.Locals.Origin(rows), context) is { } shuffle
                && EpochLoop.Around(operation) is { } epochs
                && draws.IsTheSameEachTime(shuffle.Seed, epochs)
                && (!shuffle.GoesThroughEpochs || (IsInside(shuffle.Operation, epochs) && shuffle.BeginsWithTheSameEpoch(epochs, draws)))
                && reported.Add(shuffle.Operation.Syntax))
            {
                Report(context, shuffle, epochs, rows);
            }
        }
    }

    private void Report(UsageContext context, SeededShuffle shuffle, ILoopOperation epochs, IOperation rows)
    {
        // Only a shuffle that is made in the loop can be given another seed in each turn.
        bool isMadeInside = IsInside(shuffle.Operation, epochs);
        ImmutableDictionary<string, string?> properties = FixData.Of("MadeInLoop", isMadeInside ? "true" : null);
        IOperation place = context.Contains(shuffle.Place) ? shuffle.Place : rows;
        context.Report(Rule, place.Syntax.GetLocation(), properties, shuffle.Name, shuffle.Remedy(isMadeInside));
    }

    /// <summary>The rows that a statement or a call reads: the batches of a loop, or the rows with which an online learner trains a model further.</summary>
    private static IOperation? Enumerated(IOperation operation, UsageContext context) => operation switch
    {
        IForEachLoopOperation loop => loop.Collection,
        IInvocationOperation { TargetMethod: { Name: "Fit", Parameters.Length: > 1 } method } fit when context.Types.Trainers.IsOfMl(method) => fit.Arguments.FirstOrDefault()?.Value,
        IInvocationOperation { TargetMethod: { Name: "CreateEnumerable" or "GetRowCursor" } method } read when context.Types.Trainers.IsOfMl(method) =>
            read.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "data")?.Value ?? read.Instance,
        _ => null,
    };

    private static bool IsInside(IOperation operation, ILoopOperation loop) =>
        operation.Syntax.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(operation.Syntax.Span);
}
