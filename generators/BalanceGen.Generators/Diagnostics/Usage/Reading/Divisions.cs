namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Finds the operations that have no finite result if a number is 0, and the unguarded counts in them.</summary>
internal static class Divisions
{
    /// <summary>The first count of an operation that nothing guards, or null.</summary>
    public static UnguardedCount? Find(IOperation operation, CountReading reading)
    {
        if (operation is IInvocationOperation call && OfHelper(call, reading) is { } passed)
        {
            return passed;
        }

        if (Of(operation, reading) is not { } division)
        {
            return null;
        }

        IOperation? unguarded = reading.CountsIn(division.Divisor).FirstOrDefault(count => !new CountGuards(reading, count).Protect(operation));
        return unguarded is null || QuotientChecks.Follow(operation, division.Throws) ? null : new UnguardedCount(unguarded, division.Consequence);
    }

    private static Division? Of(IOperation operation, CountReading reading) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder } binary => Quotient(binary.RightOperand, operation.Type),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder } compound => Quotient(compound.Value, operation.Type),
        IInvocationOperation { Arguments: [{ Value: var first }, ..] } call => Of(call, first, reading),
        _ => null,
    };

    private static Division? Of(IInvocationOperation call, IOperation first, CountReading reading) => (call.TargetMethod.ContainingType.Name, call.TargetMethod.Name) switch
    {
        ("Math" or "MathF" or "Double" or "Single", "Log" or "Log2" or "Log10") => new Division(first, "the logarithm then is -infinity", Throws: false),
        ("Math" or "MathF" or "Double" or "Single", "Pow") when reading.IsNegative(call.Arguments[1].Value) => new Division(first, "the power then is infinity", Throws: false),
        ("Math" or "MathF", "ReciprocalEstimate" or "ReciprocalSqrtEstimate") => new Division(first, "the quotient then is infinity", Throws: false),
        ("Math" or "Int32" or "Int64", "DivRem") or ("Decimal", "Divide") => Quotient(call.Arguments[1].Value, type: null),
        _ => null,
    };

    private static Division Quotient(IOperation divisor, ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            ? new Division(divisor, "the quotient then is infinity or NaN", Throws: false)
            : new Division(divisor, "the quotient then throws a DivideByZeroException", Throws: true);

    /// <summary>A count, or a list of counts, that is passed to a method of the program that divides by it.</summary>
    private static UnguardedCount? OfHelper(IInvocationOperation call, CountReading reading)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Value.Unwrap() is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: { Parameters: [{ } element, ..] } method } }
                && call.Receiver() is { } sequence
                && reading.IsCounts(sequence)
                && DividesBy(method, element, reading) is { } inHelper
                && !QuotientChecks.Follow(call, throws: false))
            {
                return new UnguardedCount(argument.Value, inHelper);
            }

            if (argument.Parameter is { } parameter
                && reading.Bodies.BodyOf(call.TargetMethod) is not null
                && reading.IsCountOrCounts(argument.Value)
                && DividesBy(call.TargetMethod, parameter, reading) is { } consequence
                && !new CountGuards(reading, argument.Value).Protect(call)
                && !QuotientChecks.Follow(call, throws: false))
            {
                return new UnguardedCount(argument.Value, consequence);
            }
        }

        return null;
    }

    /// <summary>What happens in a method that divides by its parameter without a test, or null.</summary>
    private static string? DividesBy(IMethodSymbol method, IParameterSymbol parameter, CountReading caller)
    {
        if (caller.Bodies.BodyOf(method) is not { } body || caller.IsTooDeep)
        {
            return null;
        }

        CountReading reading = caller.Of(parameter.OriginalDefinition);
        return body.Descendants().Select(operation => Find(operation, reading)).FirstOrDefault(found => found is not null)?.Consequence;
    }

    private sealed record Division(IOperation Divisor, string Consequence, bool Throws);
}
