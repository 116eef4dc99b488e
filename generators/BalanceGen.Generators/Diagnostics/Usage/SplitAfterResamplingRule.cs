using System.Linq;
using BalanceGen.Generators.Diagnostics.Usage.Reading;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0214: rows that were drawn several times are split, so that copies of a row lie on both sides.</summary>
internal sealed class SplitAfterResamplingRule() : UsageRule(Descriptors.SplitAfterResampling)
{
    public override void Check(UsageContext context)
    {
        ResampledRows? resampled = null;
        foreach (IInvocationOperation call in context.Operations.OfType<IInvocationOperation>())
        {
            if (SplitData(call, context.Types) is { } data && (resampled ??= new ResampledRows(context)).SourceOf(data) is { } source)
            {
                context.Report(Rule, OperationReading.NameOf(call), source, call.TargetMethod.Name);
            }
        }
    }

    /// <summary>What a call of the library splits into sides or folds, or null.</summary>
    private static IOperation? SplitData(IInvocationOperation call, KnownTypes types)
    {
        bool isSplit = types.IsOfLibrary(call.TargetMethod)
            && (call.Type?.Name is "DatasetSplit" or "DatasetFolds" or "RowIndexSplit" or "StratifiedKFold");
        return !isSplit ? null : call.Instance ?? call.Arguments.FirstOrDefault(argument => KnownTypes.Is(argument.Parameter?.Type, types.RowIndex))?.Value;
    }
}
