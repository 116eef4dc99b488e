namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Whether an expression gives the draws of a sampler in the same order each time.</summary>
internal sealed class DrawOrder(UsageContext context)
{
    private const int LongestPath = 16;

    private static readonly string[] Evaluation = ["test", "valid", "holdout", "eval"];

    /// <summary>Whether a sequence is the draws of a sampler, its batches, or the batches of a loader, and the expression alone decides the first draw.</summary>
    public bool Repeats(IOperation sequence)
    {
        IOperation? current = context.Locals.Origin(sequence);
        for (int step = 0; current is not null && step < LongestPath; step++)
        {
            if (context.Facts.DrawsAnew(current.Type) || (current is IInvocationOperation { TargetMethod: var method } && context.Facts.DrawsAnew(method)))
            {
                return false;
            }

            if (context.Types.IsSampler(current.Type))
            {
                return !context.Facts.IsSameInEveryEpoch(SamplerCreation.Of(current, context.Types)?.Sampler ?? current.Type);
            }

            switch (current)
            {
                case IInvocationOperation { Instance: { } dataset } batches when KnownTypes.Is(dataset.Type, context.Types.IndexedDataset):
                    if (batches.Arguments.FirstOrDefault(argument => context.Types.IsSampler(argument.Value.Unwrap().Type)) is not { } sampler || IsForEvaluation(dataset))
                    {
                        return false;
                    }

                    current = context.Locals.Origin(sampler.Value);
                    break;
                case IInvocationOperation call when IsPassedOn(call):
                    current = call.Receiver() is { } receiver ? context.Locals.Origin(receiver) : null;
                    break;
                default:
                    return KnownTypes.Is(current.Type, context.Types.Batches) || KnownTypes.Is(current.Type, context.Types.DrawSequence);
            }
        }

        return false;
    }

    /// <summary>Whether nothing that decides the draws changes from one turn of the loop to the next.</summary>
    public bool IsTheSameEachTime(IOperation draws, ILoopOperation epochs)
    {
        var loop = new LoopVariables(epochs, context);
        var pending = new Stack<IOperation>([draws]);
        var followed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        while (pending.Count > 0)
        {
            foreach (IOperation part in Deciding(pending.Pop()))
            {
                if (loop.Changes(part))
                {
                    return false;
                }

                if (part is ILocalReferenceOperation { Local: var local } && loop.Declares(local) && followed.Add(local) && context.Locals.ValueOf(part) is { } value)
                {
                    pending.Push(value);
                }
            }
        }

        return true;
    }

    /// <summary>Whether a loop of a helper enumerates the draws that it is passed, and nothing else decides which.</summary>
    public bool EnumeratesOnly(IForEachLoopOperation loop, IParameterSymbol draws)
    {
        IOperation[] parts = [.. Deciding(loop.Collection)];
        return parts.OfType<IParameterReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, draws))
            && parts.All(part => part switch
            {
                IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, draws),
                IInvocationOperation call => IsPassedOn(call) && call.TargetMethod.Name is not ("Epoch" or "ResumeFrom"),
                ILocalReferenceOperation or IFieldReferenceOperation => false,
                _ => true,
            });
    }

    /// <summary>The parts of an expression that decide which draws it gives. Parts that decode the rows or use them do not count.</summary>
    private static IEnumerable<IOperation> Deciding(IOperation expression)
    {
        IOperation operation = expression.Unwrap();
        bool isDecoded = operation is IInvocationOperation { Arguments.Length: > 0 } call
            && (call.TargetMethod.Name.StartsWith("Load", StringComparison.Ordinal) || IsQuery(call.TargetMethod) || call.TargetMethod.Name is "WithCancellation" or "ConfigureAwait");
        yield return operation;
        IEnumerable<IOperation> inner = isDecoded
            ? ((IInvocationOperation)operation).Receiver() is { } receiver ? [receiver] : []
            : operation.ChildOperations;
        foreach (IOperation part in inner.Where(part => part is not (IAnonymousFunctionOperation or IDelegateCreationOperation)).SelectMany(Deciding))
        {
            yield return part;
        }
    }

    private bool IsPassedOn(IInvocationOperation call) =>
        context.Types.IsOfLibrary(call.TargetMethod) || IsQuery(call.TargetMethod) || call.TargetMethod.Name is "WithCancellation" or "ConfigureAwait";

    private static bool IsQuery(IMethodSymbol method) => method.ContainingNamespace?.Name is "Linq" || method.ContainingType.Name == "TaskAsyncEnumerableExtensions";

    /// <summary>Whether the name says that the rows are for evaluation, which may see them in one order.</summary>
    private bool IsForEvaluation(IOperation dataset) => context.Locals.Chain(dataset).Any(link => link switch
    {
        ILocalReferenceOperation local => IsEvaluation(local.Local.Name),
        IParameterReferenceOperation parameter => IsEvaluation(parameter.Parameter.Name),
        IMemberReferenceOperation member => IsEvaluation(member.Member.Name),
        _ => false,
    });

    private static bool IsEvaluation(string name) =>
        name.Equals("val", StringComparison.OrdinalIgnoreCase) || Evaluation.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
