namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Whether code checks a quotient after the division: it tests for infinity, clamps the value, or catches the exception of integers.</summary>
internal static class QuotientChecks
{
    /// <param name="division">The operation that divides.</param>
    /// <param name="throws">Whether it throws an exception, as integers do.</param>
    public static bool Follow(IOperation division, bool throws) => throws ? Catches.Around(division, "DivideByZeroException") : IsTested(division);

    private static bool IsTested(IOperation division)
    {
        var holders = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        IOperation root = division;
        foreach (IOperation outer in division.Ancestors())
        {
            root = outer;
            switch (outer)
            {
                case IInvocationOperation { TargetMethod: { Name: "Min" or "Clamp", ContainingType.Name: "Math" or "MathF" or "Double" or "Single" } }:
                    return true;
                case IInvocationOperation call when call.DescendantsAndSelf().Any(IsTest):
                    return true;
                case IVariableDeclaratorOperation declarator:
                    holders.Add(declarator.Symbol);
                    break;
                case IAssignmentOperation assignment when Holder(assignment.Target) is { } holder:
                    holders.Add(holder);
                    break;
            }
        }

        return holders.Count > 0 && root.DescendantsAndSelf().Where(IsTest).Any(test => Asks(test, holders));
    }

    private static bool IsTest(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsTest(call.TargetMethod),
        IMethodReferenceOperation reference => IsTest(reference.Method),
        IFieldReferenceOperation { Field: { Name: "PositiveInfinity", ContainingType.Name: "Double" or "Single" } } => true,
        _ => false,
    };

    private static bool IsTest(IMethodSymbol method) => method.Name is "IsInfinity" or "IsPositiveInfinity" or "IsFinite" or "IsNormal" or "IsFiniteAll" or "IsRealNumber";

    /// <summary>Whether the test is about the variable. It is if both are in one expression, or if the test is in a loop over the variable.</summary>
    private static bool Asks(IOperation test, HashSet<ISymbol> holders) =>
        Names(test, holders)
        || test.Ancestors().TakeWhile(outer => outer is not IBlockOperation || outer.Parent is ILoopOperation)
            .Any(outer => outer is IForEachLoopOperation loop ? Names(loop.Collection, holders) : outer is IBinaryOperation or IInvocationOperation && Names(outer, holders));

    private static bool Names(IOperation operation, HashSet<ISymbol> holders) =>
        operation.DescendantsAndSelf().Any(part => Holder(part) is { } symbol && holders.Contains(symbol));

    private static ISymbol? Holder(IOperation operation) => operation.Unwrap() switch
    {
        IFieldReferenceOperation { Field: { IsConst: true } or { IsStatic: true } } => null,
        IArrayElementReferenceOperation element => Holder(element.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => Holder(list),
        var variable => variable.Variable(),
    };
}
