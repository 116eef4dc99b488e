namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Where the rows of a data view of ML.NET come from: the calls that its rows went through, the last one first. A model that transforms them is not one of them.</summary>
internal static class ViewRows
{
    private const int LongestPath = 32;

    /// <summary>The calls on the way of the rows to a view.</summary>
    public static IReadOnlyList<IInvocationOperation> To(IOperation view, UsageContext context)
    {
        var calls = new List<IInvocationOperation>();
        IOperation? current = view;
        for (int length = 0; current is not null && length < LongestPath; length++)
        {
            current = context.Locals.Origin(current);
            switch (current)
            {
                case IInvocationOperation call:
                    calls.Add(call);
                    current = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.Name == "IDataView")?.Value;
                    break;
                case IPropertyReferenceOperation { Instance: { } parts }:
                    current = parts;
                    break;
                case ILocalReferenceOperation local:
                    current = context.Locals.SequenceOf(local) ?? (context.Locals.RoleOf(local) is { Kind: LocalRoleKind.Part, Operation: var split } ? split : null);
                    break;
                default:
                    current = null;
                    break;
            }
        }

        return calls;
    }

    /// <summary>The call on the way to a view that balances its classes, or null.</summary>
    public static IInvocationOperation? BalancingOf(IOperation view, UsageContext context) => To(view, context).FirstOrDefault(call => Balances(call, context));

    /// <summary>Whether a call of the package makes a view in which rare classes are more frequent than in the data.</summary>
    public static bool Balances(IInvocationOperation call, UsageContext context) =>
        TrainerTypes.IsOfPackage(call.TargetMethod.ContainingAssembly)
        && (context.Facts.CorrectsImbalance(call.TargetMethod)
            || (call.TargetMethod.Name == "SampleEpoch" && call.Descendants().Any(part => SamplerCreation.Of(part, context.Types) is { } sampler && sampler.Balances(context)))
            || (call.TargetMethod.Name == "ToDataView" && call.Arguments.Written("sampler") is { } drawn && context.SamplerOf(drawn) is { } own && own.Balances(context)));
}
