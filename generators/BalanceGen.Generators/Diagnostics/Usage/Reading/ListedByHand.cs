namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary><c>rowsOf[Cat.Classes.IndexOf(cats[row])].Add(row)</c>, or with the label's enum as the index: a list of rows for each class.</summary>
internal static class ListedByHand
{
    public static HandWritten? Of(IOperation operation, UsageContext context) =>
        operation is IInvocationOperation
        {
            TargetMethod: { Name: "Add", ContainingType: { Name: "List", TypeArguments: [{ SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 }] } },
            Instance: { } list,
        }
        && list.Unwrap() is IArrayElementReferenceOperation { Indices: [{ } index] }
        && RecordOf(index, context) is { } record
            ? new HandWritten(
                OperationReading.NameOf(operation),
                record,
                $"lists the rows of each class of '{record.Name}'",
                $"take them from '{record.Name}.Classes.Index(rows).Index', which has them in one array sorted by class, and which samplers draw from",
                Fix: null)
            : null;

    private static INamedTypeSymbol? RecordOf(IOperation index, UsageContext context) =>
        index.Unwrap() is IInvocationOperation { TargetMethod: { Name: "IndexOf", ContainingType: { Name: LibraryNames.GeneratedClasses, ContainingType: { } record } } } ? record
        : LabelRead.Of(index, context)?.Record;
}
