namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>A call that corrects probabilities or logits in a variable, or decides by them with the thresholds of a correction.</summary>
/// <param name="Call">The call.</param>
/// <param name="Variable">The variable that holds them.</param>
/// <param name="Corrects">Whether the call changes them.</param>
internal sealed record CorrectedScores(IInvocationOperation Call, ISymbol Variable, bool Corrects)
{
    public static CorrectedScores? Of(IInvocationOperation call, UsageContext context)
    {
        bool corrects = call.TargetMethod.Name is "Apply" or "AddTo";
        return KnownTypes.Is(call.TargetMethod.ContainingType, context.Types.PosteriorCorrection)
            && (corrects || call.TargetMethod.Name == "Decide")
            && call.Arguments is [{ Value: var scores }, ..]
            && VariableOf(scores) is { } variable
            ? new CorrectedScores(call, variable, corrects)
            : null;
    }

    /// <summary>
    /// Whether a later call takes the scores that this call has corrected. Nothing may have filled the variable in between, and this call must run whenever the later one
    /// does.
    /// </summary>
    public bool LeadsTo(CorrectedScores later, UsageContext context)
    {
        IBlockOperation? block = Call.Ancestors().OfType<IBlockOperation>().FirstOrDefault();
        return block is not null
            && later.Call.Ancestors().Contains(block)
            && context.Operations
                .Where(operation => operation.Syntax.SpanStart > Call.Syntax.Span.End && operation.Syntax.SpanStart < later.Call.Syntax.SpanStart)
                .All(operation => !Fills(operation, later.Variable, context))
            && (SymbolEqualityComparer.Default.Equals(Variable, later.Variable) || IsMadeOf(later.Variable, context));
    }

    /// <summary><c>probabilities = Softmax(logits)</c>, after these logits were corrected.</summary>
    private bool IsMadeOf(ISymbol variable, UsageContext context) =>
        context.Operations.OfType<IVariableDeclaratorOperation>().Any(declarator =>
            SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable)
            && declarator.Syntax.SpanStart > Call.Syntax.Span.End
            && declarator.GetVariableInitializer()?.Value.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(VariableOf(part), Variable)) == true);

    private static bool Fills(IOperation operation, ISymbol variable, UsageContext context) => operation switch
    {
        IAssignmentOperation assignment => assignment.Target.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(VariableOf(part), variable)),
        IInvocationOperation call when !context.Types.IsOfLibrary(call.TargetMethod) =>
            call.Arguments.Any(argument => SymbolEqualityComparer.Default.Equals(VariableOf(argument.Value), variable)) || (call.Instance is { } list && SymbolEqualityComparer.Default.Equals(VariableOf(list), variable)),
        _ => false,
    };

    /// <summary>The variable, or the variable behind a span of all of it. A span of a part of it does not count.</summary>
    private static ISymbol? VariableOf(IOperation operation) => operation.Unwrap() switch
    {
        IInvocationOperation { TargetMethod.Name: "AsSpan" } span when span.Arguments.Length <= 1 => span.Receiver() is { } whole ? VariableOf(whole) : null,
        var variable => variable.Variable(),
    };
}
