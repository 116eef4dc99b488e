namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The last value of a local variable that is assigned several times, before it is read. It is known only if the statements before leave no doubt.</summary>
internal static class ReachingValue
{
    public static IOperation? Of(ILocalReferenceOperation reference)
    {
        IOperation inner = reference;
        foreach (IOperation outer in reference.Ancestors())
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return null;
            }

            if (outer is IBlockOperation block)
            {
                foreach (IOperation statement in block.Operations.TakeWhile(statement => statement != inner).Reverse())
                {
                    if (Assigned(statement, reference.Local) is { } value)
                    {
                        return value;
                    }

                    if (MayAssign(statement, reference.Local))
                    {
                        return null;
                    }
                }
            }

            // The turn before may have assigned it further down.
            if (outer is ILoopOperation && MayAssign(outer, reference.Local))
            {
                return null;
            }

            inner = outer;
        }

        return null;
    }

    private static IOperation? Assigned(IOperation statement, ILocalSymbol local) => statement switch
    {
        IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Value: var value } } when Is(target.Local, local) => value,
        IVariableDeclarationGroupOperation group => group.Declarations.SelectMany(declaration => declaration.Declarators)
            .FirstOrDefault(declarator => Is(declarator.Symbol, local))?.GetVariableInitializer()?.Value,
        _ => null,
    };

    private static bool MayAssign(IOperation operation, ILocalSymbol local) => operation.DescendantsAndSelf().Any(part => part switch
    {
        IAssignmentOperation assignment => Refers(assignment.Target, local),
        IIncrementOrDecrementOperation increment => Refers(increment.Target, local),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Refers(argument.Value, local),
        _ => false,
    });

    private static bool Refers(IOperation target, ILocalSymbol local) =>
        target.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation reference && Is(reference.Local, local));

    private static bool Is(ILocalSymbol left, ILocalSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
