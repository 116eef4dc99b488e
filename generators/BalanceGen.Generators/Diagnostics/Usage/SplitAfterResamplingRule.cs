using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0214: rows that were drawn several times are split, so that copies of a row lie in both subsets.</summary>
internal sealed class SplitAfterResamplingRule() : UsageRule(Descriptors.SplitAfterResampling)
{
    public override void Check(UsageContext context)
    {
        ResampledRows? resampled = null;
        foreach (IOperation operation in context.Operations)
        {
            (IOperation? data, string name) = operation switch
            {
                IInvocationOperation call => (SplitData(call, context.Types), call.TargetMethod.Name),
                IInvalidOperation { Syntax: InvocationExpressionSyntax call } => (IsSplitOfUnknown(call) ? operation : null, "Split"),
                _ => (null, ""),
            };
            if (data is not null && (resampled ??= new ResampledRows(context)).SourceOf(data) is { } source)
            {
                context.Report(Rule, OperationReading.NameOf(operation), source, name);
            }
        }
    }

    /// <summary><c>Cat.Classes.Index(rows).Split(…)</c> in an editor that has not run the generator yet.</summary>
    private static bool IsSplitOfUnknown(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Split",
            Expression: InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "Index",
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: LibraryNames.GeneratedClasses },
                },
            },
        };

    /// <summary>ML.NET's splits, and those of BalanceGen.ML.</summary>
    private static bool IsSplitOfView(IMethodSymbol method, KnownTypes types) =>
        types.Trainers.IsOfMl(method)
            ? method.Name is "TrainTestSplit" or "CrossValidationSplit" or "CrossValidate" or "CrossValidateNonCalibrated"
            : TrainerTypes.IsOfPackage(method.ContainingAssembly) && method.Name.StartsWith("Stratified", System.StringComparison.Ordinal);

    /// <summary>What a call of the library splits into subsets or folds, or null.</summary>
    private static IOperation? SplitData(IInvocationOperation call, KnownTypes types)
    {
        if (IsSplitOfView(call.TargetMethod, types))
        {
            return call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "data" or "frame")?.Value;
        }

        bool isSplit = types.IsOfLibrary(call.TargetMethod)
            && (call.Type?.Name is "DatasetSplit" or "DatasetFolds" or "RowSplit" or "StratifiedKFold");
        return !isSplit ? null : call.Instance ?? call.Arguments.FirstOrDefault(argument => KnownTypes.Is(argument.Parameter?.Type, types.RowIndex))?.Value;
    }
}
