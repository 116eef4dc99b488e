using BalanceGen.Weights;
using TorchSharp;

namespace BalanceGen.TorchSharp.Tests.Losses;

/// <summary>Losses and gradients for every type of logits, for batches that half precision cannot add up, and for 2 and 40,000 classes.</summary>
public sealed class LossTypeTests
{
    /// <summary>Every loss with every type of logits, and how far its gradient may be off, relative to the largest.</summary>
    public static TheoryData<string, torch.ScalarType, double> Types()
    {
        var cases = new TheoryData<string, torch.ScalarType, double>();
        foreach (string name in LossTable.Names)
        {
            cases.Add(name, torch.ScalarType.Float16, 2e-3);
            cases.Add(name, torch.ScalarType.BFloat16, 1e-2);
            cases.Add(name, torch.ScalarType.Float32, 1e-5);
            cases.Add(name, torch.ScalarType.Float64, 1e-12);
        }

        return cases;
    }

    [TensorTheory]
    [MemberData(nameof(Types))]
    public void Loss_and_gradient_are_those_of_double_precision(string name, torch.ScalarType type, double tolerance)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor logits = LossCase.LogitTensor(torch.ScalarType.Float64).to(type);
        (double expected, double[] expectedGradient) = Run(name, logits.to(torch.ScalarType.Float64), LossCase.Truth);
        (double loss, double[] gradient) = Run(name, logits, LossCase.Truth);

        Assert.Equal(expected, loss, 1e-5 * expected);
        double largest = expectedGradient.Max(Math.Abs);
        Assert.Equal(expectedGradient, gradient, (one, other) => Math.Abs(one - other) <= tolerance * largest);
    }

    [TensorTheory]
    [MemberData(nameof(LossTable.All), MemberType = typeof(LossTable))]
    public void A_batch_of_more_rows_than_float16_can_count_has_the_loss_of_its_rows(string name)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        int[] truth = [.. Enumerable.Range(0, 70_001).Select(row => row % 3)];
        torch.Tensor logits = torch.tensor(new[] { 4f, -3, 1 }).repeat(truth.Length, 1);
        (double expected, _) = Run(name, logits.to(torch.ScalarType.Float64), truth);
        foreach (torch.ScalarType type in new[] { torch.ScalarType.Float16, torch.ScalarType.BFloat16 })
        {
            (double loss, double[] gradient) = Run(name, logits.to(type), truth);
            Assert.Equal(expected, loss, 1e-4 * expected);
            Assert.All(gradient, value => Assert.True(double.IsFinite(value)));
        }
    }

    [TensorTheory]
    [InlineData(2)]
    [InlineData(40_000)]
    public void Losses_take_any_number_of_classes(int classes)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        long[] numbers = [.. Enumerable.Range(0, classes).Select(index => (long)index + 1)];
        var counts = new ClassCounts(ClassSet.Numbered(classes), numbers);
        var random = new Random(3);
        double[][] rows = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, classes).Select(_ => (4 * random.NextDouble()) - 2).ToArray())];
        int[] truth = [0, classes - 1, classes / 2];
        torch.Tensor logits = torch.tensor(rows.SelectMany(row => row).ToArray(), rows.Length, classes).requires_grad_(true);
        (SingleLabelLoss Loss, Func<double[], int, double> Reference)[] losses =
        [
            (new WeightedCrossEntropyLoss(null, LossReduction.SumOverBatchSize), ReferenceLosses.CrossEntropy),
            (new FocalLoss(2), (row, label) => ReferenceLosses.Focal(row, label, 2)),
            (new LogitAdjustedLoss(LogitPriors.Of(counts)), (row, label) => ReferenceLosses.LogitAdjusted(row, label, numbers, 1)),
            (new LdamLoss(counts), (row, label) => ReferenceLosses.Ldam(row, label, numbers, 0.5, 30)),
        ];
        foreach ((SingleLabelLoss loss, Func<double[], int, double> reference) in losses)
        {
            using SingleLabelLoss owned = loss;
            torch.Tensor value = loss.call(logits, torch.tensor(truth.Select(label => (long)label).ToArray()));
            double expected = rows.Zip(truth, reference).Average();
            Assert.Equal(expected, value.item<double>(), 1e-6 * expected);
            value.backward();
            Assert.All(logits.grad!.data<double>().ToArray(), gradient => Assert.True(double.IsFinite(gradient)));
        }
    }

    private static (double Loss, double[] Gradient) Run(string name, torch.Tensor logits, int[] truth)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using ImbalancedLoss loss = LossTable.Of(name);
        torch.Tensor input = logits.clone().requires_grad_(true);
        torch.Tensor value = loss.call(input, LossTable.TargetOf(loss, [.. truth.Select(label => (long)label)]));
        value.backward();
        Assert.Equal(input.dtype, input.grad!.dtype);
        return (value.to(torch.ScalarType.Float64).item<double>(), input.grad!.to(torch.ScalarType.Float64).data<double>().ToArray());
    }
}
