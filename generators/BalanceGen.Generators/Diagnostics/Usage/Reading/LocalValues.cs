using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>What the local variables of a method stand for: those that are given one value and never another.</summary>
internal sealed class LocalValues
{
    // Longer chains of locals than this are not followed.
    private const int LongestChain = 16;

    private readonly Dictionary<ILocalSymbol, IOperation> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILocalSymbol, IOperation> _sequences = new(SymbolEqualityComparer.Default);

    public LocalValues(IEnumerable<IOperation> operations)
    {
        var reassigned = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in operations)
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                    _values[declarator.Symbol] = initializer.Value;
                    break;
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable } loop:
                    _sequences[variable.Symbol] = loop.Collection;
                    break;
                case IAssignmentOperation assignment:
                    Note(assignment.Target, reassigned);
                    break;
                case IIncrementOrDecrementOperation increment:
                    Note(increment.Target, reassigned);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                    Note(argument.Value, reassigned);
                    break;
            }
        }

        foreach (ILocalSymbol local in reassigned.OfType<ILocalSymbol>())
        {
            _values.Remove(local);
            _sequences.Remove(local);
        }
    }

    /// <summary>The only value of a local variable, or null.</summary>
    public IOperation? ValueOf(ILocalSymbol local) => _values.TryGetValue(local, out IOperation? value) ? value.Unwrap() : null;

    /// <summary>The sequence whose elements the variable of a foreach loop takes, or null.</summary>
    public IOperation? SequenceOf(ILocalSymbol local) => _sequences.TryGetValue(local, out IOperation? sequence) ? Origin(sequence) : null;

    /// <summary>The operation behind conversions and local variables.</summary>
    public IOperation Origin(IOperation operation) => Chain(operation).Last();

    /// <summary>The operation, what the local variable that it reads was set to, and so on.</summary>
    public IEnumerable<IOperation> Chain(IOperation operation)
    {
        IOperation? current = operation.Unwrap();
        for (int length = 0; current is not null && length < LongestChain; length++)
        {
            yield return current;
            current = current is ILocalReferenceOperation reference ? ValueOf(reference.Local) : null;
        }
    }

    private static void Note(IOperation target, HashSet<ISymbol> reassigned)
    {
        foreach (IOperation part in target.DescendantsAndSelf())
        {
            // In a deconstruction every part is a target; an index of an element that is assigned is not, but nothing is lost.
            if (part is ILocalReferenceOperation { IsDeclaration: false } reference
                && part.Parent is not (IArrayElementReferenceOperation or IPropertyReferenceOperation or IFieldReferenceOperation))
            {
                reassigned.Add(reference.Local);
            }
        }
    }
}
