namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Lists whose elements are written one by one, here or where a variable is set to them.</summary>
internal static class ListedNumbers
{
    /// <summary>The elements, or null if the list is not written out or something may change it afterwards.</summary>
    public static IReadOnlyList<IOperation>? Elements(IOperation list, LocalValues locals)
    {
        IReadOnlyList<IOperation> chain = [.. locals.Chain(list)];
        IReadOnlyList<IOperation>? items = chain[chain.Count - 1] switch
        {
            ICollectionExpressionOperation collection => collection.Elements,
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            _ => null,
        };
        return items is null || items.Any(item => item is ISpreadOperation) || chain.Any(link => IsChanged(link, list)) ? null : items;
    }

    /// <summary>The numbers, null for one that is not known; or null if the list is not written out.</summary>
    public static IReadOnlyList<double?>? Of(IOperation list, LocalValues locals) =>
        Elements(list, locals) is { } items ? [.. items.Select(item => ConstantValues.Number(item, locals))] : null;

    /// <summary>Whether an element of the variable is assigned, or the variable is passed to a method that may do so.</summary>
    private static bool IsChanged(IOperation variable, IOperation use)
    {
        if (variable is not ILocalReferenceOperation { Local: var local })
        {
            return false;
        }

        IOperation root = variable.Ancestors().LastOrDefault() ?? variable;
        return root.Descendants().OfType<ILocalReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local)
            && reference.Syntax != variable.Syntax
            && reference.Syntax != use.Syntax
            && (IsAssignedElement(reference) || IsPassed(reference)));
    }

    private static bool IsAssignedElement(ILocalReferenceOperation array) =>
        array.Parent is IArrayElementReferenceOperation { Parent: IAssignmentOperation or IIncrementOrDecrementOperation } element
        && (element.Parent is not IAssignmentOperation assignment || assignment.Target == element);

    private static bool IsPassed(ILocalReferenceOperation array)
    {
        IArgumentOperation? argument = array.Ancestors().TakeWhile(outer => outer is IConversionOperation or IArgumentOperation).OfType<IArgumentOperation>().FirstOrDefault();
        return argument?.Parameter is { Type: var type } && type.Name is not ("ReadOnlySpan" or "IEnumerable" or "IReadOnlyList" or "ReadOnlyMemory");
    }
}
