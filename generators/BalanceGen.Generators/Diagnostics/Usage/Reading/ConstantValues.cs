namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Values that are known before the program runs: constants, variables that are set to one, and arithmetic with them.</summary>
internal static class ConstantValues
{
    private const int DeepestExpression = 12;

    /// <summary>The number, or null if it is not known.</summary>
    public static double? Number(IOperation expression, LocalValues locals) => Number(expression, locals, 0);

    /// <summary>The truth value, or null if it is not known.</summary>
    public static bool? Truth(IOperation expression, LocalValues locals) => Truth(expression, locals, 0);

    /// <summary>The text, or null if it is not known.</summary>
    public static string? Text(IOperation expression, LocalValues locals) =>
        locals.Chain(expression).Select(link => link.ConstantValue.Value).OfType<string>().FirstOrDefault();

    private static double? Number(IOperation expression, LocalValues locals, int depth)
    {
        if (depth > DeepestExpression)
        {
            return null;
        }

        // The quotient of integers is truncated. If the compiler knows the value of a constant, that value is right.
        if (expression.ConstantValue is { HasValue: true, Value: IConvertible constant })
        {
            return constant is string or char or bool ? null : constant.ToDouble(CultureInfo.InvariantCulture);
        }

        return expression switch
        {
            IConversionOperation conversion => Number(conversion.Operand, locals, depth + 1),
            IParenthesizedOperation parenthesized => Number(parenthesized.Operand, locals, depth + 1),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => -Number(minus.Operand, locals, depth + 1),
            IBinaryOperation { Type.SpecialType: SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal } binary =>
                Calculate(binary.OperatorKind, Number(binary.LeftOperand, locals, depth + 1), Number(binary.RightOperand, locals, depth + 1)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply } binary =>
                Calculate(binary.OperatorKind, Number(binary.LeftOperand, locals, depth + 1), Number(binary.RightOperand, locals, depth + 1)),
            _ => locals.ValueOf(expression) is { } value ? Number(value, locals, depth + 1) : null,
        };
    }

    private static double? Calculate(BinaryOperatorKind kind, double? left, double? right) => kind switch
    {
        BinaryOperatorKind.Add => left + right,
        BinaryOperatorKind.Subtract => left - right,
        BinaryOperatorKind.Multiply => left * right,
        BinaryOperatorKind.Divide => left / right,
        _ => null,
    };

    private static bool? Truth(IOperation expression, LocalValues locals, int depth)
    {
        return expression switch
        {
            _ when depth > DeepestExpression => null,
            { ConstantValue.Value: bool constant } => constant,
            IConversionOperation conversion => Truth(conversion.Operand, locals, depth + 1),
            IParenthesizedOperation parenthesized => Truth(parenthesized.Operand, locals, depth + 1),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Truth(not.Operand, locals, depth + 1),
            _ => locals.ValueOf(expression) is { } value ? Truth(value, locals, depth + 1) : null,
        };
    }
}
