using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace BalanceGen.ML.Tests.Training;

/// <summary>Trainers of ML.NET train on the views, say nothing against them, and learn.</summary>
public sealed class TrainerTests
{
    private static readonly IndexedDataset<Sample> data = Sample.Classes.Index(Sample.Make(600));

    public static TheoryData<string> Trainers() => ["SDCA", "LightGBM", "FastTree", "L-BFGS", "AveragedPerceptron"];

    public static TheoryData<string> Multiclass() => ["SDCA", "LightGBM", "L-BFGS"];

    [Theory]
    [MemberData(nameof(Trainers))]
    public void A_trainer_warns_of_nothing_and_learns(string trainer)
    {
        var log = new WarningLog();
        DatasetSplit<Sample> subsets = data.Split(0.25, seed: 1);
        (IDataView train, IDataView test) = (subsets.Train.ToDataView(Columns), subsets.Test.ToDataView(Columns));

        ITransformer model = Trainer(log.Context, trainer).Fit(train);

        EvaluationReport report = Multiclass().Contains(trainer)
            ? log.Context.MulticlassClassification.EvaluateImbalanced(model.Transform(test))
            : log.Context.BinaryClassification.EvaluateImbalanced(model.Transform(test), "IsRare");
        Assert.Empty(log.Warnings);
        Assert.True(report.BalancedAccuracy > 0.9, $"{trainer}: {report}");
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void A_trainer_warns_of_nothing_on_an_epoch_of_balanced_draws(string trainer)
    {
        var log = new WarningLog();
        Trainer(log.Context, trainer).Fit(data.ToDataView(Columns, data.BalancedSampler(seed: 1), epoch: 0));

        Assert.Empty(log.Warnings);
    }

    /// <summary>The log sees warnings where there is something to warn of.</summary>
    [Fact]
    public void The_own_loader_of_ML_NET_makes_the_perceptron_warn()
    {
        var log = new WarningLog();
        log.Context.BinaryClassification.Trainers.AveragedPerceptron("Flag").Fit(log.Context.Data.LoadFromEnumerable(Plain.Make(200)));

        Assert.Contains(log.Warnings, warning => warning.Contains("shuffl", StringComparison.Ordinal));
    }

    [Fact]
    public void Predictions_have_the_names_of_the_classes_without_a_fitted_mapping()
    {
        var context = new MLContext(seed: 1);
        IDataView view = data.ToDataView(Columns);
        ITransformer model = Trainer(context, "LightGBM").Append(context.Transforms.Conversion.MapKeyToValue("Name", "PredictedLabel")).Fit(view);

        string[] names = [.. Contract.RowReader.Column<ReadOnlyMemory<char>>(model.Transform(view), "Name").Select(name => name.ToString()).Distinct().Order()];
        Assert.Equal(["Common", "Rare", "Scarce"], names);
    }

    [Fact]
    public void Rows_with_a_missing_key_are_left_out_by_trainers()
    {
        Judged[] rows = [.. Enumerable.Range(0, 90).Select(number => new Judged(number, (number % 3) switch { 0 => "good", 1 => "bad", _ => "unsure" }))];
        IDataView view = rows.ToDataView(default(Judged.Classes.Indexer), columns => columns.Label().Vector("Features", 1, (in row, values) => values[0] = row.Number % 3));
        var context = new MLContext(seed: 1);
        ITransformer model = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy().Fit(view);

        EvaluationReport report = context.MulticlassClassification.EvaluateImbalanced(model.Transform(view));
        Assert.Equal((60, 30, 1.0), (report.Rows, report.IgnoredRows, report.Accuracy));
    }

    private static void Columns(RowColumns<Sample> columns) => columns
        .Label()
        .BinaryLabel("Rare", "IsRare")
        .Weight(ClassWeights.Balanced(data.Counts))
        .Vector("Features", 2, (in row, values) => (values[0], values[1]) = (row.X, row.Y));

    private static IEstimator<ITransformer> Trainer(MLContext context, string name) => name switch
    {
        "SDCA" => context.MulticlassClassification.Trainers.SdcaMaximumEntropy(exampleWeightColumnName: "Weight"),
        "LightGBM" => context.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options
        {
            ExampleWeightColumnName = "Weight",
            NumberOfIterations = 20,
            MinimumExampleCountPerLeaf = 5,
            NumberOfThreads = 1,
        }),
        "L-BFGS" => context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(exampleWeightColumnName: "Weight"),
        "FastTree" => context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            LabelColumnName = "IsRare",
            ExampleWeightColumnName = "Weight",
            NumberOfTrees = 20,
            MinimumExampleCountPerLeaf = 5,
        }),
        _ => context.BinaryClassification.Trainers.AveragedPerceptron("IsRare", numberOfIterations: 10),
    };
}
