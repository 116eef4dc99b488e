namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The label of a row, read in the user's code: <c>cat.Breed</c>.</summary>
/// <param name="Record">The record.</param>
/// <param name="Label">Its classes.</param>
/// <param name="Row">The row.</param>
internal sealed record LabelRead(INamedTypeSymbol Record, LabelModel Label, IOperation Row)
{
    /// <summary>Finds out whether an expression is the label of a row that has exactly one.</summary>
    public static LabelRead? Of(IOperation? value, UsageContext context) =>
        value?.Unwrap() is IMemberReferenceOperation { Instance: { } row, Member: { IsStatic: false, ContainingType: { } type } member }
        && row.Type is INamedTypeSymbol record
        && SymbolEqualityComparer.Default.Equals(record.OriginalDefinition, type.OriginalDefinition)
        && Annotations.BalancedDataset(record.OriginalDefinition) is not null
        && TargetValidator.Validate(record.OriginalDefinition, context.Token) is { Member: { Columns: null, AlsoRead.IsEmpty: true } labelled, Label: { } label }
        && SymbolEqualityComparer.Default.Equals(labelled.Symbol, member.OriginalDefinition)
        && TargetCounts.Of(record.OriginalDefinition, labelled, label, context.Options, context.Token) is { Label: { } known and not MultiLabelModel }
            ? new LabelRead(record, known, row)
            : null;

    /// <summary>The label that a lambda selects of a row, and nothing else: <c>cat => cat.Breed</c>.</summary>
    public static LabelRead? OfLambda(IOperation? function, UsageContext context) =>
        BodyOf(function) is { } body && Of(body, context) is { } read && read.Row.Unwrap() is IParameterReferenceOperation ? read : null;

    /// <summary>What a lambda with one expression returns.</summary>
    public static IOperation? BodyOf(IOperation? function) =>
        function?.Unwrap() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: { } operations } }
        && operations.FirstOrDefault() is IReturnOperation { ReturnedValue: { } returned }
            ? returned.Unwrap()
            : null;
}
