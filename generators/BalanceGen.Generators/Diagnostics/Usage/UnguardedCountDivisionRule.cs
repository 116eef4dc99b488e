using System.Linq;
using BalanceGen.Generators.Diagnostics.Usage.Reading;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0201: something is divided by a class count that may be zero.</summary>
internal sealed class UnguardedCountDivisionRule() : UsageRule(Descriptors.UnguardedCountDivision)
{
    public override void Check(UsageContext context)
    {
        CountReading? reading = null;
        foreach (IOperation operation in context.Operations)
        {
            if (Divisor(operation) is not { } divisor)
            {
                continue;
            }

            reading ??= new CountReading(context);
            IOperation? unguarded = reading.CountsIn(divisor)
                .FirstOrDefault(count => !new CountGuards(context.Locals, count).Protect(operation));
            if (unguarded is not null)
            {
                context.Report(Rule, unguarded.Syntax.GetLocation(), unguarded.Syntax.ToString(), Consequence(operation));
            }
        }
    }

    private static IOperation? Divisor(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder } binary => binary.RightOperand,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder } compound => compound.Value,
        _ => null,
    };

    private static string Consequence(IOperation division) =>
        division.Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            ? "is infinity or NaN"
            : "throws a DivideByZeroException";
}
