using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Whether an expression is the number of rows of a class, which may be zero.</summary>
internal sealed class CountReading
{
    private readonly KnownTypes _types;
    private readonly LocalValues _locals;
    private readonly HashSet<ISymbol> _filled;

    public CountReading(UsageContext context)
    {
        _types = context.Types;
        _locals = context.Locals;

        // A rare class is missing from many batches: the counts of a batch are zero sooner than those of the data set.
        _filled = new HashSet<ISymbol>(
            context.Operations.OfType<IInvocationOperation>()
                .Where(call => call.TargetMethod.Name == "CountClasses" && KnownTypes.Is(call.TargetMethod.ContainingType, _types.Batch))
                .SelectMany(call => call.Arguments)
                .Select(argument => argument.Value.Unwrap())
                .OfType<ILocalReferenceOperation>()
                .Select(reference => reference.Local),
            SymbolEqualityComparer.Default);
    }

    /// <summary>The factors of a product that are counts.</summary>
    public IEnumerable<IOperation> CountsIn(IOperation product)
    {
        IOperation operation = product.Unwrap();
        return operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } factors
            ? CountsIn(factors.LeftOperand).Concat(CountsIn(factors.RightOperand))
            : _locals.Chain(operation).Any(IsCount) ? [operation] : [];
    }

    private bool IsCount(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => KnownTypes.Is(list.Type, _types.ClassCounts) || IsList(list),
        IArrayElementReferenceOperation element => IsList(element.ArrayReference),
        IInvocationOperation { TargetMethod.Name: "ShareOf", Instance: { } counts } => KnownTypes.Is(counts.Type, _types.ClassCounts),
        ILocalReferenceOperation { Local: var local } => _locals.SequenceOf(local) is { } sequence && IsList(sequence),
        _ => false,
    };

    private bool IsList(IOperation operation) => _locals.Chain(operation).Any(link => link switch
    {
        IPropertyReferenceOperation { Property.Name: "Values", Instance: { } counts } => KnownTypes.Is(counts.Type, _types.ClassCounts),
        IInvocationOperation { TargetMethod.Name: "ToArray" } copy => copy.Receiver() is { } source && IsList(source),
        ILocalReferenceOperation { Local: var local } => _filled.Contains(local),
        _ => false,
    });
}
