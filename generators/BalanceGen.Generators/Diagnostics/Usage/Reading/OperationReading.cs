using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Small questions about operations.</summary>
internal static class OperationReading
{
    /// <summary>The operation without the conversions and parentheses around it.</summary>
    public static IOperation Unwrap(this IOperation operation)
    {
        IOperation current = operation;
        while (((current as IConversionOperation)?.Operand ?? (current as IParenthesizedOperation)?.Operand) is { } inner)
        {
            current = inner;
        }

        return current;
    }

    /// <summary>The local, parameter or field that an operation reads, or null.</summary>
    public static ISymbol? Variable(this IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };

    /// <summary>A method as messages name it, <c>ClassWeights.Balanced</c>.</summary>
    public static string FullName(this IMethodSymbol method) => $"{method.ContainingType.Name}.{method.Name}";

    /// <summary>The argument that the code passes for a parameter, or null if the parameter has its default value.</summary>
    public static IOperation? Written(this IEnumerable<IArgumentOperation> arguments, string parameter)
    {
        IArgumentOperation? found = arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter);
        return found is null || found.ArgumentKind == ArgumentKind.DefaultValue ? null : found.Value;
    }

    /// <summary>Whether the code passes nothing, or a constant null, for an optional parameter.</summary>
    public static bool IsAbsentOrNull(IOperation? argument) =>
        argument is null
        || argument.Unwrap() is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;

    /// <summary>The receiver, or the first argument of an extension method that is called like an instance method.</summary>
    public static IOperation? Receiver(this IInvocationOperation invocation) =>
        invocation.Instance ?? (invocation.TargetMethod.IsExtensionMethod ? invocation.Arguments.FirstOrDefault()?.Value : null);

    /// <summary>The name in a call or in a creation, the smallest place to report at.</summary>
    public static Location NameOf(IOperation operation) => operation.Syntax switch
    {
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax name } => name.GetLocation(),
        { } other => other.GetLocation(),
    };

    /// <summary>The operations that contain this one, innermost first.</summary>
    public static IEnumerable<IOperation> Ancestors(this IOperation operation)
    {
        for (IOperation? current = operation.Parent; current is not null; current = current.Parent)
        {
            yield return current;
        }
    }
}
