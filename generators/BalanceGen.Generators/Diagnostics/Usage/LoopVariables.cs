using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>What may change from one turn of a loop to the next.</summary>
internal sealed class LoopVariables
{
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);

    public LoopVariables(ILoopOperation loop)
    {
        foreach (IOperation operation in loop.DescendantsAndSelf())
        {
            IOperation? target = operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation increment => increment.Target,
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
                _ => null,
            };
            foreach (IOperation part in target?.DescendantsAndSelf() ?? [])
            {
                if (VariableOf(part) is { } assigned)
                {
                    _assigned.Add(assigned);
                }
            }

            if (operation is IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable })
            {
                _assigned.Add(variable.Symbol);
            }
        }
    }

    /// <summary>
    /// Whether the operation may have another value in another turn: a variable that the loop assigns, or a call of code
    /// that is not the library's and may return anything.
    /// </summary>
    public bool Changes(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.ContainingType: var type } => !IsLibrary(type),
        IPropertyReferenceOperation { Property: { IsIndexer: false } property } when !IsLibrary(property.ContainingType) =>
            _assigned.Contains(property) || !property.IsReadOnly,
        _ => VariableOf(operation) is { } variable && _assigned.Contains(variable),
    };

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };

    private static bool IsLibrary(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "BalanceGen", ContainingNamespace.IsGlobalNamespace: true };
}
