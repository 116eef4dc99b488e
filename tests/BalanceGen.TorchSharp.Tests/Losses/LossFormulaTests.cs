using BalanceGen.Weights;
using TorchSharp;

namespace BalanceGen.TorchSharp.Tests.Losses;

/// <summary>Every loss is its paper's formula, to 1e-6 in double precision and 1e-5 in single, relative to the loss.</summary>
public sealed class LossFormulaTests
{
    private static readonly ClassSet Classes = ClassSet.Numbered(LossCase.Classes);
    private static readonly ClassCounts Counts = new(Classes, LossCase.Counts);
    private static readonly ClassWeights Weights = new(Classes, 0.5, 1.5, 4);

    [TensorTheory]
    [InlineData(LossReduction.SumOverBatchSize)]
    [InlineData(LossReduction.MeanWithSampleWeight)]
    public void Weighted_cross_entropy(LossReduction reduction) =>
        AssertSingleLabel(new WeightedCrossEntropyLoss(Weights, reduction), (logits, truth) => ReferenceLosses.CrossEntropy(logits, truth), [.. Weights.Values], reduction);

    [TensorFact]
    public void Weighted_cross_entropy_by_the_sum_of_weights_is_TorchSharps()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var ours = new WeightedCrossEntropyLoss(Weights, LossReduction.MeanWithSampleWeight);
        torch.Tensor logits = LossCase.LogitTensor(torch.ScalarType.Float32);
        torch.Tensor target = LossCase.TruthTensor();
        double theirs = torch.nn.functional.cross_entropy(logits, target, Weights.ToTensor()).item<float>();
        Assert.Equal(theirs, ours.call(logits, target).item<float>(), 1e-6 * theirs);
    }

    [TensorTheory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(5)]
    public void Focal(double gamma) =>
        AssertSingleLabel(new FocalLoss(gamma, Weights), (logits, truth) => ReferenceLosses.Focal(logits, truth, gamma), [.. Weights.Values], LossReduction.SumOverBatchSize);

    [TensorTheory]
    [InlineData(1)]
    [InlineData(0.4)]
    public void Logit_adjusted(double tau) =>
        AssertSingleLabel(new LogitAdjustedLoss(LogitPriors.Of(Counts, tau)), (logits, truth) => ReferenceLosses.LogitAdjusted(logits, truth, LossCase.Counts, tau), [1, 1, 1], LossReduction.SumOverBatchSize);

    [TensorTheory]
    [InlineData(ClassBalancedLossType.CrossEntropy)]
    [InlineData(ClassBalancedLossType.Sigmoid)]
    [InlineData(ClassBalancedLossType.Focal)]
    public void Class_balanced(ClassBalancedLossType lossType) =>
        AssertSingleLabel(
            new ClassBalancedLoss(Counts, beta: 0.99, lossType, gamma: 0.5),
            (logits, truth) => lossType == ClassBalancedLossType.CrossEntropy ? ReferenceLosses.CrossEntropy(logits, truth) : ReferenceLosses.SigmoidFocal(logits, truth, lossType == ClassBalancedLossType.Focal ? 0.5 : 0),
            ReferenceLosses.EffectiveNumberWeights(LossCase.Counts, 0.99),
            LossReduction.SumOverBatchSize);

    [TensorTheory]
    [InlineData(0.5, 30)]
    [InlineData(2, 1)]
    public void Ldam(double maxMargin, double scale) =>
        AssertSingleLabel(new LdamLoss(Counts, maxMargin, scale), (logits, truth) => ReferenceLosses.Ldam(logits, truth, LossCase.Counts, maxMargin, scale), [1, 1, 1], LossReduction.MeanWithSampleWeight);

    [TensorFact]
    public void Ldam_takes_its_weights_from_their_first_epoch_on()
    {
        using var loss = new LdamLoss(Counts, scale: 1, deferred: new DeferredWeights(Weights, firstEpoch: 3));
        foreach ((long epoch, double[] weights) in new (long, double[])[] { (0, [1, 1, 1]), (2, [1, 1, 1]), (3, [.. Weights.Values]), (9, [.. Weights.Values]), (1, [1, 1, 1]) })
        {
            loss.BeginEpoch(epoch);
            AssertSingleLabel(loss, (logits, truth) => ReferenceLosses.Ldam(logits, truth, LossCase.Counts, 0.5, 1), weights, LossReduction.MeanWithSampleWeight, dispose: false);
        }
    }

    [TensorTheory]
    [InlineData(4, 1, 0.05)]
    [InlineData(2, 0, 0)]
    [InlineData(0.5, 0.5, 0.2)]
    public void Asymmetric(double gammaNegative, double gammaPositive, double clip)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var loss = new AsymmetricLoss(gammaNegative, gammaPositive, clip);
        int[][] truth = [.. LossCase.Truth.Select((index, row) => Enumerable.Range(0, LossCase.Classes).Select(other => other == index || (row % 3 == 0 && other == 1) ? 1 : row % 5 == 4 && other == 2 ? -1 : 0).ToArray())];
        double[] losses = [.. LossCase.Logits.Zip(truth, (logits, classes) => ReferenceLosses.Asymmetric(logits, classes, gammaNegative, gammaPositive, clip))];
        foreach ((torch.ScalarType type, double tolerance) in new[] { (torch.ScalarType.Float64, 1e-6), (torch.ScalarType.Float32, 1e-5) })
        {
            torch.Tensor logits = LossCase.LogitTensor(type);
            torch.Tensor target = torch.tensor(truth.SelectMany(row => row.Select(value => (float)value)).ToArray(), truth.Length, LossCase.Classes);
            AssertClose(losses.Average(), loss.call(logits, target), tolerance);
            AssertClose(losses, loss.RowLosses(logits, target), tolerance);
        }
    }

    [TensorFact]
    public void Weights_of_rows_are_multiplied_with_those_of_their_classes()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        double[] rowWeights = [.. Enumerable.Range(0, LossCase.Truth.Length).Select(row => row % 4 / 2.0)];
        double[] losses = [.. LossCase.Logits.Zip(LossCase.Truth, ReferenceLosses.CrossEntropy)];
        double[] weights = [.. LossCase.Truth.Zip(rowWeights, (truth, weight) => Weights[truth] * weight)];
        foreach (LossReduction reduction in Enum.GetValues<LossReduction>())
        {
            using var loss = new WeightedCrossEntropyLoss(Weights, reduction);
            torch.Tensor actual = loss.forward(LossCase.LogitTensor(torch.ScalarType.Float64), LossCase.TruthTensor(), torch.tensor(rowWeights));
            AssertClose(ReferenceLosses.Mean(losses, weights, reduction), actual, 1e-6);
        }
    }

    private static void AssertSingleLabel(SingleLabelLoss loss, Func<double[], int, double> reference, double[] classWeights, LossReduction reduction, bool dispose = true)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        double[] losses = [.. LossCase.Logits.Zip(LossCase.Truth, reference)];
        double[] weights = [.. LossCase.Truth.Select(index => classWeights[index])];
        foreach ((torch.ScalarType type, double tolerance) in new[] { (torch.ScalarType.Float64, 1e-6), (torch.ScalarType.Float32, 1e-5) })
        {
            AssertClose(ReferenceLosses.Mean(losses, weights, reduction), loss.call(LossCase.LogitTensor(type), LossCase.TruthTensor()), tolerance);
            AssertClose([.. losses.Zip(weights, (one, other) => one * other)], loss.RowLosses(LossCase.LogitTensor(type), LossCase.TruthTensor()), tolerance);
        }

        if (dispose)
        {
            loss.Dispose();
        }
    }

    private static void AssertClose(double expected, torch.Tensor actual, double tolerance) => AssertClose([expected], actual.reshape(1), tolerance);

    private static void AssertClose(double[] expected, torch.Tensor actual, double tolerance)
    {
        double scale = expected.Max(Math.Abs);
        Assert.Equal(expected, actual.to(torch.ScalarType.Float64).data<double>().ToArray(), (one, other) => Math.Abs(one - other) <= tolerance * scale);
    }
}
