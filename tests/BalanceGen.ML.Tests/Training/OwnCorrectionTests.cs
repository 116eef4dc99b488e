using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace BalanceGen.ML.Tests.Training;

/// <summary>
/// What the options of ML.NET's trainers for imbalanced classes do to rows that are balanced or weighted already: what BALG0203 reports, and why it is silent about UnbalancedSets on balanced rows.
/// </summary>
public sealed class OwnCorrectionTests
{
    private const string Weight = "Weight";

    private readonly MLContext _context = new(seed: 1);

    [Theory]
    [InlineData("LightGBM")]
    [InlineData("FastTree")]
    public void UnbalancedSets_changes_nothing_on_balanced_rows(string trainer)
    {
        IDataView balanced = _context.Data.Oversample(Rows(), "Label", seed: 1);
        bool[] plain = Predicted(Trainer(trainer, unbalancedSets: false), balanced);

        Assert.Equal(plain, Predicted(Trainer(trainer, unbalancedSets: true), balanced));
        Assert.NotEqual(plain, Predicted(Trainer(trainer, unbalancedSets: false), Rows()));
    }

    [Theory]
    [InlineData("LightGBM")]
    [InlineData("FastTree")]
    public void UnbalancedSets_corrects_weighted_rows_a_second_time(string trainer)
    {
        IDataView weighted = _context.Data.AddClassWeights(Rows(), "Label", counts => ClassWeights.Balanced(counts));
        double once = Share(Predicted(Trainer(trainer, unbalancedSets: false, Weight), weighted));
        double twice = Share(Predicted(Trainer(trainer, unbalancedSets: true, Weight), weighted));

        Assert.InRange(once, 0.2, 0.4);
        Assert.InRange(twice, 0.55, 1);
    }

    [Theory]
    [InlineData("LightGBM")]
    [InlineData("SDCA")]
    public void A_weight_of_positive_rows_corrects_balanced_rows_a_second_time(string trainer)
    {
        IDataView balanced = _context.Data.Oversample(Rows(), "Label", seed: 1);
        double once = Share(Predicted(Weighing(trainer, 1), balanced));
        double twice = Share(Predicted(Weighing(trainer, 10), balanced));

        Assert.InRange(once, 0.2, 0.4);
        Assert.InRange(twice, 0.55, 1);
    }

    private IEstimator<ITransformer> Trainer(string name, bool unbalancedSets, string? weight = null) => name == "LightGBM"
        ? _context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            UnbalancedSets = unbalancedSets,
            ExampleWeightColumnName = weight,
            NumberOfIterations = 20,
            NumberOfThreads = 1,
            Deterministic = true,
        })
        : _context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            UnbalancedSets = unbalancedSets,
            ExampleWeightColumnName = weight,
            NumberOfTrees = 20,
            NumberOfThreads = 1,
        });

    private IEstimator<ITransformer> Weighing(string name, float positive) => name == "LightGBM"
        ? _context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { WeightOfPositiveExamples = positive, NumberOfIterations = 20, NumberOfThreads = 1, Deterministic = true })
        : _context.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { PositiveInstanceWeight = positive, NumberOfThreads = 1 });

    /// <summary>What a trainer predicts for the rows as they are.</summary>
    private bool[] Predicted(IEstimator<ITransformer> trainer, IDataView fitted) => [.. trainer.Fit(fitted).Transform(Rows()).GetColumn<bool>("PredictedLabel")];

    private static double Share(bool[] predicted) => (double)predicted.Count(label => label) / predicted.Length;

    /// <summary>4,400 rows, one in eleven positive, which overlap.</summary>
    private IDataView Rows()
    {
        var random = new Random(3);
        return _context.Data.LoadFromEnumerable(Enumerable.Range(0, 4400)
            .Select(row => new Judgement { Label = row % 11 == 0, Features = [(float)(random.NextDouble() + random.NextDouble() + (row % 11 == 0 ? 0.5 : 0)), (float)random.NextDouble()] })
            .ToArray());
    }

    private sealed class Judgement
    {
        public bool Label { get; set; }

        [VectorType(2)]
        public float[] Features { get; set; } = [];
    }
}
