using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0215: a batch, which lives on the stack, is used where only objects can be: across an await, in LINQ, in a list, in a lambda.</summary>
internal sealed class BatchKeptRule() : UsageRule(Descriptors.BatchKept)
{
    public override void Check(UsageContext context)
    {
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in context.Operations)
        {
            switch (operation)
            {
                case IForEachLoopOperation { IsAsynchronous: false } loop when KnownTypes.Is(loop.Collection.Unwrap().Type, context.Types.Batches) && Interruption(loop.Body) is { } interruption:
                    Report(context, loop.Collection.Unwrap(), loop.Collection.Unwrap(), interruption);
                    break;
                case ILocalReferenceOperation local when KnownTypes.Is(local.Type, context.Types.Batch) && Misuse(local) is { } misuse:
                    if (reported.Add(local.Local))
                    {
                        Report(context, local, Collection(local) ?? local, misuse);
                    }

                    break;
                case IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation when Holds(operation.Type, context):
                    Report(context, operation, operation, "holds batches, which live on the stack");
                    break;
                case { Syntax: ExpressionSyntax expression } when KnownTypes.Is(operation.Type, context.Types.Batches) && operation is not IConversionOperation && !IsOwnMember(operation) && IsQueried(expression):
                    Report(context, operation, operation, "is no sequence of objects, and LINQ needs one");
                    break;
            }
        }
    }

    private void Report(UsageContext context, IOperation at, IOperation collection, string reason) =>
        context.ReportWithPlace(Rule, at.Syntax.GetLocation(), collection.Syntax.GetLocation(), FixData.None, at.Syntax.ToString(), reason);

    /// <summary>An operation that leaves the method in the middle of the loop. The enumerator of the batches cannot be kept meanwhile.</summary>
    private static string? Interruption(IOperation body)
    {
        string? keyword = body.DescendantsAndSelf()
            .Where(operation => operation.Ancestors().TakeWhile(outer => outer != body.Parent).All(outer => outer is not (IAnonymousFunctionOperation or ILocalFunctionOperation)))
            .Select(operation => operation switch
            {
                IAwaitOperation or IForEachLoopOperation { IsAsynchronous: true } or IUsingOperation { IsAsynchronous: true } or IUsingDeclarationOperation { IsAsynchronous: true } => "await",
                IReturnOperation { Kind: OperationKind.YieldReturn } => "yield return",
                _ => null,
            })
            .FirstOrDefault(found => found is not null);
        return keyword is null ? null : $"is enumerated on the stack and cannot be kept across the '{keyword}' in the loop";
    }

    private static string? Misuse(ILocalReferenceOperation batch)
    {
        if (batch.Ancestors().OfType<IAnonymousFunctionOperation>().LastOrDefault() is { } lambda && !Declares(lambda, batch.Local))
        {
            return "lives on the stack and cannot be captured by a lambda";
        }

        if (!IsOwnMember(batch) && batch.Syntax is ExpressionSyntax expression && IsQueried(expression))
        {
            return "lives on the stack, and LINQ needs an object";
        }

        IOperation? use = batch.Parent;
        while (use is IConversionOperation)
        {
            use = use.Parent;
        }

        // Code that does not compile is an invalid operation, and its arguments are its children.
        bool isRefused = use is IInvalidOperation && batch.Syntax.Parent is ArgumentSyntax
            || (use is IArgumentOperation { Parameter.Type: { IsRefLikeType: false, TypeKind: not TypeKind.TypeParameter } })
            || (use is IArgumentOperation { Parameter.OriginalDefinition.Type: ITypeParameterSymbol { AllowsRefLikeType: false } })
            || batch.Parent is IConversionOperation { Type: { IsRefLikeType: false, TypeKind: not TypeKind.Error } };
        return isRefused ? "lives on the stack and cannot be put into an object or a list" : null;
    }

    /// <summary><c>List&lt;Batch&lt;Cat&gt;&gt;</c>, which the compiler refuses with CS9244, and <c>Batch&lt;Cat&gt;[]</c>.</summary>
    private static bool Holds(ITypeSymbol? type, UsageContext context) => type switch
    {
        IArrayTypeSymbol array => KnownTypes.Is(array.ElementType, context.Types.Batch),
        INamedTypeSymbol { IsRefLikeType: false } named => named.TypeArguments.Any(argument => KnownTypes.Is(argument, context.Types.Batch)),
        _ => false,
    };

    /// <summary>Whether the method that is called is one of the type itself, such as <c>ToArray</c> of a batch.</summary>
    private static bool IsOwnMember(IOperation instance) => instance.Parent is IInvocationOperation call && call.Instance == instance;

    private static bool Declares(IAnonymousFunctionOperation lambda, ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.Any(reference => lambda.Syntax.Span.Contains(reference.Span));

    /// <summary>Whether the code calls a method on the expression that LINQ has, but the library's types do not have.</summary>
    private static bool IsQueried(ExpressionSyntax expression) =>
        expression.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access
        && access.Expression == expression
        && access.Parent is InvocationExpressionSyntax
        && (name is "Select" or "SelectMany" or "Where" or "ToList" or "ToDictionary" or "ToHashSet" or "OrderBy" or "OrderByDescending" or "GroupBy" or "Zip" or "Any" or "All" or "Sum" or "Average" or "Min"
            or "Max" or "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Skip" or "Take" or "Chunk" or "Aggregate" or "AsEnumerable" or "Cast" or "Concat" or "Reverse" or "AsParallel" or "ElementAt"
            || (name == "ToArray" && expression.Kind() is not SyntaxKind.ThisExpression));

    /// <summary>The batches that the loop around goes through.</summary>
    private static IOperation? Collection(ILocalReferenceOperation batch) =>
        batch.Ancestors().OfType<IForEachLoopOperation>()
            .FirstOrDefault(loop => loop.LoopControlVariable is IVariableDeclaratorOperation variable && SymbolEqualityComparer.Default.Equals(variable.Symbol, batch.Local))
            ?.Collection.Unwrap();
}
