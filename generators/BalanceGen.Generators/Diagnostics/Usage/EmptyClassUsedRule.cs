using System.Collections.Immutable;
using System.Linq;
using BalanceGen.Generators.Diagnostics.Usage.Reading;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0211: weights or a sampler are made from data with an empty class, without a policy for it.</summary>
internal sealed class EmptyClassUsedRule() : UsageRule(Descriptors.EmptyClassUsed)
{
    public override void Check(UsageContext context)
    {
        foreach (IInvocationOperation call in context.Operations.OfType<IInvocationOperation>())
        {
            if ((KnownTypes.Is(call.TargetMethod.ContainingType, context.Types.ClassWeights) || KnownTypes.Is(call.TargetMethod.ContainingType, context.Types.LogitPriors))
                && call.TargetMethod is { IsStatic: true, Parameters: { Length: > 0 } parameters }
                && KnownTypes.Is(parameters[0].Type, context.Types.ClassCounts)
                && parameters.Any(parameter => KnownTypes.Is(parameter.Type, context.Types.ZeroCountPolicy))
                && !call.Arguments.Any(argument => IsPolicy(argument, context.Types)))
            {
                Location name = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }
                    ? member.Name.GetLocation()
                    : call.Syntax.GetLocation();
                Check(context, call.Arguments[0].Value, name, $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}");
            }
        }

        foreach (SamplerCreation creation in context.Samplers())
        {
            // Samplers of one weight per row have neither parameter. The targets of a schedule are not looked into.
            bool drawsByClass = (creation.Has("zeroCounts") || creation.Has("tables")) && !creation.Has("schedule");
            if (drawsByClass && creation.Argument("zeroCounts") is null && creation.IsUniform(context.Types, context.Locals))
            {
                Check(context, creation.Source, creation.NameLocation, creation.Sampler.Name, hasTables: creation.Argument("tables") is not null);
            }
        }
    }

    private static bool IsPolicy(IArgumentOperation argument, KnownTypes types) =>
        argument.ArgumentKind != ArgumentKind.DefaultValue && KnownTypes.Is(argument.Parameter?.Type, types.ZeroCountPolicy);

    private void Check(UsageContext context, IOperation? data, Location location, string what, bool hasTables = false)
    {
        if (context.Datasets.RowTypeOf(data) is { } row && KnownCounts.Of(row, context) is { } counts
            && !(hasTables && counts.AllowsEmptyClasses))
        {
            int empty = Enumerable.Range(0, counts.Label.ClassCount).FirstOrDefault(counts.IsEmpty);
            if (counts.IsEmpty(empty))
            {
                ImmutableDictionary<string, string?> declared = ImmutableDictionary<string, string?>.Empty;
                if (counts.DeclaresPolicy)
                {
                    declared = declared.Add("Policy", row.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + ".Classes.ZeroCounts");
                }

                // Tables carry the policy that the record declares, and a call with tables takes no other.
                string remedy = hasTables ? $"declare ZeroCounts = ZeroCountRule.ZeroWeight in [BalancedDataset] of '{row.Name}', which its tables obey" : "pass a ZeroCountPolicy";
                context.Report(Rule, location, declared, what, counts.Label.ClassName(empty), row.Name, counts.Describe(empty), remedy);
            }
        }
    }
}
