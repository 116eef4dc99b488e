using BalanceGen.Classes;
using BalanceGen.Weights;
using TorchSharp;

namespace BalanceGen.TorchSharp.Tests.Losses;

/// <summary>Losses and their gradients are finite for every batch, and losses are proper modules.</summary>
public sealed class LossEdgeTests
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

    public static TheoryData<string> Names => [.. Losses.Keys];

    [TensorTheory]
    [MemberData(nameof(Names))]
    public void An_empty_batch_costs_nothing(string name) => AssertZero(name, torch.zeros(0, 3), []);

    [TensorTheory]
    [MemberData(nameof(Names))]
    public void A_batch_of_ignored_rows_costs_nothing(string name) => AssertZero(name, torch.ones(4, 3), [Ignored, Ignored, Ignored, Ignored]);

    [TensorTheory]
    [MemberData(nameof(Names))]
    public void Logits_of_ignored_rows_may_be_anything(string name)
    {
        AssertZero(name, torch.full(2, 3, double.NaN), [Ignored, Ignored]);
        (double loss, float[] gradient) = Run(name, torch.tensor(new[] { 1, 0, 0, float.NaN, float.PositiveInfinity, float.NegativeInfinity }, 2, 3), [1, Ignored]);
        (double alone, float[] alonesGradient) = Run(name, torch.tensor(new float[] { 1, 0, 0 }, 1, 3), [1]);
        Assert.Equal(alone, loss, 1e-6);
        Assert.Equal([.. alonesGradient, 0, 0, 0], gradient);
    }

    [TensorTheory]
    [MemberData(nameof(Names))]
    public void A_batch_of_one_class_is_finite(string name)
    {
        (double loss, float[] gradient) = Run(name, torch.ones(4, 3), [2, 2, 2, 2]);
        Assert.True(double.IsFinite(loss) && loss > 0);
        Assert.All(gradient, value => Assert.True(float.IsFinite(value)));
    }

    [TensorTheory]
    [MemberData(nameof(Names))]
    public void Rows_that_are_quite_certain_are_finite(string name)
    {
        foreach (float size in new[] { 20f, 200f, 3000f })
        {
            (double loss, float[] gradient) = Run(name, torch.tensor(new float[] { size, 0, -size, size, 0, -size }, 2, 3), [0, 2]);
            Assert.True(double.IsFinite(loss), $"{name}: {loss}");
            Assert.All(gradient, value => Assert.True(float.IsFinite(value), $"{name}: {string.Join(' ', gradient)}"));
        }
    }

    [TensorTheory]
    [MemberData(nameof(Names))]
    public void Rows_of_no_weight_cost_nothing(string name)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using ImbalancedLoss loss = Losses[name]();
        torch.Tensor value = loss.forward(torch.ones(2, 3), TargetOf(loss, [0, 1]), torch.zeros(2));
        Assert.Equal(0, value.item<float>());
        torch.Tensor ofNaN = loss.forward(torch.ones(2, 3), TargetOf(loss, [0, Ignored]), torch.tensor(new float[] { 1, float.NaN }));
        Assert.True(float.IsFinite(ofNaN.item<float>()));
    }

    [TensorTheory]
    [MemberData(nameof(Names))]
    public void A_loss_leaves_no_tensor_behind(string name) => LivingTensors.AssertNoneLeft(() =>
    {
        using ImbalancedLoss loss = Losses[name]();
        using torch.Tensor logits = torch.ones(2, 3);
        using torch.Tensor target = TargetOf(loss, [0, 1]);
        using torch.Tensor value = loss.call(logits, target);
        using torch.Tensor rows = loss.RowLosses(logits, target);
        Assert.Equal([2L], rows.shape);
    });

    [TensorTheory]
    [MemberData(nameof(Names))]
    public void A_loss_that_was_made_in_a_scope_and_moved_in_another_outlives_both(string name)
    {
        ImbalancedLoss loss;
        using (torch.NewDisposeScope())
        {
            loss = Losses[name]();
        }

        using (torch.NewDisposeScope())
        {
            loss.to(torch.ScalarType.Float64);
        }

        using DisposeScope scope = torch.NewDisposeScope();
        Assert.True(double.IsFinite(loss.call(torch.ones(2, 3, torch.ScalarType.Float64), TargetOf(loss, [0, 1])).item<double>()));
        loss.Dispose();
    }

    [TensorFact]
    public void Weights_are_buffers_of_the_model()
    {
        using var loss = new LdamLoss(Counts, deferred: new DeferredWeights(Weights, 1));
        Assert.Equal(["class_weights", "margins"], loss.state_dict().Keys.Order());
        Assert.Empty(loss.parameters());
        using var adjusted = new LogitAdjustedLoss(LogitPriors.Of(Counts));
        Assert.Equal(["logit_priors"], adjusted.state_dict().Keys);
    }

    [TensorFact]
    public void What_does_not_belong_together_is_refused()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var loss = new WeightedCrossEntropyLoss(Weights, LossReduction.SumOverBatchSize);
        Assert.Contains("[4, 3]", Assert.Throws<ArgumentException>(() => loss.call(torch.ones(4, 3), torch.zeros(3, torch.ScalarType.Int64))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => loss.call(torch.ones(4), torch.zeros(4, torch.ScalarType.Int64)));
        using var adjusted = new LogitAdjustedLoss(LogitPriors.Of(Counts));
        Assert.Throws<ArgumentException>(() => adjusted.call(torch.ones(4, 2), torch.zeros(4, torch.ScalarType.Int64)));
        using var asymmetric = new AsymmetricLoss();
        Assert.Throws<ArgumentException>(() => asymmetric.call(torch.ones(4, 3), torch.zeros(4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FocalLoss(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FocalLoss(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AsymmetricLoss(clip: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LdamLoss(Counts, maxMargin: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LdamLoss(Counts, scale: double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedCrossEntropyLoss(null, (LossReduction)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DeferredWeights(Weights, -1));
        Assert.Throws<ClassMismatchException>(() => new LdamLoss(Counts, deferred: new DeferredWeights(new ClassWeights(ClassSet.Numbered(2), 1, 1), 1)));
    }

    [TensorFact]
    public void A_class_without_rows_is_named()
    {
        var counts = new ClassCounts(new ClassSet("a", "b"), 5, 0);
        Assert.Contains("'b'", Assert.Throws<EmptyClassException>(() => new LdamLoss(counts)).Message, StringComparison.Ordinal);
        Assert.Contains("'b'", Assert.Throws<EmptyClassException>(() => new ClassBalancedLoss(counts, 0.99)).Message, StringComparison.Ordinal);
        using var zero = new LdamLoss(counts, zeroCounts: ZeroCountPolicy.ZeroWeight);
        using var smooth = new LdamLoss(counts, zeroCounts: ZeroCountPolicy.Smooth(1));
        Assert.Equal([0.5f, 0], zero.state_dict()["margins"].data<float>().ToArray());
        Assert.Equal(0.5f, smooth.state_dict()["margins"].data<float>()[1]);
    }

    private static void AssertZero(string name, torch.Tensor logits, long[] target)
    {
        (double loss, float[] gradient) = Run(name, logits, target);
        Assert.Equal(0, loss);
        Assert.All(gradient, value => Assert.Equal(0, value));
    }

    private static (double Loss, float[] Gradient) Run(string name, torch.Tensor logits, long[] target)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (logits)
        {
            using ImbalancedLoss loss = Losses[name]();
            torch.Tensor input = logits.to(torch.ScalarType.Float32).clone().requires_grad_(true);
            torch.Tensor value = loss.call(input, TargetOf(loss, target));
            value.backward();
            return (value.item<float>(), LivingTensors.Elements<float>(input.grad!));
        }
    }

    /// <summary>The classes as the loss takes them: an index, or 0 and 1 for each class, where −1 is not known.</summary>
    private static torch.Tensor TargetOf(ImbalancedLoss loss, long[] target) => loss is SingleLabelLoss
        ? torch.tensor(target)
        : torch.tensor(target.SelectMany(truth => Enumerable.Range(0, 3).Select(index => truth == Ignored ? -1f : truth == index ? 1f : 0f)).ToArray(), target.Length, 3);
}
