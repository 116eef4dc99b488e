namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Class weights or logit priors that the body makes from the counts of a data set, whether or not they favour rare classes.</summary>
/// <param name="Made">The call that makes them.</param>
/// <param name="Dataset">The data set that was counted.</param>
internal sealed record LossWeights(IInvocationOperation Made, ISymbol Dataset)
{
    /// <summary>The scheme, <c>ClassWeights.Balanced</c>.</summary>
    public string Name => Made.TargetMethod.FullName();

    /// <summary>The method by which a correction learns of them.</summary>
    public string Method => Made.Type?.Name == "LogitPriors" ? "AfterLogitPriors" : "AfterClassWeights";

    /// <summary>The local variable that holds them, or null.</summary>
    public string? Variable => Made.Ancestors().TakeWhile(outer => outer is IConversionOperation or IVariableInitializerOperation or IVariableDeclaratorOperation)
        .OfType<IVariableDeclaratorOperation>().FirstOrDefault()?.Symbol.Name;

    public static IEnumerable<LossWeights> In(UsageContext context)
    {
        foreach (IInvocationOperation call in context.Operations.OfType<IInvocationOperation>())
        {
            if (call is { TargetMethod: { IsStatic: true, ContainingType.Name: "ClassWeights" or "LogitPriors" } method, Arguments.Length: > 0, Type.Name: "ClassWeights" or "LogitPriors" }
                && context.Types.IsOfLibrary(method)
                && context.Datasets.RootOf(call.Arguments[0].Value) is { } dataset)
            {
                yield return new LossWeights(call, dataset);
            }
        }
    }

    /// <summary>Whether they are used in a loop, or passed to a call that may train. It is not enough that they are shown, compared or made into other weights.</summary>
    public bool AreUsedIn(UsageContext context)
    {
        var weights = new Derivation(Made, context);
        return context.Operations.Any(operation => operation switch
        {
            IForEachLoopOperation loop => weights.Uses(loop.Body),
            IInvocationOperation call when !context.Types.IsOfLibrary(call.TargetMethod) || TrainerTypes.IsOfPackage(call.TargetMethod.ContainingAssembly) =>
                weights.Uses(call),
            IObjectCreationOperation creation => creation.Arguments.Any(argument => weights.Uses(argument.Value)),
            _ => false,
        });
    }
}
