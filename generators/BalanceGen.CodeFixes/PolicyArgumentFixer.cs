using Microsoft.CodeAnalysis.Simplification;

namespace BalanceGen.CodeFixes;

/// <summary>A fix that passes a policy for classes without rows, one action for each policy.</summary>
public abstract class PolicyArgumentFixer : ExpressionFixer
{
    private const string Parameter = "zeroCounts";
    private const string Policy = "global::BalanceGen.ZeroCountPolicy.";

    private protected PolicyArgumentFixer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    /// <summary>Offers the policies that have a meaning for the call at a place.</summary>
    private protected static void RegisterPolicies(FixRegistration fixes, SyntaxNode place, SemanticModel model, CancellationToken token)
    {
        ExpressionSyntax? call = place.AncestorsAndSelf().OfType<ExpressionSyntax>()
            .FirstOrDefault(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax);
        if (call is null
            || model.GetSymbolInfo(call, token).Symbol is not IMethodSymbol method
            || !method.Parameters.Any(parameter => parameter.Name == Parameter))
        {
            return;
        }

        if (fixes.Diagnostic.Properties.TryGetValue("Policy", out string? declared))
        {
            Register(fixes, call, "Pass the declared policy", "Declared", declared!);
        }

        Register(fixes, call, "Leave classes without rows out: weight 0 and share 0", "ZeroWeight", Policy + "ZeroWeight");
        if (method.IsStatic)
        {
            // Only for weights, because no sampler can draw rows that do not exist.
            Register(fixes, call, "Count every class one row higher", "Smooth", Policy + "Smooth(1)");
        }

        Register(fixes, call, "Keep the exception", "Throw", Policy + "Throw");
    }

    private static void Register(FixRegistration fixes, ExpressionSyntax call, string title, string key, string policy)
    {
        ArgumentSyntax argument = SyntaxFactory.ParseArgumentList($"({Parameter}: {policy})").Arguments[0];
        argument = argument.ReplaceNodes(
            argument.DescendantNodes().OfType<MemberAccessExpressionSyntax>(),
            (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation));
        ArgumentListSyntax old = (call as InvocationExpressionSyntax)?.ArgumentList ?? ((BaseObjectCreationExpressionSyntax)call).ArgumentList!;
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        SyntaxNodeOrToken[] items = [.. old.Arguments.GetWithSeparators(), comma, argument];
        fixes.Replace(title, key, old, old.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(items)));
    }
}
