using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0212: a list with one number for each class has more or fewer than there are classes.</summary>
internal sealed class WrongNumberOfClassesRule() : UsageRule(Descriptors.WrongNumberOfClasses)
{
    public override void Check(UsageContext context)
    {
        foreach (LibraryCall call in LibraryCall.In(context))
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (call.IsPerClass(argument)
                    && ListedNumbers.Elements(argument.Value, context.Locals) is { Count: > 0 } items
                    && DeclaredClasses.Of(call, context) is { } classes
                    && items.Count != classes.Count)
                {
                    Report(context, LocationOf(argument, items), items.Count, classes);
                }
            }

            if (call.Argument(context.Types.TargetDistribution) is { } target
                && WrittenShares.Of(context.Locals.Origin(target), context) is { } shares
                && DeclaredClasses.Of(call, context) is { } declared
                && shares.Items.Count != declared.Count)
            {
                IOperation place = context.Contains(shares.Call) ? shares.Call : target;
                Report(context, place.Syntax.GetLocation(), shares.Items.Count, declared);
            }
        }
    }

    private void Report(UsageContext context, Location location, int given, DeclaredClasses classes) =>
        context.Report(
            Rule,
            location,
            given == 1 ? "One number is" : $"{given.ToString(CultureInfo.InvariantCulture)} numbers are",
            classes.Count.ToString(CultureInfo.InvariantCulture),
            classes.Owner,
            classes.Names);

    /// <summary>The list of a params parameter has no syntax of its own.</summary>
    private static Location LocationOf(IArgumentOperation argument, IReadOnlyList<IOperation> items) =>
        argument.ArgumentKind is ArgumentKind.ParamArray or ArgumentKind.ParamCollection
            ? Location.Create(argument.Syntax.SyntaxTree, TextSpan.FromBounds(items[0].Syntax.SpanStart, items[items.Count - 1].Syntax.Span.End))
            : argument.Value.Syntax.GetLocation();
}
