namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary><c>cats.GroupBy(cat => cat.Breed).ToDictionary(group => group.Key, group => group.Count())</c>, and the same by <c>CountBy</c>.</summary>
internal static class CountedByHand
{
    /// <summary>Finds nothing if the code asks the result for anything but the count of a label, or if a count must be a 32-bit integer.</summary>
    public static HandWritten? Of(IOperation operation, UsageContext context) =>
        operation is IInvocationOperation { TargetMethod: { Name: "ToDictionary" } method, Arguments: { Length: > 0 } arguments } call
        && IsLinq(method)
        && arguments[0].Value.Unwrap() is IInvocationOperation { TargetMethod: { Name: "GroupBy" or "CountBy" } counting } grouped
        && IsLinq(counting)
        && grouped.Arguments.Count(argument => argument.ArgumentKind != ArgumentKind.DefaultValue) == 2
        && LabelRead.OfLambda(grouped.Arguments[1].Value, context) is { } read
        && (counting.Name == "GroupBy" ? CountsGroups(arguments) : CopiesPairs(arguments))
        && IsOnlyAskedForCounts(call, context)
            ? new HandWritten(
                OperationReading.NameOf(grouped),
                read.Record,
                $"counts the rows of each class of '{read.Record.Name}'",
                $"write '{read.Record.Name}.Classes.CountRows', which counts in one pass, and 0 for a class without rows",
                HandWrittenFix.CountRows)
            : null;

    private static bool IsLinq(IMethodSymbol method) => method.ContainingType is { Name: "Enumerable", ContainingNamespace.Name: "Linq" };

    private static bool CountsGroups(IReadOnlyList<IArgumentOperation> arguments) =>
        arguments.Count == 3
        && LabelRead.BodyOf(arguments[1].Value) is IPropertyReferenceOperation { Property.Name: "Key" }
        && LabelRead.BodyOf(arguments[2].Value) is IInvocationOperation { TargetMethod: { Name: "Count" or "LongCount" } count, Arguments.Length: 1 }
        && IsLinq(count);

    private static bool CopiesPairs(IReadOnlyList<IArgumentOperation> arguments) =>
        arguments.Skip(1).All(argument => argument.ArgumentKind == ArgumentKind.DefaultValue)
        || (arguments.Count == 3
            && LabelRead.BodyOf(arguments[1].Value) is IPropertyReferenceOperation { Property.Name: "Key" }
            && LabelRead.BodyOf(arguments[2].Value) is IPropertyReferenceOperation { Property.Name: "Value" });

    private static bool IsOnlyAskedForCounts(IInvocationOperation call, UsageContext context)
    {
        if (call.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } })
        {
            return false;
        }

        IOperation[] uses = [.. context.Operations.Where(other => other is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))];
        return uses.Length > 0 && uses.All(use => use.Parent is IPropertyReferenceOperation { Property.IsIndexer: true } count && count.Instance == use && IsFreeOfWidth(count));
    }

    /// <summary>Whether the code also works with a 64-bit count. It does if the count becomes a fraction or text, or is compared.</summary>
    private static bool IsFreeOfWidth(IPropertyReferenceOperation count) => count.Parent switch
    {
        IConversionOperation { Type.SpecialType: SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal or SpecialType.System_Int64 } => true,
        IInterpolationOperation => true,
        IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } => true,
        _ => false,
    };
}
