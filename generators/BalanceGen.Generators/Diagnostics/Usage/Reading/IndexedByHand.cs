using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary><c>cat.Breed switch { Breed.Siamese => 0, Breed.Birman => 1, _ => throw … }</c>, which has every class at its own index.</summary>
internal static class IndexedByHand
{
    /// <summary>Finds nothing if the numbers are not the class indices, a class is missing, or another label gets a number too.</summary>
    public static HandWritten? Of(IOperation operation, UsageContext context) =>
        operation is ISwitchExpressionOperation { Syntax: SwitchExpressionSyntax syntax, Type.SpecialType: SpecialType.System_Int32 } choice
        && LabelRead.Of(choice.Value, context) is { Label: EnumLabelModel or TextLabelModel { IsPlain: true } } read
        && GivesEveryClassItsIndex(choice, read.Label)
            ? new HandWritten(
                syntax.SwitchKeyword.GetLocation(),
                read.Record,
                $"gives every class of '{read.Record.Name}' its index",
                $"write '{read.Record.Name}.Classes.IndexOf', which has a new class the day it is added",
                HandWrittenFix.IndexOf)
            : null;

    private static bool GivesEveryClassItsIndex(ISwitchExpressionOperation choice, LabelModel label)
    {
        var positions = LabelPositions.Of(label);
        var seen = new HashSet<int>();
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            if (arm.Pattern is IDiscardPatternOperation)
            {
                if (arm.Value.Unwrap() is not IThrowOperation)
                {
                    return false;
                }

                continue;
            }

            if (arm is not { Guard: null, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } }
                || arm.Value.ConstantValue is not { HasValue: true, Value: int index }
                || PositionOf(constant, positions) != index
                || !seen.Add(index))
            {
                return false;
            }
        }

        return seen.Count == label.ClassCount;
    }

    private static int PositionOf(object constant, LabelPositions positions) => constant switch
    {
        string text => positions.OfName(text),
        IConvertible number and not char => positions.OfValue(number.ToDecimal(CultureInfo.InvariantCulture)),
        _ => -1,
    };
}
