using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>A data view of ML.NET that got a column of class weights and was then resampled. A trainer in the same body reads the weights.</summary>
internal sealed class WeighedView
{
    private const string DefaultColumn = "Weight";

    private WeighedView(Location location, string scheme, string data, string resampling)
    {
        Location = location;
        Scheme = scheme;
        Data = data;
        Resampling = resampling;
    }

    /// <summary>Where to report: the name of the method that adds the weights.</summary>
    public Location Location { get; }

    /// <summary>The scheme, <c>ClassWeights.Balanced</c>.</summary>
    public string Scheme { get; }

    /// <summary>The view that was weighed.</summary>
    public string Data { get; }

    /// <summary>The method that resampled it.</summary>
    public string Resampling { get; }

    public static IEnumerable<WeighedView> In(UsageContext context)
    {
        if (!context.Types.Trainers.AreKnown)
        {
            yield break;
        }

        IInvocationOperation[] resampled = [.. context.Operations.OfType<IInvocationOperation>().Where(call => Balances(call, context))];
        foreach (IInvocationOperation weighed in resampled.Length == 0 ? [] : context.Operations.OfType<IInvocationOperation>())
        {
            if (SchemeOf(weighed, context) is { } scheme && IsRead(ColumnOf(weighed, context), context))
            {
                var weights = new Derivation(weighed, context);
                if (resampled.FirstOrDefault(call => call.Arguments.Written("data") is { } data && weights.Uses(data)) is { } balanced)
                {
                    string name = weighed.Arguments.Written("data")?.Syntax.ToString() ?? weighed.Syntax.ToString();
                    yield return new WeighedView(OperationReading.NameOf(weighed), scheme, name, balanced.TargetMethod.Name);
                }
            }
        }
    }

    private static bool Balances(IInvocationOperation call, UsageContext context) =>
        TrainerTypes.IsOfPackage(call.TargetMethod.ContainingAssembly)
        && (context.Facts.CorrectsImbalance(call.TargetMethod)
            || (call.TargetMethod.Name == "SampleEpoch" && call.Descendants().Any(part => SamplerCreation.Of(part, context.Types) is { } sampler && sampler.Balances(context))));

    /// <summary>The scheme that a call weighs classes by, if it favours rare ones.</summary>
    private static string? SchemeOf(IInvocationOperation call, UsageContext context)
    {
        if (!TrainerTypes.IsOfPackage(call.TargetMethod.ContainingAssembly) || call.TargetMethod.Name is not ("AddClassWeights" or "Weight"))
        {
            return null;
        }

        IMethodSymbol? scheme = call.Arguments.SelectMany(argument => context.Locals.Chain(argument.Value).Last().DescendantsAndSelf())
            .Select(part => part switch
            {
                IMethodReferenceOperation group => group.Method,
                IInvocationOperation made => made.TargetMethod,
                _ => null,
            })
            .FirstOrDefault(context.Facts.CorrectsImbalance);
        return scheme is null ? null : $"{scheme.ContainingType.Name}.{scheme.Name}";
    }

    private static string ColumnOf(IInvocationOperation weighed, UsageContext context) =>
        (weighed.Arguments.Written("weightColumnName") ?? weighed.Arguments.Written("name")) is { } name ? TextOf(name, context) ?? DefaultColumn : DefaultColumn;

    /// <summary>Whether a trainer gets the name of the column.</summary>
    private static bool IsRead(string column, UsageContext context) => context.Operations.Any(operation => operation switch
    {
        IArgumentOperation { Parameter: { Name: "exampleWeightColumnName", ContainingSymbol: var method }, Value: var value } => context.Types.Trainers.IsOfMl(method) && TextOf(value, context) == column,
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: "ExampleWeightColumnName" }, Value: var value } => TextOf(value, context) == column,
        _ => false,
    });

    private static string? TextOf(IOperation value, UsageContext context) =>
        context.Locals.Chain(value).Select(link => link.ConstantValue is { HasValue: true, Value: string text } ? text : null).FirstOrDefault(text => text is not null);
}
