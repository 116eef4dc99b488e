using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>An option by which a trainer of ML.NET favours the rare class, where the rows that it is fitted to are balanced or weighted already.</summary>
/// <remarks>
/// <c>UnbalancedSets</c> counts the rows that it is given. On balanced rows it changes nothing, so only a weight column makes it the second
/// correction. The weight of positive rows is a number, and multiplies whatever there is.
/// </remarks>
/// <param name="Location">Where to report: the option.</param>
/// <param name="Name">The name of the option.</param>
/// <param name="Data">The view that the trainer is fitted to.</param>
/// <param name="Other">The method that has corrected it.</param>
internal sealed record OwnCorrection(Location Location, string Name, string Data, string Other)
{
    public static IEnumerable<OwnCorrection> In(UsageContext context)
    {
        if (!context.Types.Trainers.AreKnown)
        {
            yield break;
        }

        foreach (ISimpleAssignmentOperation option in context.Operations.OfType<ISimpleAssignmentOperation>())
        {
            if (option.Target is IMemberReferenceOperation { Member: var member } target
                && context.Types.Trainers.IsOfMl(member)
                && Favours(member, option.Value, context)
                && OptionsOf(target, context) is { } options
                && FoundIn(target, options, context) is { } found)
            {
                yield return found;
            }
        }
    }

    private static OwnCorrection? FoundIn(IMemberReferenceOperation target, IOperation options, UsageContext context)
    {
        var trainer = new Derivation(options, context);
        string? column = WeighedView.ColumnReadBy(options, context);
        foreach (IInvocationOperation call in context.Operations.OfType<IInvocationOperation>())
        {
            if (Fitted(call, trainer, context) is not { } data)
            {
                continue;
            }

            IInvocationOperation? other = target.Member.Name == "UnbalancedSets" ? null : ViewRows.BalancingOf(data, context) ?? BalancingOfFolds(call, context);
            other ??= column is null ? null : ViewRows.To(data, context).Select(step => WeighedView.WeighingIn(step, column, context)).FirstOrDefault(step => step is not null);
            if (other is not null)
            {
                return new OwnCorrection(LocationOf(target), target.Member.Name, data.Syntax.ToString(), other.TargetMethod.Name);
            }
        }

        return null;
    }

    /// <summary>The view that a call fits the trainer to, or null.</summary>
    private static IOperation? Fitted(IInvocationOperation call, Derivation trainer, UsageContext context)
    {
        IOperation? estimator = call.TargetMethod.Name switch
        {
            "Fit" when context.Types.Trainers.IsOfMl(call.TargetMethod) => call.Receiver(),
            "CrossValidate" or "CrossValidateNonCalibrated" when context.Types.Trainers.IsOfMl(call.TargetMethod) => call.Arguments.Written("estimator"),
            "StratifiedCrossValidate" when TrainerTypes.IsOfPackage(call.TargetMethod.ContainingAssembly) => call.Arguments.Written("estimator"),
            _ => null,
        };
        return estimator is not null && trainer.Uses(estimator) ? call.Arguments.Written("input") ?? call.Arguments.Written("trainData") ?? call.Arguments.Written("data") : null;
    }

    /// <summary>What balances the folds of a cross-validation.</summary>
    private static IInvocationOperation? BalancingOfFolds(IInvocationOperation call, UsageContext context) =>
        call.Arguments.Written("balance")?.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(part => ViewRows.Balances(part, context));

    private static bool Favours(ISymbol member, IOperation value, UsageContext context) => member.Name switch
    {
        "UnbalancedSets" => ConstantValues.Truth(value, context.Locals) == true,
        "WeightOfPositiveExamples" or "PositiveInstanceWeight" => ConstantValues.Number(value, context.Locals) is { } weight
            ? weight > 1
            : context.Locals.Origin(value).DescendantsAndSelf().Any(part => KnownTypes.Is(context.Locals.Origin(part).Type, context.Types.ClassCounts)),
        _ => false,
    };

    /// <summary>The creation of the options, or null if it cannot be seen.</summary>
    private static IOperation? OptionsOf(IMemberReferenceOperation target, UsageContext context) => target.Instance switch
    {
        IInstanceReferenceOperation => target.Ancestors().OfType<IObjectCreationOperation>().FirstOrDefault(),
        ILocalReferenceOperation local => context.Locals.Origin(local) as IObjectCreationOperation,
        _ => null,
    };

    private static Location LocationOf(IMemberReferenceOperation target) =>
        target.Syntax is MemberAccessExpressionSyntax access ? access.Name.GetLocation() : target.Syntax.GetLocation();
}
