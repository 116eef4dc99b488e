using BalanceGen.Classes;
using BalanceGen.Evaluation;
using BalanceGen.Weights;
using TorchSharp;

namespace BalanceGen.TorchSharp.Tests;

/// <summary>Weights, priors, corrections and measures as tensors.</summary>
public sealed class WeightTensorTests
{
    private static readonly ClassCounts Counts = new(ClassSet.Numbered(3), 70, 20, 7);

    [TensorFact]
    public void Weights_and_priors_keep_their_values_and_survive_a_scope() => LivingTensors.AssertNoneLeft(() =>
    {
        ClassWeights weights = ClassWeights.Balanced(Counts);
        LogitPriors priors = LogitPriors.Of(Counts);
        torch.Tensor weightTensor, priorTensor, rowTensor;
        using (torch.NewDisposeScope())
        {
            weightTensor = weights.ToTensor();
            priorTensor = priors.ToTensor(dtype: torch.ScalarType.Float64);
            rowTensor = new SampleWeights([1, 2, 3.5]).ToTensor();
        }

        Assert.Equal(weights.Values.ToArray().Select(weight => (float)weight), weightTensor.data<float>().ToArray());
        Assert.Equal(priors.Values.ToArray(), priorTensor.data<double>().ToArray());
        Assert.Equal([1f, 2f, 3.5f], rowTensor.data<float>().ToArray());
        weightTensor.Dispose();
        priorTensor.Dispose();
        rowTensor.Dispose();
    });

    [Fact]
    public void Positive_weights_are_negative_rows_per_positive_row()
    {
        MultiLabelCounts counts = MultiLabelIndex.Build<Point, KindsIndexer>(Points.Rows, default).Counts;
        Assert.Equal([48 / 49.0, 64 / 33.0, 77 / 20.0], counts.PositiveWeights().Values.ToArray());
    }

    [Fact]
    public void A_class_without_rows_has_no_positive_weight_unless_a_policy_gives_one()
    {
        Point[] odd = [.. Points.Rows.Where(point => point.Number % 2 == 1)];
        MultiLabelCounts counts = MultiLabelIndex.Build<Point, KindsIndexer>(odd, default).Counts;
        EmptyClassException error = Assert.Throws<EmptyClassException>(() => counts.PositiveWeights());
        Assert.Equal([0], error.ClassIndices);
        Assert.Equal(0, counts.PositiveWeights(ZeroCountPolicy.ZeroWeight)[0]);
        Assert.Equal(49, counts.PositiveWeights(ZeroCountPolicy.Smooth(1))[0]);
        Assert.Throws<EmptyDatasetException>(() => MultiLabelIndex.Build<Point, KindsIndexer>([], default).Counts.PositiveWeights());
    }

    [TensorFact]
    public void The_correction_as_a_layer_is_the_correction() => LivingTensors.AssertNoneLeft(() =>
    {
        PosteriorCorrection correction = PosteriorCorrection.Of(Counts, TargetDistribution.Uniform, TargetDistribution.AsSource);
        using var layer = new PosteriorCorrectionLayer(correction);
        float[] logits = [0.5f, -1, 2, 3, 0, 0];
        using torch.Tensor input = torch.tensor(logits, 2, 3);
        using torch.Tensor corrected = layer.call(input);
        float[] expected = [.. logits];
        correction.AddTo<float>(expected);
        Assert.Equal(expected, corrected.data<float>().ToArray(), (one, other) => Math.Abs(one - other) < 1e-5);
        Assert.Contains("logit_offsets", layer.state_dict().Keys);

        // One logit a row would be repeated for every class.
        using torch.Tensor narrow = torch.ones(2, 1);
        Assert.Contains("[2, 1]", Assert.Throws<ArgumentException>(() => layer.call(narrow)).Message, StringComparison.Ordinal);
    });

    [TensorFact]
    public void Measures_take_tensors() => LivingTensors.AssertNoneLeft(() =>
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor logits = torch.tensor(new float[] { 2, 1, 0, 0, 3, 1, 0, 1, 2, 5, 1, 1 }, 4, 3, requires_grad: true);
        torch.Tensor target = torch.tensor(new long[] { 0, 1, 1, ClassIndex.Ignored });
        var matrix = new ConfusionMatrix(Counts.Classes);
        matrix.AddScores(logits, target);
        Assert.Equal(3, matrix.Rows);
        Assert.Equal(1, matrix.IgnoredRows);
        Assert.Equal(1, matrix[1, 2]);

        var calibration = new CalibrationTable(Counts.Classes);
        calibration.Add(torch.nn.functional.softmax(logits, 1), target);
        Assert.Equal(3, calibration.Rows);

        var top = new TopKAccuracy(Counts.Classes, 2);
        top.Add(logits, target);
        Assert.Equal(1, top.Accuracy);

        // A transposed view is not contiguous.
        var transposed = new ConfusionMatrix(Counts.Classes);
        transposed.AddScores(logits.t().contiguous().t(), target);
        Assert.Equal(1, transposed[1, 2]);
        Assert.Throws<ArgumentException>(() => matrix.AddScores(logits, target.unsqueeze(1)));
        Assert.Throws<ArgumentException>(() => matrix.AddScores(logits[.., ..2], target));
        Assert.Throws<ArgumentException>(() => matrix.AddScores(logits, target.to(torch.ScalarType.Float32)));
    });

    /// <summary>2³² is 0 as a 32-bit number, and 1 + 10⁻¹² is 1 in single precision.</summary>
    [TensorFact]
    public void Measures_take_numbers_as_they_are()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var matrix = new ConfusionMatrix(Counts.Classes);
        torch.Tensor scores = torch.tensor(new[] { 1, 1 + 1e-12, 0 }, 1, 3);
        UnknownLabelException refused = Assert.Throws<UnknownLabelException>(() => matrix.AddScores(scores, torch.tensor(new[] { 1L << 32 })));
        Assert.Equal((0, "4294967296"), (refused.Row, refused.Label));

        matrix.AddScores(scores, torch.tensor(new[] { 1L }));
        Assert.Equal(1, matrix[1, 1]);
        var top = new TopKAccuracy(Counts.Classes, 1);
        top.Add(scores, torch.tensor(new[] { 1L }));
        Assert.Equal(1, top.Accuracy);
    }
}
