using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Whether code that divides by a count has made sure before that it is not zero.</summary>
/// <remarks>
/// A test is recognised by the text of what it tests, and every test of the count that is not known to be of the wrong kind
/// counts as a guard: a missed report costs less than a false one.
/// </remarks>
internal sealed class CountGuards
{
    private readonly LocalValues _locals;
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _classes;

    /// <param name="locals">The local variables of the body.</param>
    /// <param name="count">The count that is divided by.</param>
    public CountGuards(LocalValues locals, IOperation count)
    {
        _locals = locals;
        _names = [.. NamesOf(count)];
        _classes = [.. ClassesOf(count)];
    }

    /// <summary>What is known about the count where a condition has a value.</summary>
    private enum Knowledge
    {
        Nothing,
        NotZeroIfTrue,
        NotZeroIfFalse,
        Tested,
    }

    /// <summary>Whether a test stands before the operation or around it.</summary>
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

        return false;
    }

    private bool IsGuard(IOperation outer, IOperation inner) => outer switch
    {
        IConditionalOperation conditional when inner == conditional.WhenTrue => HoldsIf(true, conditional.Condition),
        IConditionalOperation conditional when inner == conditional.WhenFalse => HoldsIf(false, conditional.Condition),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when inner == both.RightOperand =>
            HoldsIf(true, both.LeftOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when inner == either.RightOperand =>
            HoldsIf(false, either.LeftOperand),
        IWhileLoopOperation { Condition: { } condition } loop when inner == loop.Body => HoldsIf(true, condition),
        IForLoopOperation { Condition: { } condition } loop when inner == loop.Body => HoldsIf(true, condition),
        ISwitchExpressionOperation choice => IsCount(choice.Value),
        ISwitchOperation choice => IsCount(choice.Value),
        IBlockOperation block => block.Operations.TakeWhile(statement => statement != inner).Any(IsGuardStatement),
        IInvocationOperation query => IsFiltered(query),
        _ => false,
    };

    /// <summary>A statement after which the count is not zero.</summary>
    private bool IsGuardStatement(IOperation statement) => statement switch
    {
        IConditionalOperation conditional =>
            (Leaves(conditional.WhenTrue) && HoldsIf(false, conditional.Condition))
            || (conditional.WhenFalse is { } otherwise && Leaves(otherwise) && HoldsIf(true, conditional.Condition)),
        IExpressionStatementOperation { Operation: IInvocationOperation call } =>
            IsAssertion(call.TargetMethod) && call.DescendantsAndSelf().Any(part => IsCount(part) || IsEmptyClasses(part)),
        _ => false,
    };

    /// <summary><c>Where(c => counts[c] > 0).Select(c => total / counts[c])</c>, whatever the parameters are called.</summary>
    private static bool IsFiltered(IInvocationOperation query) =>
        query.Receiver()?.DescendantsAndSelf().Any(part => part is IInvocationOperation { TargetMethod.Name: "Where" }) == true;

    private static bool IsAssertion(IMethodSymbol method) =>
        method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)
        || method.ContainingType.Name is "Debug" or "Assert" or "Contract" or "Guard";

    private static bool Leaves(IOperation branch) =>
        (branch is IBlockOperation block ? block.Operations.LastOrDefault() : branch)
            is IReturnOperation or IBranchOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };

    private bool HoldsIf(bool value, IOperation condition) =>
        Learn(condition) is var known && (known == Knowledge.Tested || known == (value ? Knowledge.NotZeroIfTrue : Knowledge.NotZeroIfFalse));

    private Knowledge Learn(IOperation condition) => _locals.Origin(condition) switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Opposite(Learn(not.Operand)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both =>
            Either(Learn(both.LeftOperand), Learn(both.RightOperand), Knowledge.NotZeroIfTrue),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either =>
            Either(Learn(either.LeftOperand), Learn(either.RightOperand), Knowledge.NotZeroIfFalse),
        IBinaryOperation comparison when IsCount(comparison.LeftOperand) => Compare(comparison.OperatorKind, comparison.RightOperand),
        IBinaryOperation comparison when IsCount(comparison.RightOperand) => Compare(Mirror(comparison.OperatorKind), comparison.LeftOperand),
        IIsPatternOperation pattern when IsCount(pattern.Value) => Knowledge.Tested,
        var other => other.DescendantsAndSelf().Any(IsEmptyClasses) ? Knowledge.Tested : Knowledge.Nothing,
    };

    private static Knowledge Either(Knowledge left, Knowledge right, Knowledge wanted) =>
        left == Knowledge.Tested || right == Knowledge.Tested ? Knowledge.Tested
        : left == wanted || right == wanted ? wanted
        : Knowledge.Nothing;

    private static Knowledge Opposite(Knowledge known) => known switch
    {
        Knowledge.NotZeroIfTrue => Knowledge.NotZeroIfFalse,
        Knowledge.NotZeroIfFalse => Knowledge.NotZeroIfTrue,
        _ => known,
    };

    private Knowledge Compare(BinaryOperatorKind comparison, IOperation other)
    {
        if (other.Unwrap().ConstantValue is not { HasValue: true, Value: IConvertible value } || value is string or char or bool)
        {
            return Knowledge.Tested;
        }

        double bound = value.ToDouble(CultureInfo.InvariantCulture);
        return comparison switch
        {
            BinaryOperatorKind.Equals => bound == 0 ? Knowledge.NotZeroIfFalse : Knowledge.NotZeroIfTrue,
            BinaryOperatorKind.NotEquals => bound == 0 ? Knowledge.NotZeroIfTrue : Knowledge.NotZeroIfFalse,
            BinaryOperatorKind.GreaterThan when bound >= 0 => Knowledge.NotZeroIfTrue,
            BinaryOperatorKind.GreaterThanOrEqual when bound > 0 => Knowledge.NotZeroIfTrue,
            BinaryOperatorKind.LessThan when bound > 0 => Knowledge.NotZeroIfFalse,
            BinaryOperatorKind.LessThanOrEqual when bound >= 0 => Knowledge.NotZeroIfFalse,
            _ => Knowledge.Nothing,
        };
    }

    private static BinaryOperatorKind Mirror(BinaryOperatorKind comparison) => comparison switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => comparison,
    };

    private static bool IsEmptyClasses(IOperation operation) => operation is IPropertyReferenceOperation { Property.Name: "EmptyClasses" };

    /// <summary>
    /// Whether the operation is the count, or something else of the same class: <c>share[c] == 0 ? 0 : share[c] / counts[c]</c> relies on
    /// classes without rows having no share.
    /// </summary>
    private bool IsCount(IOperation operation) =>
        NamesOf(operation).Any(_names.Contains) || ClassesOf(operation).Any(_classes.Contains);

    private IEnumerable<string> ClassesOf(IOperation operation) => _locals.Chain(operation).SelectMany(link => link switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true } element => element.Arguments.Select(argument => argument.Value.Syntax.ToString()),
        IArrayElementReferenceOperation element => element.Indices.Select(index => index.Syntax.ToString()),
        IInvocationOperation { TargetMethod.Name: "ShareOf" } share => share.Arguments.Select(argument => argument.Value.Syntax.ToString()),
        _ => [],
    });

    private IEnumerable<string> NamesOf(IOperation operation) =>
        _locals.Chain(operation)
            .Where(link => link is ILocalReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation
                or IInvocationOperation or IArrayElementReferenceOperation)
            .Select(link => link.Syntax.ToString());
}
