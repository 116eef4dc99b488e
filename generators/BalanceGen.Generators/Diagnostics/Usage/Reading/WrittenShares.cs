using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The shares that a call of <c>TargetDistribution.Of</c> or <c>Proportional</c> lists, there or in a variable.</summary>
internal sealed class WrittenShares
{
    private readonly LocalValues _locals;

    private WrittenShares(IInvocationOperation call, IReadOnlyList<IOperation> items, LocalValues locals)
    {
        Call = call;
        Items = items;
        _locals = locals;
    }

    public IInvocationOperation Call { get; }

    /// <summary>The expressions, one for each class.</summary>
    public IReadOnlyList<IOperation> Items { get; }

    /// <summary>From the first share to the last.</summary>
    public Location Location => Location.Create(
        Items[0].Syntax.SyntaxTree,
        TextSpan.FromBounds(Items[0].Syntax.SpanStart, Items[Items.Count - 1].Syntax.Span.End));

    /// <summary>The list, or null if the operation is no such call or its shares are not listed one by one.</summary>
    public static WrittenShares? Of(IOperation operation, UsageContext context)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: "Of" or "Proportional", ContainingType: var type } } call
            || !KnownTypes.Is(type, context.Types.TargetDistribution)
            || call.Arguments.Length != 1)
        {
            return null;
        }

        return ListedNumbers.Elements(call.Arguments[0].Value, context.Locals) is { Count: > 0 } items ? new WrittenShares(call, items, context.Locals) : null;
    }

    /// <summary>The value of a share, or null if it is not known.</summary>
    public double? Value(int classIndex) => ConstantValues.Number(Items[classIndex], _locals);
}
