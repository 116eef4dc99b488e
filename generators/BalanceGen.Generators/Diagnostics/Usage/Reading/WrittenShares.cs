using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The shares that a call of <c>TargetDistribution.Of</c> or <c>Proportional</c> lists.</summary>
internal sealed class WrittenShares
{
    private WrittenShares(IInvocationOperation call, IReadOnlyList<IOperation> items)
    {
        Call = call;
        Items = items;
    }

    public IInvocationOperation Call { get; }

    /// <summary>The expressions, one for each class.</summary>
    public IReadOnlyList<IOperation> Items { get; }

    /// <summary>From the first share to the last.</summary>
    public Location Location => Location.Create(
        Call.Syntax.SyntaxTree,
        TextSpan.FromBounds(Items[0].Syntax.SpanStart, Items[Items.Count - 1].Syntax.Span.End));

    /// <summary>The list, or null if the operation is no such call or does not list its shares one by one.</summary>
    public static WrittenShares? Of(IOperation operation, KnownTypes types)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: "Of" or "Proportional", ContainingType: var type } } call
            || !KnownTypes.Is(type, types.TargetDistribution)
            || call.Arguments.Length != 1)
        {
            return null;
        }

        IReadOnlyList<IOperation>? items = call.Arguments[0].Value.Unwrap() switch
        {
            ICollectionExpressionOperation collection => collection.Elements,
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            _ => null,
        };
        return items is null or { Count: 0 } || items.Any(item => item is ISpreadOperation) ? null : new WrittenShares(call, items);
    }

    /// <summary>The value of a share, or null if it is not constant.</summary>
    public double? Value(int classIndex) =>
        Items[classIndex].Unwrap().ConstantValue is { HasValue: true, Value: IConvertible value }
            ? value.ToDouble(CultureInfo.InvariantCulture)
            : null;
}
