namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The classes that a call is about, where the program declares them.</summary>
/// <param name="Count">The number of classes.</param>
/// <param name="Owner">The record, or the class set, as the program names it.</param>
/// <param name="Names">The first names.</param>
internal sealed record DeclaredClasses(int Count, string Owner, string Names)
{
    private const int NamesShown = 12;

    /// <summary>The classes of the data set, the counts, the row index or the class set that a call takes; null if they cannot be seen.</summary>
    public static DeclaredClasses? Of(LibraryCall call, UsageContext context)
    {
        IEnumerable<IOperation> carriers = call.Arguments.Select(argument => argument.Value).Where(value => IsCarrier(value.Unwrap().Type, context.Types));
        foreach (IOperation carrier in call.Receiver is { } receiver && IsCarrier(receiver.Type, context.Types) ? carriers.Prepend(receiver) : carriers)
        {
            if (context.Datasets.RowTypeOf(carrier) is { } row && KnownCounts.Of(row, context) is { } known)
            {
                return new DeclaredClasses(known.Label.ClassCount, row.Name, known.Label.ClassNames(NamesShown));
            }

            if (context.Locals.Origin(carrier) is IObjectCreationOperation { Arguments: [{ Value: var names }] } set
                && KnownTypes.Is(set.Type, context.Types.ClassSet)
                && ListedNumbers.Elements(names, context.Locals) is { Count: > 0 } items)
            {
                return new DeclaredClasses(items.Count, "ClassSet", string.Join(", ", items.Take(NamesShown).Select(item => item.ConstantValue.Value ?? item.Syntax.ToString())));
            }
        }

        return null;
    }

    private static bool IsCarrier(ITypeSymbol? type, KnownTypes types) =>
        KnownTypes.Is(type, types.IndexedDataset) || KnownTypes.Is(type, types.RowIndex) || KnownTypes.Is(type, types.ClassCounts) || KnownTypes.Is(type, types.ClassSet);
}
