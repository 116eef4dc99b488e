namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Which data set an expression belongs to: the variable that holds it, and the type of its rows.</summary>
internal sealed class DatasetOrigin(KnownTypes types, LocalValues locals)
{
    private const int LongestPath = 16;

    /// <summary>The variable, parameter, field or property that the expression was derived from, or null if that cannot be seen.</summary>
    public ISymbol? RootOf(IOperation? expression)
    {
        IOperation? current = expression?.Unwrap();
        for (int step = 0; current is not null && step < LongestPath; step++)
        {
            switch (current)
            {
                case ILocalReferenceOperation or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation }
                    or IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property.IsIndexer: false }
                    when !IsGenerated(current):
                    if (ValueOf(current) is not { } value || !LeadsFurther(value))
                    {
                        return current.Variable() ?? ((IMemberReferenceOperation)current).Member;
                    }

                    current = value;
                    break;
                case IParameterReferenceOperation { Parameter: var parameter }:
                    return parameter;
                default:
                    current = Previous(current);
                    break;
            }
        }

        return null;
    }

    /// <summary>The type of the data set's rows, or null if that cannot be seen.</summary>
    public INamedTypeSymbol? RowTypeOf(IOperation? expression)
    {
        IOperation? current = expression?.Unwrap();
        for (int step = 0; current is not null && step < LongestPath; step++)
        {
            if (current.Type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol row] } type && KnownTypes.Is(type, types.IndexedDataset))
            {
                return row;
            }

            if (GeneratedFor(current) is { } target)
            {
                return target;
            }

            current = ValueOf(current) ?? Previous(current);
        }

        return null;
    }

    /// <summary>The record whose generated member an operation uses: <c>Cat.Classes.Set</c>, <c>Cat.Classes.KnownCounts.ToClassCounts()</c>.</summary>
    private static INamedTypeSymbol? GeneratedFor(IOperation operation)
    {
        INamedTypeSymbol? type = operation switch
        {
            IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: var container } } => container,
            IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType: var container } } => container,
            _ => null,
        };
        type = type?.Name == LibraryNames.KnownCounts ? type.ContainingType : type;
        return type is { Name: LibraryNames.GeneratedClasses, ContainingType: { } target } ? target : null;
    }

    private static bool IsGenerated(IOperation operation) => GeneratedFor(operation) is not null;

    /// <summary>The value of a variable, or what is deconstructed into it.</summary>
    private IOperation? ValueOf(IOperation variable) =>
        locals.ValueOf(variable)
        ?? (variable is ILocalReferenceOperation local
            && locals.RoleOf(local) is { Kind: var kind, Operation: var whole }
            && (kind == LocalRoleKind.Part || (kind == LocalRoleKind.Element && KnownTypes.Is(local.Type, types.DatasetSplit)))
                ? whole.Unwrap()
                : null);

    private bool LeadsFurther(IOperation value)
    {
        IOperation? current = value;
        for (int step = 0; current is not null && step < LongestPath; step++)
        {
            if (current is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
                || (current is IPropertyReferenceOperation { Property: var property } && !IsDatasetPart(property)))
            {
                return true;
            }

            current = Previous(current);
        }

        return false;
    }

    /// <summary>The value from which a row index, counts, a sampler, batches, weights or the subset of a split were made.</summary>
    private IOperation? Previous(IOperation operation)
    {
        if (SamplerCreation.Of(operation, types) is { Source: { } source })
        {
            return source.Unwrap();
        }

        return operation switch
        {
            IPropertyReferenceOperation { Instance: { } instance } property when IsDatasetPart(property.Property) => instance.Unwrap(),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } folds } when KnownTypes.Is(operation.Type, types.DatasetSplit) => folds.Unwrap(),
            IInvocationOperation { Instance: { } instance } invocation when types.IsOfLibrary(invocation.TargetMethod) => instance.Unwrap(),
            IInvocationOperation { TargetMethod.IsStatic: true, Arguments.Length: > 0 } invocation
                when types.IsOfLibrary(invocation.TargetMethod) || invocation.TargetMethod.ContainingType.Name == LibraryNames.GeneratedClasses =>
                    (invocation.Arguments.Written("data") ?? invocation.Arguments[0].Value).Unwrap(),
            _ => null,
        };
    }

    private bool IsDatasetPart(IPropertySymbol property) =>
        types.IsOfLibrary(property) && property.Name is "Counts" or "Index" or "Rows" or "Classes" or "Train" or "Test";
}
