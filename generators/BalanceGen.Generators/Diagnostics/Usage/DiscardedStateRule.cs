using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0207: a sampler's position is computed and thrown away.</summary>
internal sealed class DiscardedStateRule() : UsageRule(Descriptors.DiscardedState)
{
    public override void Check(UsageContext context)
    {
        foreach (IExpressionStatementOperation statement in context.Operations.OfType<IExpressionStatementOperation>())
        {
            // The body of a lambda is a statement too, but the lambda may return its value. And a call may only check a state.
            if (statement.Syntax is ExpressionStatementSyntax
                && statement.Operation is IInvocationOperation { Instance: { } instance, TargetMethod: { } method } call
                && ChangesNothing(method, instance, context.Types)
                && !Catches.Around(call, "SamplerStateMismatchException", "BalanceGenException", "ArgumentException"))
            {
                context.Report(Rule, OperationReading.NameOf(call), method.Name, Remedy(method));
            }
        }
    }

    /// <summary>Whether the method belongs to a sampler or to batches. These are values, so a method has no other effect than its result.</summary>
    private static bool ChangesNothing(IMethodSymbol method, IOperation instance, KnownTypes types) =>
        types.IsOfLibrary(method)
        && (types.IsSampler(instance.Type) || KnownTypes.Is(instance.Type, types.Batches))
        && (method.ReturnType.Name is "SamplerState" || IsNumberOfDraw(method) || KnownTypes.Is(method.ReturnType, types.Batches)
            || KnownTypes.Is(method.ReturnType, types.DrawSequence) || types.IsSampler(method.ReturnType));

    private static string Remedy(IMethodSymbol method) =>
        method.ReturnType.Name == "SamplerState" ? "save the state that it returns"
        : IsNumberOfDraw(method) ? "continue with the draw number that it returns"
        : "enumerate what it returns";

    /// <summary>Whether the method is ResumeFrom of a sampler, which returns the number of a draw. That of batches returns batches.</summary>
    private static bool IsNumberOfDraw(IMethodSymbol method) => method.Name == "ResumeFrom" && method.ReturnType.SpecialType == SpecialType.System_Int64;
}
