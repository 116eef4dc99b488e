using BalanceGen;
using BalanceGen.Evaluation;
using BalanceGen.ML;
using Microsoft.ML;

namespace MlNet;

/// <summary>Each trainer with each way to treat the imbalance, by stratified cross-validation: only the training subset of a fold is balanced.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <param name="data">The rows.</param>
/// <param name="features">Adds the column Features.</param>
/// <param name="folds">The number of folds.</param>
public sealed class TrainerComparison<T>(IndexedDataset<T> data, Action<RowColumns<T>> features, int folds)
{
    private const long Seed = 42;

    private readonly MLContext _context = new(seed: 1);

    /// <summary>The treatments: as it is, class weights, oversampling, one epoch of balanced draws.</summary>
    public static IReadOnlyList<string> Treatments { get; } = ["plain", "weights", "oversampled", "balanced"];

    /// <summary>The measures of one trainer with one treatment, over the test rows of all folds.</summary>
    /// <param name="trainer">One of <see cref="Trainers.Names"/>.</param>
    /// <param name="treatment">One of <see cref="Treatments"/>.</param>
    public EvaluationReport Run(string trainer, string treatment)
    {
        var all = new ConfusionMatrix(data.Classes);
        IEstimator<ITransformer> pipeline = Trainers.Create(_context, trainer, treatment == "weights" ? "Weight" : null);
        foreach ((IndexedDataset<T> train, IndexedDataset<T> test) in data.KFold(folds, Seed))
        {
            ITransformer model = pipeline.Fit(Treat(train, treatment));
            all.Merge(_context.MulticlassClassification.CountConfusions(model.Transform(test.ToDataView(Columns)), classes: data.Classes));
        }

        return all.ToReport();
    }

    private IDataView Treat(IndexedDataset<T> train, string treatment) => treatment switch
    {
        "weights" => train.ToDataView(columns => features(columns.Label().Weight(ClassWeights.Balanced(train.Counts)))),
        "oversampled" => train.ToDataView(Columns, train.RandomOverSampler(Seed), epoch: 0),
        "balanced" => train.ToDataView(Columns, train.BalancedSampler(Seed), epoch: 0),
        _ => train.ToDataView(Columns),
    };

    private void Columns(RowColumns<T> columns) => features(columns.Label());
}
