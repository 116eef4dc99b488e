using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Which data set an expression belongs to: the variable that holds it, and the type of its rows.</summary>
internal sealed class DatasetOrigin
{
    private const int LongestPath = 16;

    private readonly KnownTypes _types;
    private readonly LocalValues _locals;

    public DatasetOrigin(KnownTypes types, LocalValues locals)
    {
        _types = types;
        _locals = locals;
    }

    /// <summary>The variable, parameter, field or property that the expression was derived from, or null if that cannot be seen.</summary>
    public ISymbol? RootOf(IOperation? expression)
    {
        IOperation? current = expression?.Unwrap();
        for (int step = 0; current is not null && step < LongestPath; step++)
        {
            switch (current)
            {
                case ILocalReferenceOperation { Local: var local }:
                    if (_locals.ValueOf(local) is not { } value || !LeadsFurther(value))
                    {
                        return local;
                    }

                    current = value;
                    break;
                case IParameterReferenceOperation { Parameter: var parameter }:
                    return parameter;
                case IFieldReferenceOperation { Field: var field, Instance: null or IInstanceReferenceOperation }:
                    return field;
                case IPropertyReferenceOperation { Property: var property, Instance: null or IInstanceReferenceOperation }:
                    return property;
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
            if (current.Type is INamedTypeSymbol type
                && KnownTypes.Is(type, _types.IndexedDataset)
                && type.TypeArguments[0] is INamedTypeSymbol row)
            {
                return row;
            }

            if (current is IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { Name: "Classes", ContainingType: { } target } } })
            {
                return target;
            }

            current = current is ILocalReferenceOperation { Local: var local } ? _locals.ValueOf(local) : Previous(current);
        }

        return null;
    }

    private bool LeadsFurther(IOperation value) =>
        value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
        || Previous(value) is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation;

    /// <summary>What a row index, counts, sampler, batches or weights were made from.</summary>
    private IOperation? Previous(IOperation operation)
    {
        if (SamplerCreation.Of(operation, _types) is { Source: { } source })
        {
            return source.Unwrap();
        }

        return operation switch
        {
            IPropertyReferenceOperation { Instance: { } instance } property when IsDatasetPart(property.Property) => instance.Unwrap(),
            IInvocationOperation { Instance: { } instance } invocation when IsOfLibrary(invocation.TargetMethod) => instance.Unwrap(),
            IInvocationOperation { TargetMethod.IsStatic: true, Arguments.Length: > 0 } invocation
                when IsOfLibrary(invocation.TargetMethod) || invocation.TargetMethod.ContainingType.Name == "Classes" =>
                    invocation.Arguments[0].Value.Unwrap(),
            _ => null,
        };
    }

    private static bool IsDatasetPart(IPropertySymbol property) =>
        IsLibrary(property.ContainingType) && property.Name is "Counts" or "Index" or "Rows";

    private static bool IsOfLibrary(IMethodSymbol method) => IsLibrary(method.ContainingType);

    private static bool IsLibrary(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "BalanceGen", ContainingNamespace.IsGlobalNamespace: true };
}
