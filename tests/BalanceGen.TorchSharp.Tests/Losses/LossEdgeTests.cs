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

    [TensorTheory]
    [MemberData(nameof(LossTable.All), MemberType = typeof(LossTable))]
    public void An_empty_batch_costs_nothing(string name) => AssertZero(name, torch.zeros(0, 3), []);

    [TensorTheory]
    [MemberData(nameof(LossTable.All), MemberType = typeof(LossTable))]
    public void A_batch_of_ignored_rows_costs_nothing(string name) => AssertZero(name, torch.ones(4, 3), [Ignored, Ignored, Ignored, Ignored]);

    [TensorTheory]
    [MemberData(nameof(LossTable.All), MemberType = typeof(LossTable))]
    public void Logits_of_ignored_rows_may_be_anything(string name)
    {
        AssertZero(name, torch.full(2, 3, double.NaN), [Ignored, Ignored]);
        (double loss, float[] gradient) = Run(name, torch.tensor(new[] { 1, 0, 0, float.NaN, float.PositiveInfinity, float.NegativeInfinity }, 2, 3), [1, Ignored]);
        (double alone, float[] alonesGradient) = Run(name, torch.tensor(new float[] { 1, 0, 0 }, 1, 3), [1]);
        Assert.Equal(alone, loss, 1e-6);
        Assert.Equal([.. alonesGradient, 0, 0, 0], gradient);
    }

    [TensorTheory]
    [MemberData(nameof(LossTable.All), MemberType = typeof(LossTable))]
    public void A_batch_of_one_class_is_finite(string name)
    {
        (double loss, float[] gradient) = Run(name, torch.ones(4, 3), [2, 2, 2, 2]);
        Assert.True(double.IsFinite(loss) && loss > 0);
        Assert.All(gradient, value => Assert.True(float.IsFinite(value)));
    }

    [TensorTheory]
    [MemberData(nameof(LossTable.All), MemberType = typeof(LossTable))]
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
    [MemberData(nameof(LossTable.All), MemberType = typeof(LossTable))]
    public void Rows_of_no_weight_cost_nothing(string name)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using ImbalancedLoss loss = LossTable.Of(name);
        torch.Tensor value = loss.forward(torch.ones(2, 3), LossTable.TargetOf(loss, [0, 1]), torch.zeros(2));
        Assert.Equal(0, value.item<float>());
        torch.Tensor ofNaN = loss.forward(torch.ones(2, 3), LossTable.TargetOf(loss, [0, Ignored]), torch.tensor(new float[] { 1, float.NaN }));
        Assert.True(float.IsFinite(ofNaN.item<float>()));
    }

    [TensorTheory]
    [MemberData(nameof(LossTable.All), MemberType = typeof(LossTable))]
    public void A_loss_leaves_no_tensor_behind(string name) => LivingTensors.AssertNoneLeft(() =>
    {
        using ImbalancedLoss loss = LossTable.Of(name);
        using torch.Tensor logits = torch.ones(2, 3);
        using torch.Tensor target = LossTable.TargetOf(loss, [0, 1]);
        using torch.Tensor value = loss.call(logits, target);
        using torch.Tensor rows = loss.RowLosses(logits, target);
        Assert.Equal([2L], rows.shape);
    });

    [TensorTheory]
    [MemberData(nameof(LossTable.All), MemberType = typeof(LossTable))]
    public void A_loss_that_was_made_in_a_scope_and_moved_in_another_outlives_both(string name)
    {
        ImbalancedLoss loss;
        using (torch.NewDisposeScope())
        {
            loss = LossTable.Of(name);
        }

        using (torch.NewDisposeScope())
        {
            loss.to(torch.ScalarType.Float64);
        }

        using DisposeScope scope = torch.NewDisposeScope();
        Assert.True(double.IsFinite(loss.call(torch.ones(2, 3, torch.ScalarType.Float64), LossTable.TargetOf(loss, [0, 1])).item<double>()));
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

    [TensorTheory]
    [MemberData(nameof(LossTable.All), MemberType = typeof(LossTable))]
    public void Buffers_move_with_the_model_and_come_back_from_its_state(string name)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using ImbalancedLoss loss = LossTable.Of(name);
        double expected = loss.call(torch.ones(2, 3), LossTable.TargetOf(loss, [0, 2])).item<float>();
        Dictionary<string, torch.Tensor> saved = loss.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.clone());
        foreach (torch.Tensor buffer in loss.state_dict().Values)
        {
            buffer.fill_(0.25f);
        }

        using var model = new Holder(loss);
        model.to(torch.ScalarType.Float64);
        Assert.All(loss.state_dict().Values, buffer => Assert.Equal(torch.ScalarType.Float64, buffer.dtype));
        Assert.Equal(saved.Keys.Select(key => $"loss.{key}"), model.state_dict().Keys);
        model.to(torch.ScalarType.Float32);
        loss.load_state_dict(saved);
        Assert.Equal(expected, loss.call(torch.ones(2, 3), LossTable.TargetOf(loss, [0, 2])).item<float>(), 1e-6);
    }

    /// <summary>A model that has a loss as its part.</summary>
    private sealed class Holder : torch.nn.Module
    {
        public Holder(ImbalancedLoss loss)
            : base("holder")
        {
            register_module("loss", loss);
        }
    }

    [TensorFact]
    public void What_does_not_belong_together_is_refused()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var loss = new WeightedCrossEntropyLoss(Weights, LossReduction.SumOverBatchSize);
        Assert.Contains("[4, 3]", Assert.Throws<ArgumentException>(() => loss.call(torch.ones(4, 3), torch.zeros(3, torch.ScalarType.Int64))).Message, StringComparison.Ordinal);
        Assert.Contains("for 3 classes", Assert.Throws<ArgumentException>(() => loss.call(torch.ones(4, 5), torch.zeros(4, torch.ScalarType.Int64))).Message, StringComparison.Ordinal);
        Assert.Contains("[4, 1]", Assert.Throws<ArgumentException>(() => loss.forward(torch.ones(4, 3), torch.zeros(4, torch.ScalarType.Int64), torch.ones(4, 1))).Message, StringComparison.Ordinal);
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

    [TensorTheory]
    [InlineData(3)]
    [InlineData(-100)]
    [InlineData(1L << 32)]
    public void A_target_that_is_no_class_is_refused_with_its_row(long label)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var loss = new FocalLoss();
        UnknownLabelException refused = Assert.Throws<UnknownLabelException>(() => loss.call(torch.ones(3, 3), torch.tensor(new[] { 0, Ignored, label })));
        Assert.Equal((2, label.ToString(System.Globalization.CultureInfo.InvariantCulture)), (refused.Row, refused.Label));
        using var ignoring = new FocalLoss(ignoreIndex: label);
        Assert.True(float.IsFinite(ignoring.call(torch.ones(2, 3), torch.tensor(new[] { 0, label })).item<float>()));
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
            using ImbalancedLoss loss = LossTable.Of(name);
            torch.Tensor input = logits.to(torch.ScalarType.Float32).clone().requires_grad_(true);
            torch.Tensor value = loss.call(input, LossTable.TargetOf(loss, target));
            value.backward();
            return (value.item<float>(), LivingTensors.Elements<float>(input.grad!));
        }
    }
}
