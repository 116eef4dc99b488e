using BalanceGen.Weights;
using TorchSharp;

namespace BalanceGen.TorchSharp.Tests.Losses;

/// <summary>The losses of the package, by names.</summary>
internal static class LossTable
{
    private const long Ignored = ClassIndex.Ignored;

    private static readonly ClassSet Classes = ClassSet.Numbered(LossCase.Classes);
    private static readonly ClassCounts Counts = new(Classes, LossCase.Counts);
    private static readonly ClassWeights Weights = new(Classes, 0.5, 1.5, 4);

    private static readonly Dictionary<string, Func<ImbalancedLoss>> Losses = new()
    {
        ["cross entropy, batch size"] = () => new WeightedCrossEntropyLoss(Weights, LossReduction.SumOverBatchSize),
        ["cross entropy, weight sum"] = () => new WeightedCrossEntropyLoss(Weights, LossReduction.MeanWithSampleWeight),
        ["cross entropy, no weights"] = () => new WeightedCrossEntropyLoss(null, LossReduction.MeanWithSampleWeight),
        ["focal"] = () => new FocalLoss(2, Weights),
        ["focal, steep"] = () => new FocalLoss(0.5),
        ["logit-adjusted"] = () => new LogitAdjustedLoss(LogitPriors.Of(Counts)),
        ["class-balanced"] = () => new ClassBalancedLoss(Counts, 0.99),
        ["class-balanced sigmoid"] = () => new ClassBalancedLoss(Counts, 0.99, ClassBalancedLossType.Sigmoid),
        ["class-balanced focal"] = () => new ClassBalancedLoss(Counts, 0.99, ClassBalancedLossType.Focal, gamma: 0.5),
        ["LDAM"] = () => new LdamLoss(Counts, deferred: new DeferredWeights(Weights, 1)),
        ["asymmetric"] = () => new AsymmetricLoss(),
        ["asymmetric, steep"] = () => new AsymmetricLoss(0.5, 0.5, 0),
    };

    /// <summary>The names.</summary>
    public static IEnumerable<string> Names => Losses.Keys;

    /// <summary>The names, as the cases of a test.</summary>
    public static TheoryData<string> All => [.. Losses.Keys];

    public static ImbalancedLoss Of(string name) => Losses[name]();

    /// <summary>The classes as the loss takes them: an index, or 0 and 1 for each class, where −1 is not known.</summary>
    public static torch.Tensor TargetOf(ImbalancedLoss loss, long[] target) => loss is SingleLabelLoss
        ? torch.tensor(target)
        : torch.tensor(target.SelectMany(truth => Enumerable.Range(0, 3).Select(index => truth == Ignored ? -1f : truth == index ? 1f : 0f)).ToArray(), target.Length, 3);
}
