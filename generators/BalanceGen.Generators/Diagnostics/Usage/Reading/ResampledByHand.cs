namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary><c>cats.Where(cat => cat.Breed == Breed.Birman).OrderBy(_ => random.Next()).Take(100)</c>: some rows of one class, shuffled.</summary>
internal static class ResampledByHand
{
    public static HandWritten? Of(IOperation operation, UsageContext context) =>
        operation is IInvocationOperation { TargetMethod.Name: "Take", Arguments: [{ Value: { } shuffled }, _] }
        && shuffled.Unwrap() is IInvocationOperation { TargetMethod: { Name: "OrderBy" or "Shuffle" } order, Arguments: { Length: > 0 } arguments } call
        && (order.Name != "OrderBy" || IsRandom(arguments.ElementAtOrDefault(1)?.Value))
        && arguments[0].Value.Unwrap() is IInvocationOperation { TargetMethod.Name: "Where", Arguments: [_, { Value: { } condition }] }
        && LabelRead.BodyOf(condition) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison
        && (LabelRead.Of(comparison.LeftOperand, context) ?? LabelRead.Of(comparison.RightOperand, context)) is { } read
            ? new HandWritten(
                OperationReading.NameOf(call),
                read.Record,
                $"shuffles the rows of one class of '{read.Record.Name}' to take some of them",
                $"draw by a sampler of '{read.Record.Name}.Classes.Index(rows)', which has exact shares, repeats no row before it must, and draws the same rows again from its seed",
                Fix: null)
            : null;

    private static bool IsRandom(IOperation? key) =>
        LabelRead.BodyOf(key) is IInvocationOperation { TargetMethod: { Name: "Next" or "NextDouble" or "NextInt64" or "NewGuid", ContainingType.Name: "Random" or "Guid" } };
}
