namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>A shuffle whose order its seed alone decides: a loader or a shuffler of TorchSharp, ML.NET's <c>ShuffleRows</c>, or a loader over a sampler's epochs.</summary>
/// <param name="Operation">The call that makes it.</param>
/// <param name="Seed">What decides the order.</param>
/// <param name="Name">The name of what was made, in the program's words.</param>
internal sealed record SeededShuffle(IOperation Operation, IOperation Seed, string Name)
{
    /// <summary>Whether each enumeration gives the next epoch: BalanceGen's adapter of TorchSharp's loader.</summary>
    public bool GoesThroughEpochs { get; private init; }

    /// <summary>The epoch that the adapter begins with, or null where it is not written.</summary>
    private IOperation? FirstEpoch { get; init; }

    /// <summary>Where to report: the seed, or the call.</summary>
    public IOperation Place => GoesThroughEpochs ? Operation : Seed;

    public static SeededShuffle? Of(IOperation operation, UsageContext context)
    {
        TrainerTypes trainers = context.Types.Trainers;
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { Name: "ShuffleRows" } method } shuffled when trainers.IsOfMl(method):
                return Written(shuffled.Arguments.Written("seed")) is { } seedOfRows ? new SeededShuffle(shuffled, seedOfRows, "ShuffleRows") : null;
            case IInvocationOperation { TargetMethod: var method } loader when trainers.IsLoader(loader.Type) && !trainers.IsOfTorch(method):
                // BalanceGen's adapter goes through the epochs by itself. If each turn makes a new one, it begins with the same epoch each time.
                return context.Types.IsOfLibrary(method) && loader.Arguments.FirstOrDefault(argument => context.Types.IsSampler(argument.Value.Unwrap().Type)) is { } sampler
                    ? new SeededShuffle(loader, sampler.Value, method.Name) { GoesThroughEpochs = true, FirstEpoch = loader.Arguments.Written("firstEpoch") }
                    : null;
            case IInvocationOperation loader when trainers.IsLoader(loader.Type):
                return OfLoader(loader, loader.Arguments, context);
            case IObjectCreationOperation loader when trainers.IsLoader(loader.Type):
                return OfLoader(loader, loader.Arguments, context);
            case IObjectCreationOperation shuffler when trainers.IsShuffler(shuffler.Type):
                return Written(shuffler.Arguments.Written("seed")) is { } seed ? new SeededShuffle(shuffler, seed, "FisherYatesShuffler") : null;
            default:
                return null;
        }
    }

    /// <summary>Whether a loader that is made anew in each turn of the loop begins with the same epoch in each.</summary>
    public bool BeginsWithTheSameEpoch(ILoopOperation epochs, DrawOrder draws) => FirstEpoch is null || draws.IsTheSameEachTime(FirstEpoch, epochs);

    /// <summary>What to do about it.</summary>
    /// <param name="isMadeInside">Whether it is made anew in each turn.</param>
    public string Remedy(bool isMadeInside) => GoesThroughEpochs ? "make the loader before the loop, or pass the number of the epoch as firstEpoch"
        : isMadeInside ? "add the number of the epoch to the seed"
        : Name == "ShuffleRows" ? "shuffle in the loop, with the number of the epoch added to the seed"
        : "pass sampler.EpochRowNumbers() as the shuffler, which has a new order in each epoch";

    private static SeededShuffle? OfLoader(IOperation loader, ImmutableArray<IArgumentOperation> arguments, UsageContext context)
    {
        if (arguments.Written("shuffler") is { } shuffler)
        {
            return Of(context.Locals.Origin(shuffler), context) is { } inner ? new SeededShuffle(loader, inner.Seed, inner.Name) : null;
        }

        return arguments.Written("shuffle") is { } shuffles && ConstantValues.Truth(shuffles, context.Locals) == true && Written(arguments.Written("seed")) is { } seed
            ? new SeededShuffle(loader, seed, "DataLoader")
            : null;
    }

    private static IOperation? Written(IOperation? seed) => OperationReading.IsAbsentOrNull(seed) ? null : seed;
}
