namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Arrays and spans that a program fills with counts: by a method of the library, by a copy, or by <c>n[Classes.IndexOf(row)]++</c>.</summary>
internal sealed class FilledArrays(UsageContext context)
{
    private readonly Dictionary<IFieldSymbol, bool> _fields = new(SymbolEqualityComparer.Default);

    /// <summary>The locals and parameters of the body that are filled.</summary>
    public HashSet<ISymbol> Variables { get; } = Find(context);

    /// <summary>Whether a field is an array that its type counts up.</summary>
    public bool IsFilled(IFieldSymbol field)
    {
        if (!_fields.TryGetValue(field, out bool isFilled))
        {
            isFilled = field.DeclaringSyntaxReferences.Length == 1
                && field.Type is IArrayTypeSymbol
                && context.Bodies.AssignedElementsOf(field).OfType<IArrayElementReferenceOperation>().Any(element => CountsUp(element, context));
            _fields[field] = isFilled;
        }

        return isFilled;
    }

    private static HashSet<ISymbol> Find(UsageContext context)
    {
        // A rare class is missing from many batches, so the counts of a batch are often zero when those of the data set are not.
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in context.Operations)
        {
            ISymbol? filled = operation switch
            {
                IArgumentOperation { Parameter: { } parameter } argument when context.Facts.MayBeZero(parameter) => VariableOf(argument.Value, context),
                IArrayElementReferenceOperation element when CountsUp(element, context) => VariableOf(element.ArrayReference, context),
                IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } element when CountsUp(element, context) => VariableOf(list, context),
                IInvocationOperation { TargetMethod.Name: "CopyTo" or "TryCopyTo", Instance: { } source, Arguments: [{ Value: var destination }, ..] }
                    when source.Unwrap() is IPropertyReferenceOperation property && context.Facts.MayBeZero(property.Property) => VariableOf(destination, context),
                _ => null,
            };
            if (filled is not null)
            {
                found.Add(filled);
            }
        }

        return found;
    }

    private static ISymbol? VariableOf(IOperation list, UsageContext context) => list.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IInvocationOperation { TargetMethod.Name: "AsSpan" } span => span.Receiver() is { } source ? VariableOf(source, context) : null,
        _ => null,
    };

    private static bool CountsUp(IOperation element, UsageContext context)
    {
        bool isIncremented = element.Parent is IIncrementOrDecrementOperation { Kind: OperationKind.Increment }
            or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Value.ConstantValue: { HasValue: true } };
        IOperation? index = element switch
        {
            IArrayElementReferenceOperation { Indices: [var only] } => only,
            IPropertyReferenceOperation { Arguments: [{ Value: var only }] } => only,
            _ => null,
        };
        return isIncremented && index is not null && IsClassIndex(index, context);
    }

    private static bool IsClassIndex(IOperation index, UsageContext context) => index.Unwrap() switch
    {
        ILocalReferenceOperation local when context.Locals.RoleOf(local) is { } role => role.Kind switch
        {
            LocalRoleKind.Value => IsClassIndex(role.Operation, context),
            LocalRoleKind.Element => role.Operation.DescendantsAndSelf().Any(part => part is IPropertyReferenceOperation { Property.Name: "ClassIndices" }),
            LocalRoleKind.Out => role.Operation is IInvocationOperation { TargetMethod.Name: "TryIndexOf" } call && IsOfClasses(call, context),
            _ => false,
        },
        IInvocationOperation { TargetMethod.Name: "IndexOf" } call => IsOfClasses(call, context),

        // The numeric value of an enum label, and the class indices of a batch.
        IFieldReferenceOperation or IPropertyReferenceOperation => IsLabel(index.Unwrap()),
        var other => other.DescendantsAndSelf().Any(part => part is IPropertyReferenceOperation { Property.Name: "ClassIndices" }),
    };

    private static bool IsOfClasses(IInvocationOperation call, UsageContext context) =>
        call.TargetMethod.ContainingType.Name == LibraryNames.GeneratedClasses
        || context.Types.IsOfLibrary(call.TargetMethod)
        || call.TargetMethod.ContainingType.AllInterfaces.Any(type => type.Name == "IClassIndexer");

    private static bool IsLabel(IOperation member) =>
        member is IMemberReferenceOperation { Member: var label } && Annotations.ClassLabel(label) is not null;
}
