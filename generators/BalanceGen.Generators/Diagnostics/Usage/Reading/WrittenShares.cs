using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The shares that a call of <c>TargetDistribution.Of</c> or <c>Proportional</c> lists, there or in a variable.</summary>
/// <param name="Call">The call.</param>
/// <param name="Items">The expressions, one for each class.</param>
/// <param name="Locals">The variables.</param>
internal sealed record WrittenShares(IInvocationOperation Call, IReadOnlyList<IOperation> Items, LocalValues Locals)
{
    /// <summary>From the first share to the last.</summary>
    public Location Location => Location.Create(
        Items[0].Syntax.SyntaxTree,
        TextSpan.FromBounds(Items[0].Syntax.SpanStart, Items[Items.Count - 1].Syntax.Span.End));

    /// <summary>The list, or null if the operation is no such call or its shares are not listed one by one.</summary>
    public static WrittenShares? Of(IOperation operation, UsageContext context) =>
        operation is IInvocationOperation { TargetMethod: { Name: "Of" or "Proportional", ContainingType: var type }, Arguments: [{ Value: var list }] } call
        && KnownTypes.Is(type, context.Types.TargetDistribution)
        && ListedNumbers.Elements(list, context.Locals) is { Count: > 0 } items
            ? new WrittenShares(call, items, context.Locals)
            : null;

    /// <summary>The value of a share, or null if it is not known.</summary>
    public double? Value(int classIndex) => ConstantValues.Number(Items[classIndex], Locals);
}
