using System.Collections.Generic;
using System.Linq;
using BalanceGen.Generators.Diagnostics.Usage.Reading;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0203: what a balancing sampler draws is weighted by inverse frequency too.</summary>
internal sealed class DoubleCorrectionRule() : UsageRule(Descriptors.DoubleCorrection)
{
    public override void Check(UsageContext context)
    {
        List<IInvocationOperation> weightings = [.. context.Operations.OfType<IInvocationOperation>().Where(call => WeighsRareClassesMore(call, context))];
        if (weightings.Count == 0)
        {
            return;
        }

        foreach (SamplerCreation sampler in context.Samplers().Where(sampler => sampler.Balances(context.Types, context.Locals)))
        {
            ISymbol? dataset = context.Datasets.RootOf(sampler.Operation);
            var drawn = new Derivation(sampler.Operation, context.Operations);
            foreach (IInvocationOperation weighting in weightings)
            {
                if (dataset is not null
                    && SymbolEqualityComparer.Default.Equals(dataset, context.Datasets.RootOf(weighting.Arguments[0].Value))
                    && AreUsedTogether(drawn, new Derivation(weighting, context.Operations), context))
                {
                    context.Report(Rule, NameLocation(weighting), weighting.TargetMethod.Name, dataset.Name, sampler.Sampler.Name);
                }
            }
        }
    }

    private static bool WeighsRareClassesMore(IInvocationOperation call, UsageContext context) =>
        KnownTypes.Is(call.TargetMethod.ContainingType, context.Types.ClassWeights)
        && call.Arguments.Length > 0
        && call.TargetMethod.Name is "Balanced" or "InverseFrequency" or "EffectiveNumber" or "MedianFrequency" or "Power";

    /// <summary>Whether the weights are used in a loop over what the sampler draws, or both are passed to one call.</summary>
    private static bool AreUsedTogether(Derivation drawn, Derivation weights, UsageContext context) =>
        context.Operations.Any(operation => operation switch
        {
            IForEachLoopOperation loop => drawn.Uses(loop.Collection) && weights.Uses(loop.Body),
            IInvocationOperation call => ArePassed(call.Arguments, drawn, weights),
            IObjectCreationOperation creation => ArePassed(creation.Arguments, drawn, weights),
            _ => false,
        });

    private static bool ArePassed(IEnumerable<IArgumentOperation> arguments, Derivation drawn, Derivation weights) =>
        arguments.Any(argument => drawn.Uses(argument.Value) && !weights.Uses(argument.Value))
        && arguments.Any(argument => weights.Uses(argument.Value) && !drawn.Uses(argument.Value));

    private static Location NameLocation(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }
            ? member.Name.GetLocation()
            : call.Syntax.GetLocation();
}
