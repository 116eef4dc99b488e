namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Whether the class of a count has rows because of where its index comes from: a filter of the classes, a row, a draw, a group.</summary>
internal sealed class PresentClasses(CountReading reading)
{
    /// <summary>Whether one of the indices in the count is that of such a class.</summary>
    public bool Has(IOperation count) =>
        reading.Locals.Chain(count).SelectMany(Indices).SelectMany(index => reading.Locals.Chain(index)).Any(IsPresent);

    private static IEnumerable<IOperation> Indices(IOperation count) => count switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true } element => element.Arguments.Select(argument => argument.Value),
        IArrayElementReferenceOperation element => element.Indices,
        IImplicitIndexerReferenceOperation element => [element.Argument],
        IInvocationOperation call => call.Arguments.Select(argument => argument.Value)
            .Concat(call.Arguments.SelectMany(argument => Indices(argument.Value.Unwrap()))),
        IBinaryOperation binary => Indices(binary.LeftOperand.Unwrap()).Concat(Indices(binary.RightOperand.Unwrap())),
        _ => [],
    };

    private bool IsPresent(IOperation index) => index switch
    {
        ILocalReferenceOperation local => (reading.Locals.SequenceOf(local) is { } sequence && IsOfPresent(sequence)) || IsClassOfRow(reading.Locals.RoleOf(local)),
        IParameterReferenceOperation parameter => reading.ElementsOf(parameter) is { } sequence && IsOfPresent(sequence),

        // An array of class indices is a selection of classes, or holds the labels of rows that exist.
        IArrayElementReferenceOperation => true,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => IsOfPresent(list),

        // The class of a draw has rows, because otherwise it could not be drawn. The class of a group has rows, because a group is not empty.
        IPropertyReferenceOperation { Property: { Name: "ClassIndex" } property } => reading.Types.IsOfLibrary(property),
        IPropertyReferenceOperation { Property: { Name: "Key", ContainingType.Name: "IGrouping" } } => true,
        IInvocationOperation { TargetMethod: { Name: "ClassOf" } method } => reading.Types.IsOfLibrary(method),
        _ => false,
    };

    private bool IsClassOfRow(LocalRole? role) =>
        role is { Kind: LocalRoleKind.Out, Operation: IInvocationOperation { TargetMethod: { Name: "TryClassOf" } method } } && reading.Types.IsOfLibrary(method);

    /// <summary>Whether every element of a sequence is a class that has rows.</summary>
    private bool IsOfPresent(IOperation sequence)
    {
        IOperation? current = reading.Locals.Origin(sequence);
        while (current is not null)
        {
            current = current is ITranslatedQueryOperation query ? query.Operation.Unwrap() : current;
            switch (current)
            {
                case IInvocationOperation { TargetMethod.Name: "Except" or "ExceptBy" } call when call.Descendants().Any(CountConditions.IsEmptyClasses):
                case IInvocationOperation { TargetMethod.Name: "Where" or "TakeWhile" or "FindAll" } filter when reading.IsFilter(filter):
                case IPropertyReferenceOperation { Property: { Name: "ClassIndices" } property } when reading.Types.IsOfLibrary(property):
                case IInvocationOperation { TargetMethod: { Name: "ToLongClassIndices" } method } when reading.Types.IsOfLibrary(method):
                    return true;
                case IInvocationOperation call:
                    current = call.Receiver() is { } source ? reading.Locals.Origin(source) : null;
                    break;
                case IPropertyReferenceOperation { Property.Name: "Span", Instance: { } memory }:
                    current = reading.Locals.Origin(memory);
                    break;
                case IObjectCreationOperation { Arguments: [{ Value: var copied }, ..] } when copied.Type is not { SpecialType: SpecialType.System_Int32 }:
                    current = reading.Locals.Origin(copied);
                    break;
                case ICollectionExpressionOperation { Elements: [ISpreadOperation { Operand: var copied }] }:
                    current = reading.Locals.Origin(copied);
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
