namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>A data view of ML.NET that got a column of class weights and was then resampled. A trainer in the same body reads the weights.</summary>
/// <param name="Location">Where to report: the name of the method that adds the weights.</param>
/// <param name="Scheme">The scheme, <c>ClassWeights.Balanced</c>.</param>
/// <param name="Data">The view that was weighed.</param>
/// <param name="Resampling">The method that resampled it.</param>
internal sealed record WeighedView(Location Location, string Scheme, string Data, string Resampling)
{
    private const string DefaultColumn = "Weight";

    public static IEnumerable<WeighedView> In(UsageContext context)
    {
        if (!context.Types.Trainers.AreKnown)
        {
            yield break;
        }

        IInvocationOperation[] resampled = [.. context.Operations.OfType<IInvocationOperation>().Where(call => ViewRows.Balances(call, context))];
        foreach (IInvocationOperation weighed in resampled.Length == 0 ? [] : context.Operations.OfType<IInvocationOperation>())
        {
            if (SchemeOf(weighed, context) is { } scheme && IsRead(ColumnOf(weighed, context), context))
            {
                var weights = new Derivation(weighed, context);
                IInvocationOperation? balanced = resampled.FirstOrDefault(call => call.Arguments.Written("data") is { } data && weights.Uses(data)) ?? BalancedBefore(weighed, scheme, context);
                if (balanced is not null)
                {
                    string name = weighed.Arguments.Written("data")?.Syntax.ToString() ?? weighed.Syntax.ToString();
                    yield return new WeighedView(OperationReading.NameOf(weighed), scheme.Method.FullName(), name, balanced.TargetMethod.Name);
                }
            }
        }
    }

    /// <summary>The call that adds the column to a view by a scheme that favours rare classes, in a step on the way to it, or null.</summary>
    public static IInvocationOperation? WeighingIn(IInvocationOperation step, string column, UsageContext context) =>
        (step.TargetMethod.Name == "ToDataView" ? step.Descendants().OfType<IInvocationOperation>() : [step])
            .FirstOrDefault(call => SchemeOf(call, context) is not null && ColumnOf(call, context) == column);

    /// <summary>The weight column that options of a trainer name, or null.</summary>
    public static string? ColumnReadBy(IOperation options, UsageContext context)
    {
        var made = new Derivation(options, context);
        return context.Operations.OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IMemberReferenceOperation { Member.Name: "ExampleWeightColumnName" } target
                && (target.Instance is IInstanceReferenceOperation ? target.Ancestors().Contains(options) : target.Instance is { } instance && made.Uses(instance)))
            .Select(assignment => ConstantValues.Text(assignment.Value, context.Locals))
            .FirstOrDefault(text => text is not null);
    }

    /// <summary>What balanced the rows before they were weighed by counts that were taken before: weights by the rows' own counts would all be 1.</summary>
    private static IInvocationOperation? BalancedBefore(IInvocationOperation weighed, WeighingScheme scheme, UsageContext context) =>
        weighed.Arguments.Written("data") is { } data
        && scheme.Counts is { } counts
        && context.Locals.Origin(counts) is IInvocationOperation { TargetMethod: { Name: "CountClasses" } count } counting
        && TrainerTypes.IsOfPackage(count.ContainingAssembly)
        && counting.Arguments.Written("data") is { } counted
        && ViewRows.BalancingOf(counted, context) is null
            ? ViewRows.BalancingOf(data, context)
            : null;

    /// <summary>The scheme that a call weighs classes by, if it favours rare ones.</summary>
    private static WeighingScheme? SchemeOf(IInvocationOperation call, UsageContext context)
    {
        if (!TrainerTypes.IsOfPackage(call.TargetMethod.ContainingAssembly) || call.TargetMethod.Name is not ("AddClassWeights" or "Weight"))
        {
            return null;
        }

        return call.Arguments.Where(argument => argument.Parameter?.Type.Name != "IDataView")
            .SelectMany(argument => context.Locals.Origin(argument.Value).DescendantsAndSelf())
            .Select(part => part switch
            {
                IMethodReferenceOperation group => new WeighingScheme(group.Method, null),
                IInvocationOperation made => new WeighingScheme(made.TargetMethod, made.Arguments.FirstOrDefault()?.Value),
                _ => null,
            })
            .FirstOrDefault(scheme => scheme is not null && context.Facts.CorrectsImbalance(scheme.Method));
    }

    private static string ColumnOf(IInvocationOperation weighed, UsageContext context) =>
        (weighed.Arguments.Written("weightColumnName") ?? weighed.Arguments.Written("name")) is { } name ? ConstantValues.Text(name, context.Locals) ?? DefaultColumn : DefaultColumn;

    /// <summary>Whether a trainer gets the name of the column.</summary>
    private static bool IsRead(string column, UsageContext context) => context.Operations.Any(operation => operation switch
    {
        IArgumentOperation { Parameter: { Name: "exampleWeightColumnName", ContainingSymbol: var method }, Value: var value } =>
            context.Types.Trainers.IsOfMl(method) && ConstantValues.Text(value, context.Locals) == column,
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: "ExampleWeightColumnName" }, Value: var value } =>
            ConstantValues.Text(value, context.Locals) == column,
        _ => false,
    });

    private sealed record WeighingScheme(IMethodSymbol Method, IOperation? Counts);
}
