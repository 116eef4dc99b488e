using System.Collections.Generic;
using System.Linq;
using BalanceGen.Generators.Diagnostics.Usage.Reading;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0206: a loop over epochs enumerates the same draws each time.</summary>
internal sealed class RepeatedEpochRule() : UsageRule(Descriptors.RepeatedEpoch)
{
    public override void Check(UsageContext context)
    {
        foreach (IForEachLoopOperation loop in context.Operations.OfType<IForEachLoopOperation>())
        {
            if (EnumeratesFirstEpoch(loop.Collection, context)
                && EnclosingLoop(loop) is { } epochs
                && IsTheSameEachTime(loop.Collection, new LoopVariables(epochs, context.Operations), context))
            {
                context.Report(Rule, loop.Collection.Unwrap().Syntax.GetLocation());
            }
        }
    }

    /// <summary>Whether a foreach loop runs over a sampler or its batches from the first draw on.</summary>
    private static bool EnumeratesFirstEpoch(IOperation collection, UsageContext context)
    {
        IOperation draws = context.Locals.Origin(collection);
        bool isBatches = draws is IInvocationOperation { TargetMethod.Name: "Batches", Instance: { } dataset }
            && KnownTypes.Is(dataset.Type, context.Types.IndexedDataset);
        return isBatches || context.SamplerOf(draws) is not null;
    }

    private static ILoopOperation? EnclosingLoop(IForEachLoopOperation loop)
    {
        foreach (IOperation outer in loop.Ancestors())
        {
            switch (outer)
            {
                case IForLoopOperation or IWhileLoopOperation:
                    return (ILoopOperation)outer;
                case IForEachLoopOperation { Collection: var collection } repeated:
                    // A loop over anything but a plain sequence of numbers goes through data sets, folds or settings.
                    return collection.Unwrap() is IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" } }
                        ? repeated
                        : null;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether nothing that decides the draws changes from one turn of the loop to the next.</summary>
    private static bool IsTheSameEachTime(IOperation draws, LoopVariables loop, UsageContext context)
    {
        var pending = new Stack<IOperation>([draws]);
        var followed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        while (pending.Count > 0)
        {
            foreach (IOperation part in pending.Pop().DescendantsAndSelf())
            {
                if (loop.Changes(part))
                {
                    return false;
                }

                if (part is ILocalReferenceOperation { Local: var local } && loop.Declares(local) && followed.Add(local) && context.Locals.ValueOf(local) is { } value)
                {
                    pending.Push(value);
                }
            }
        }

        return true;
    }
}
