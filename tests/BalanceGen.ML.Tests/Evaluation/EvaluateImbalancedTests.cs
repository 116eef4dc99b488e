using Microsoft.ML;
using Microsoft.ML.Data;

namespace BalanceGen.ML.Tests.Evaluation;

public sealed class EvaluateImbalancedTests
{
    private static readonly MLContext context = new(seed: 1);

    [Fact]
    public void Measures_that_ML_NET_has_too_are_equal()
    {
        IndexedDataset<Sample> data = Sample.Classes.Index([.. Sample.Make(600).Select(row => row with { X = row.X * (row.Number % 5) / 4 })]);
        DatasetSplit<Sample> subsets = data.Split(0.5, seed: 1);
        ITransformer model = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy().Fit(subsets.Train.ToDataView(Columns));
        IDataView scored = model.Transform(subsets.Test.ToDataView(Columns));

        EvaluationReport report = context.MulticlassClassification.EvaluateImbalanced(scored);
        MulticlassClassificationMetrics metrics = context.MulticlassClassification.Evaluate(scored);

        Assert.InRange(report.Accuracy, 0.3, 0.99);
        Assert.Equal(metrics.MicroAccuracy, report.Accuracy, 1e-12);
        Assert.Equal(metrics.MacroAccuracy, report.BalancedAccuracy, 1e-12);
        for (int classIndex = 0; classIndex < 3; classIndex++)
        {
            Assert.Equal(metrics.ConfusionMatrix.PerClassRecall[classIndex], report.Scores[classIndex].Recall!.Value, 1e-12);
            Assert.Equal(metrics.ConfusionMatrix.PerClassPrecision[classIndex], report.Scores[classIndex].Precision ?? 0, 1e-12);
        }
    }

    [Fact]
    public void Keys_of_another_order_and_texts_are_compared_by_name()
    {
        Pair[] pairs = [new("b", "a"), new("a", "a"), new("b", "b"), new("c", "b"), new("", "a")];
        IDataView view = context.Data.LoadFromEnumerable(pairs);
        IDataView keyed = context.Transforms.Conversion.MapValueToKey("TruthKey", "Truth").Append(context.Transforms.Conversion.MapValueToKey("GuessKey", "Guess")).Fit(view).Transform(view);

        foreach ((string truth, string guess) in ((string, string)[])[("Truth", "Guess"), ("TruthKey", "Guess"), ("Truth", "Guess")])
        {
            ConfusionMatrix matrix = context.MulticlassClassification.CountConfusions(keyed, truth, guess, new ClassSet("a", "b", "c"));
            Assert.Equal((1L, 1L, 1L, 1L), (matrix[1, 0], matrix[0, 0], matrix[1, 1], matrix[2, 1]));
            Assert.Equal((4, 1), (matrix.Rows, matrix.IgnoredRows));
        }

        // The key of the prediction has only the values that were predicted.
        ConfusionMatrix byKeys = context.MulticlassClassification.CountConfusions(keyed, "TruthKey", "GuessKey");
        Assert.Equal(["b", "a", "c"], byKeys.Classes.Names.ToArray());
        Assert.Equal((1L, 1L), (byKeys[0, 1], byKeys[2, 0]));
        Assert.Equal(["a", "b", "c"], context.MulticlassClassification.CountConfusions(keyed, "Truth", "Guess").Classes.Names.ToArray());
    }

    [Fact]
    public void Predictions_that_are_no_class_or_missing_are_refused_with_their_row()
    {
        IDataView unknown = context.Data.LoadFromEnumerable((Pair[])[new("a", "a"), new("b", "z")]);
        UnknownLabelException error = Assert.Throws<UnknownLabelException>(() => context.MulticlassClassification.EvaluateImbalanced(unknown, "Truth", "Guess", new ClassSet("a", "b")));
        Assert.Contains("'z'", error.Message, StringComparison.Ordinal);

        IDataView missing = context.Data.LoadFromEnumerable((Pair[])[new("a", "")]);
        Assert.Throws<UnknownLabelException>(() => context.MulticlassClassification.EvaluateImbalanced(missing, "Truth", "Guess"));
    }

    [Fact]
    public void Two_classes_are_false_and_true()
    {
        IndexedDataset<Sample> data = Sample.Classes.Index(Sample.Make(240));
        IDataView view = data.ToDataView(columns => columns.BinaryLabel("Rare").Vector("Features", 1, (in row, values) => values[0] = row.X));
        IDataView scored = context.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(view).Transform(view);

        EvaluationReport report = context.BinaryClassification.EvaluateImbalanced(scored);
        BinaryClassificationMetrics metrics = context.BinaryClassification.Evaluate(scored);
        Assert.Equal(["False", "True"], report.Classes.Names.ToArray());
        Assert.Equal(metrics.PositiveRecall, report.Scores[1].Recall!.Value, 1e-12);
        Assert.Equal(metrics.F1Score, report.Scores[1].F1!.Value, 1e-12);
    }

    [Fact]
    public void Matrices_of_folds_can_be_merged()
    {
        IDataView view = Sample.Classes.Index(Sample.Make(240)).ToDataView(Columns);
        IReadOnlyList<FoldEvaluation> folds = context.MulticlassClassification.StratifiedCrossValidate(view, context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(), 4, seed: 1);

        var all = new ConfusionMatrix(folds[0].Matrix.Classes);
        foreach (FoldEvaluation fold in folds)
        {
            all.Merge(fold.Matrix);
        }

        Assert.Equal([0, 1, 2, 3], folds.Select(fold => fold.Fold));
        Assert.Equal([160, 60, 20], all.ToReport().Scores.ToArray().Select(score => score.Support));
    }

    private static void Columns(RowColumns<Sample> columns) => columns.Label().Vector("Features", 2, (in row, values) => (values[0], values[1]) = (row.X, row.Y));

    private sealed class Pair(string truth, string guess)
    {
        public Pair()
            : this("", "")
        {
        }

        public string Truth { get; set; } = truth;

        public string Guess { get; set; } = guess;
    }
}
