using System.Linq;
using BalanceGen.Generators.Diagnostics.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0201: something is divided by a class count that may be zero.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnguardedCountDivisionAnalyzer : UsageAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public UnguardedCountDivisionAnalyzer()
        : base(Descriptors.UnguardedCountDivision)
    {
    }

    private protected override void Analyze(UsageContext context)
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
                context.Report(unguarded.Syntax.GetLocation(), unguarded.Syntax.ToString(), Consequence(operation));
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
