namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>A call that corrects probabilities or logits in a variable, or decides by them with the thresholds of a correction.</summary>
internal sealed class CorrectedScores
{
    private CorrectedScores(IInvocationOperation call, ISymbol variable, bool corrects)
    {
        Call = call;
        Variable = variable;
        Corrects = corrects;
    }

    public IInvocationOperation Call { get; }

    /// <summary>The variable that holds them.</summary>
    public ISymbol Variable { get; }

    /// <summary>Whether the call changes them.</summary>
    public bool Corrects { get; }

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
        if (block is null || !later.Call.Ancestors().Contains(block))
        {
            return false;
        }

        return context.Operations
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
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IInvocationOperation { TargetMethod.Name: "AsSpan" } span when span.Arguments.Length <= 1 => span.Receiver() is { } whole ? VariableOf(whole) : null,
        _ => null,
    };
}
