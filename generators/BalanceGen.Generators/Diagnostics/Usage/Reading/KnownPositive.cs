namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Whether the compiler knows that counts are above 0: those that are generated beside a record, and those that are written as constants.</summary>
internal static class KnownPositive
{
    private const int MostSteps = 12;

    /// <param name="counts">The counts, the class set's or a copy.</param>
    /// <param name="classIndex">The class, or null for every class.</param>
    /// <param name="context">The body.</param>
    public static bool Holds(IOperation counts, int? classIndex, UsageContext context)
    {
        IOperation? current = counts.Unwrap();
        for (int step = 0; current is not null && step < MostSteps; step++)
        {
            switch (context.Locals.Origin(current))
            {
                case IObjectCreationOperation { Arguments: [_, { Value: var values }] } made when KnownTypes.Is(made.Type, context.Types.ClassCounts):
                    return ListedNumbers.Of(values, context.Locals) is { } numbers && Above(numbers, classIndex);
                case IPropertyReferenceOperation { Instance: null, Property.ContainingType: { Name: LibraryNames.KnownCounts } known }:
                    return IsKnown(known, classIndex, context);
                case IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { Name: LibraryNames.KnownCounts } known } }:
                    return IsKnown(known, classIndex, context);
                case IPropertyReferenceOperation { Instance: { } instance }:
                    current = instance.Unwrap();
                    break;
                case IInvocationOperation call:
                    current = call.Receiver()?.Unwrap();
                    break;
                case IParameterReferenceOperation or ILocalReferenceOperation:
                    return IsDeclared(current, classIndex, context);
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The data set of a record whose counts are declared above 0.</summary>
    private static bool IsDeclared(IOperation dataset, int? classIndex, UsageContext context) =>
        dataset.Type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol row] } type
        && KnownTypes.Is(type, context.Types.IndexedDataset)
        && Known(row, classIndex, context);

    private static bool IsKnown(INamedTypeSymbol knownCounts, int? classIndex, UsageContext context) =>
        Known(knownCounts.ContainingType?.ContainingType, classIndex, context);

    private static bool Known(INamedTypeSymbol? row, int? classIndex, UsageContext context) =>
        KnownCounts.Of(row, context) is { Complete: { } values } && Above([.. values.Select(value => (double?)value)], classIndex);

    private static bool Above(IReadOnlyList<double?> counts, int? classIndex) =>
        classIndex is { } index ? index >= 0 && index < counts.Count && counts[index] > 0 : counts.All(count => count > 0);
}
