namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Whether code that divides by a count has made sure before that it is not zero.</summary>
/// <param name="reading">What is a count.</param>
/// <param name="count">The count that is divided by, or null for any.</param>
internal sealed class CountGuards(CountReading reading, IOperation? count)
{
    private static readonly string[] NamesOfChecks = ["ThrowIf", "Ensure", "Require", "Verify", "Validate", "Check", "Assert", "Demand", "Must", "NotZero", "Guard"];

    private readonly CountConditions _conditions = new(reading, count);

    /// <summary>Whether there is a test before the operation or around it.</summary>
    public bool Protect(IOperation operation)
    {
        IOperation inner = operation;
        foreach (IOperation outer in operation.Ancestors())
        {
            if (IsGuard(outer, inner))
            {
                return true;
            }

            inner = outer;
        }

        return count is not null && new PresentClasses(reading).Has(count);
    }

    private bool IsGuard(IOperation outer, IOperation inner) => outer switch
    {
        IConditionalOperation conditional when inner == conditional.WhenTrue => _conditions.HoldsIf(true, conditional.Condition),
        IConditionalOperation conditional when inner == conditional.WhenFalse => _conditions.HoldsIf(false, conditional.Condition),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when inner == both.RightOperand =>
            _conditions.HoldsIf(true, both.LeftOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when inner == either.RightOperand =>
            _conditions.HoldsIf(false, either.LeftOperand),
        IWhileLoopOperation { Condition: { } condition } loop when inner == loop.Body => _conditions.HoldsIf(true, condition) || _conditions.IsBound(condition),
        IForLoopOperation { Condition: { } condition } loop when inner == loop.Body => _conditions.HoldsIf(true, condition) || _conditions.IsBound(condition),
        ISwitchExpressionOperation choice => _conditions.IsCount(choice.Value) || IsAfterGuardedArm(choice, inner),
        ISwitchExpressionArmOperation { Guard: { } guard } arm when inner == arm.Value => _conditions.HoldsIf(true, guard),
        ISwitchOperation choice => _conditions.IsCount(choice.Value),
        IBlockOperation block => block.Operations.TakeWhile(statement => statement != inner).Any(IsGuardStatement),
        IForEachLoopOperation loop when inner == loop.Body => _conditions.LooksUp(loop.Collection) || IsFilledUnderGuard(loop.Collection),
        _ => false,
    };

    /// <summary><c>_ when counts[c] == 0 => 0, _ => 1 / counts[c]</c>.</summary>
    private bool IsAfterGuardedArm(ISwitchExpressionOperation choice, IOperation inner) =>
        choice.Arms.TakeWhile(arm => arm != inner).Any(arm => arm.Guard is { } guard && _conditions.HoldsIf(false, guard));

    /// <summary>Whether a collection of the body is empty if the count is 0. It is if everything is put into it in a loop with as many turns as the count.</summary>
    private bool IsFilledUnderGuard(IOperation collection)
    {
        IOperation source = collection.Unwrap() is IPropertyReferenceOperation { Property.Name: "Values" or "Keys", Instance: { } map } ? map.Unwrap() : collection.Unwrap();
        if (source is not ILocalReferenceOperation { Local: var local } reference
            || reading.Locals.RoleOf(reference) is not { Kind: LocalRoleKind.Value, Operation: var made }
            || made.Unwrap() is not (IObjectCreationOperation { Arguments.Length: 0, Initializer: null } or ICollectionExpressionOperation { Elements.Length: 0 }))
        {
            return false;
        }

        IOperation[] changes =
        [
            .. collection.Ancestors().Last().Descendants().OfType<ILocalReferenceOperation>()
                .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local) && IsChange(use)),
        ];
        return changes.Length > 0 && changes.All(change => change.Ancestors().Any(outer => outer is IForLoopOperation { Condition: { } condition } && (_conditions.HoldsIf(true, condition) || _conditions.IsBound(condition))));
    }

    private static bool IsChange(ILocalReferenceOperation collection) => collection.Parent switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Parent: IAssignmentOperation or IIncrementOrDecrementOperation } => true,
        IInvocationOperation { TargetMethod.Name: var name } call => call.Instance == collection && name is not ("GetValueOrDefault" or "TryGetValue" or "Contains" or "ContainsKey" or "ToArray"),
        IArgumentOperation => true,
        _ => false,
    };

    /// <summary>A statement after which the count is not zero.</summary>
    private bool IsGuardStatement(IOperation statement) => statement switch
    {
        IConditionalOperation conditional =>
            (Leaves(conditional.WhenTrue) && _conditions.HoldsIf(false, conditional.Condition))
            || (conditional.WhenFalse is { } otherwise && Leaves(otherwise) && _conditions.HoldsIf(true, conditional.Condition)),
        IExpressionStatementOperation { Operation: IInvocationOperation call } => IsCheck(call),
        ILoopOperation loop => loop.Body.DescendantsAndSelf().OfType<IConditionalOperation>().Any(ThrowsAtZero),
        _ => false,
    };

    /// <summary>A loop over the classes that stops at an empty one: <c>if (n == 0) throw …</c>.</summary>
    private bool ThrowsAtZero(IConditionalOperation conditional) =>
        Last(conditional.WhenTrue) is IThrowOperation or IReturnOperation or IExpressionStatementOperation { Operation: IThrowOperation }
        && new CountConditions(reading, count: null).HoldsIf(false, conditional.Condition);

    /// <summary>A call that fails at a count of 0: an assertion, a throw helper, a method of the program that throws.</summary>
    private bool IsCheck(IInvocationOperation call)
    {
        bool isGiven = call.DescendantsAndSelf().Any(part => part != call && (_conditions.IsCount(part) || CountConditions.IsEmptyClasses(part) || IsOfSameCounts(part)));
        if (!isGiven || reading.Types.IsOfLibrary(call.TargetMethod))
        {
            return false;
        }

        return IsAssertion(call.TargetMethod)
            || (reading.Bodies.BodyOf(call.TargetMethod) is { } body
                && body.Descendants().Any(part => part is IThrowOperation || (part is IInvocationOperation inner && IsAssertion(inner.TargetMethod))));
    }

    private bool IsOfSameCounts(IOperation part) => part.Parent is IArgumentOperation or IConversionOperation && reading.IsCounts(part);

    private static bool IsAssertion(IMethodSymbol method) =>
        NamesOfChecks.Any(name => method.Name.StartsWith(name, StringComparison.Ordinal))
        || method.ContainingType.Name is "Debug" or "Trace" or "Assert" or "Contract" or "Guard" or "Ensure";

    private static bool Leaves(IOperation branch) =>
        Last(branch) is IReturnOperation or IBranchOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };

    private static IOperation? Last(IOperation branch) => branch is IBlockOperation block ? block.Operations.LastOrDefault() : branch;
}
