using System.Linq;
using BalanceGen.Generators.Diagnostics.Usage.Reading;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0207: a sampler's position is computed and thrown away.</summary>
internal sealed class DiscardedStateRule() : UsageRule(Descriptors.DiscardedState)
{
    public override void Check(UsageContext context)
    {
        foreach (IExpressionStatementOperation statement in context.Operations.OfType<IExpressionStatementOperation>())
        {
            // The body of a lambda is a statement too, but its value may be what the lambda is for.
            if (statement.Syntax is ExpressionStatementSyntax
                && statement.Operation is IInvocationOperation { Instance: { } instance, TargetMethod: { } method } call
                && ChangesNothing(method, instance, context.Types))
            {
                Location name = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }
                    ? member.Name.GetLocation()
                    : call.Syntax.GetLocation();
                context.Report(Rule, name, method.Name, Remedy(method.Name));
            }
        }
    }

    private static bool ChangesNothing(IMethodSymbol method, IOperation instance, KnownTypes types) =>
        (method.Name is "Resume" or "StateAt" or "Epoch" && types.IsSampler(instance.Type))
        || (method.Name is "ResumeFrom" or "Epoch" && KnownTypes.Is(instance.Type, types.Batches));

    private static string Remedy(string method) => method switch
    {
        "Resume" => "continue with the draw number that it returns",
        "StateAt" => "save the state that it returns",
        _ => "enumerate what it returns",
    };
}
