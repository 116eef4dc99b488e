namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0206: a loop over epochs enumerates the same draws each time.</summary>
internal sealed class RepeatedEpochRule() : UsageRule(Descriptors.RepeatedEpoch)
{
    public override void Check(UsageContext context)
    {
        var draws = new DrawOrder(context);
        var reported = new HashSet<SyntaxNode>();
        foreach (IForEachLoopOperation loop in context.Operations.OfType<IForEachLoopOperation>())
        {
            if (draws.Repeats(loop.Collection) && EpochLoop.Around(loop) is { } epochs && draws.IsTheSameEachTime(loop.Collection, epochs))
            {
                reported.Add(context.Locals.Origin(loop.Collection).Syntax);
                context.Report(Rule, loop.Collection.Unwrap().Syntax.GetLocation());
            }
        }

        foreach (IInvocationOperation call in context.Operations.OfType<IInvocationOperation>())
        {
            foreach (IOperation taken in TakenBy(call, draws, context))
            {
                if (EpochLoop.Around(call) is { } epochs
                    && draws.IsTheSameEachTime(taken, epochs)
                    && !call.Ancestors().OfType<IForEachLoopOperation>().Any(loop => loop.Collection.Syntax.Span.Contains(call.Syntax.Span))
                    && reported.Add(taken.Unwrap().Syntax))
                {
                    context.Report(Rule, taken.Unwrap().Syntax.GetLocation());
                }
            }
        }
    }

    /// <summary>The draws that a call takes without a loop: the rows of an epoch as a list, and what a helper enumerates.</summary>
    private static IEnumerable<IOperation> TakenBy(IInvocationOperation call, DrawOrder draws, UsageContext context)
    {
        if (call.Type is IArrayTypeSymbol && context.Types.IsOfLibrary(call.TargetMethod) && draws.Repeats(call))
        {
            yield return call;
        }

        if (context.Types.IsOfLibrary(call.TargetMethod) || !call.Arguments.Any(argument => context.Types.IsOfLibrary(argument.Value.Unwrap().Type)))
        {
            yield break;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter
                && draws.Repeats(argument.Value)
                && context.Bodies.BodyOf(call.TargetMethod) is { } body
                && body.Descendants().OfType<IForEachLoopOperation>().Any(loop => draws.EnumeratesOnly(loop, parameter.OriginalDefinition)))
            {
                yield return argument.Value;
            }
        }
    }
}
