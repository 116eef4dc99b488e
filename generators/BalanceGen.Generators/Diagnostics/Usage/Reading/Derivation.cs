using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Where in a body a value is used: itself, or a local variable that was made from it.</summary>
internal sealed class Derivation
{
    private readonly IOperation _source;
    private readonly HashSet<ISymbol> _locals = new(SymbolEqualityComparer.Default);

    public Derivation(IOperation source, IEnumerable<IOperation> operations)
    {
        _source = source;

        // Declarations come before uses, so one pass in the order of the source follows every chain.
        foreach (IVariableDeclaratorOperation declarator in operations.OfType<IVariableDeclaratorOperation>())
        {
            if (declarator.GetVariableInitializer() is { Value: var value } && declarator.Symbol.Type.SpecialType != SpecialType.System_String && Uses(value))
            {
                _locals.Add(declarator.Symbol);
            }
        }
    }

    /// <summary>Whether an operation uses the value otherwise than to show it.</summary>
    public bool Uses(IOperation operation) =>
        operation.DescendantsAndSelf().Any(part => IsValue(part) && !IsShown(part, operation));

    private bool IsValue(IOperation operation) =>
        operation == _source || (operation is ILocalReferenceOperation { Local: var local } && _locals.Contains(local));

    private static bool IsShown(IOperation value, IOperation within)
    {
        for (IOperation? part = value.Parent; part is not null && part != within.Parent; part = part.Parent)
        {
            bool shows = part is IInterpolatedStringOperation
                || part is IPropertyReferenceOperation { Property.Name: "Plan" }
                || (part is IInvocationOperation { TargetMethod: { } method }
                    && (method.Name == "ToString" || method.ContainingType.Name is "Console" or "TextWriter" or "StreamWriter"));
            if (shows)
            {
                return true;
            }
        }

        return false;
    }
}
