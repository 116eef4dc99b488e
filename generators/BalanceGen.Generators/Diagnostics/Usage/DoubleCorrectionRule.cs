namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0203: rows that a balancing sampler draws are also weighted by inverse frequency.</summary>
internal sealed class DoubleCorrectionRule() : UsageRule(Descriptors.DoubleCorrection)
{
    public override void Check(UsageContext context)
    {
        foreach (WeighedView view in WeighedView.In(context))
        {
            context.Report(Rule, view.Location, view.Scheme, view.Data, view.Resampling);
        }

        foreach (OwnCorrection option in OwnCorrection.In(context))
        {
            context.Report(Rule, option.Location, option.Name, option.Data, option.Other);
        }

        IReadOnlyList<Weighting> weightings = Weighting.In(context);
        if (weightings.Count == 0)
        {
            return;
        }

        SamplerCreation[] samplers = [.. SamplersOf(context).Where(sampler => sampler.Balances(context))];
        foreach (Weighting weighting in weightings)
        {
            // One report for a weighting, however many samplers there are.
            SamplerCreation? sampler = samplers.FirstOrDefault(sampler => context.Datasets.RootOf(sampler.Operation) is { } dataset
                && SymbolEqualityComparer.Default.Equals(dataset, weighting.Dataset)
                && AreUsedTogether(new Derivation(sampler.Operation, context), new Derivation(weighting.Source, context), context));
            if (sampler is not null)
            {
                context.Report(Rule, weighting.Location, weighting.Name, weighting.Dataset.Name, sampler.Sampler.Name);
            }
        }
    }

    /// <summary>The samplers that the body makes, and those of fields that it reads.</summary>
    private static IEnumerable<SamplerCreation> SamplersOf(UsageContext context) =>
        context.Samplers.Concat(context.Operations
            .Where(operation => operation is IFieldReferenceOperation or IPropertyReferenceOperation && context.Types.IsSampler(operation.Type))
            .Select(context.SamplerOf)
            .OfType<SamplerCreation>());

    /// <summary>Whether the weights are used in a loop over what the sampler draws, or both are passed to one call or put into one object.</summary>
    private static bool AreUsedTogether(Derivation drawn, Derivation weights, UsageContext context) =>
        context.Operations.Any(operation => operation switch
        {
            IForEachLoopOperation loop => drawn.Uses(loop.Collection) && (weights.Uses(loop.Body) || LossBefore(loop).Any(weights.Uses)),
            IInvocationOperation call => ArePassed(call.Arguments.Select(argument => argument.Value).Concat(call.Instance is { } receiver ? [receiver] : []), drawn, weights),
            IObjectCreationOperation creation => ArePassed(
                creation.Arguments.Select(argument => argument.Value).Concat(creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Select(assignment => assignment.Value) ?? []),
                drawn,
                weights),
            _ => false,
        });

    /// <summary>Weights that are given to a loss before the loop, and used in its steps: <c>criterion.SetWeights(…)</c>, <c>_lossWeights = …</c>.</summary>
    private static IEnumerable<IOperation> LossBefore(IOperation loop)
    {
        IOperation inner = loop;
        foreach (IOperation outer in loop.Ancestors())
        {
            foreach (IExpressionStatementOperation statement in outer is IBlockOperation block ? block.Operations.TakeWhile(item => item != inner).OfType<IExpressionStatementOperation>() : [])
            {
                if (IsGivenToLoss(statement.Operation))
                {
                    yield return statement.Operation;
                }
            }

            inner = outer;
        }
    }

    private static bool IsGivenToLoss(IOperation operation) => operation switch
    {
        IInvocationOperation call => NamesLoss(call.TargetMethod.Name) || (call.Instance is { } receiver && NamesLoss(receiver.Syntax.ToString())),
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: var name } } => NamesLoss(name),
        _ => false,
    };

    private static bool NamesLoss(string name) =>
        name.IndexOf("loss", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("criterion", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool ArePassed(IEnumerable<IOperation> values, Derivation drawn, Derivation weights)
    {
        IOperation[] all = [.. values];
        return all.Any(value => drawn.Uses(value) && !weights.Uses(value)) && all.Any(value => weights.Uses(value) && !drawn.Uses(value));
    }
}
