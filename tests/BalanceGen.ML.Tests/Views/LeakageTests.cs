using BalanceGen.ML.Tests.Contract;
using Microsoft.ML;

namespace BalanceGen.ML.Tests.Views;

/// <summary>No row of a test part is ever seen by training, through whatever view, split, fold or resampling.</summary>
public sealed class LeakageTests
{
    private static readonly MLContext context = new(seed: 1);

    private static readonly Func<IDataView, long, IDataView>[] balancings =
    [
        (view, _) => view,
        (view, seed) => context.Data.Oversample(view, "Label", seed),
        (view, seed) => context.Data.Undersample(view, "Label", seed),
        (view, seed) => context.Data.SampleEpoch(view, "Label", index => new BalancedSampler(index, seed), epoch: seed % 5),
        (view, seed) => context.Data.SampleEpoch(view, "Label", index => new WeightedRandomSampler(index, seed), epoch: 1),
        (view, seed) => context.Data.AddClassWeights(context.Data.Oversample(view, "Label", seed), "Label", counts => ClassWeights.Balanced(counts)),
        (view, seed) => context.Data.Undersample(context.Data.Oversample(view, "Label", seed), "Label", seed + 1),
    ];

    [Fact]
    public void Sides_and_folds_of_any_view()
    {
        for (int trial = 0; trial < 24; trial++)
        {
            var random = new Random(trial);
            int count = random.Next(60, 300);
            IDataView own = Sample.Classes.Index(Sample.Make(count)).ToDataView(Columns);
            IDataView data = trial % 2 == 0 ? own : new ForwardView(own);
            ViewSplit split = context.Data.StratifiedTrainTestSplit(data, "Label", 0.1 + (0.8 * random.NextDouble()), trial);
            AssertApart(split, count, trial);
            foreach (ViewSplit fold in context.Data.StratifiedCrossValidationSplit(data, "Label", random.Next(2, 5), trial))
            {
                AssertApart(fold, count, trial);
            }
        }
    }

    [Fact]
    public void Sides_and_folds_of_a_data_set_with_every_sampler()
    {
        for (int trial = 0; trial < 24; trial++)
        {
            var random = new Random(trial);
            IndexedDataset<Sample> data = Sample.Classes.Index(Sample.Make(random.Next(60, 300)));
            foreach ((IndexedDataset<Sample> train, IndexedDataset<Sample> test) in data.KFold(random.Next(2, 5), trial).Append(data.Split(0.3, trial)))
            {
                HashSet<int> tested = [.. Numbers(test.ToDataView(Columns))];
                Sampler[] samplers =
                [
                    train.BalancedSampler(trial), train.WeightedRandomSampler(trial), train.RandomOverSampler(trial), train.RandomUnderSampler(trial), train.RandomSampler(trial),
                ];
                foreach (Sampler sampler in samplers)
                {
                    IDataView view = train.ToDataView(Columns, sampler, epoch: trial % 3);
                    Assert.DoesNotContain(Numbers(view), tested.Contains);
                    Assert.All(balancings, balance => Assert.DoesNotContain(Numbers(balance(view, trial)), tested.Contains));
                    Assert.Throws<ArgumentException>(() => test.ToDataView(Columns, sampler, epoch: 0));
                }
            }
        }
    }

    [Fact]
    public void Training_in_cross_validation()
    {
        IDataView data = new ForwardView(Sample.Classes.Index(Sample.Make(240)).ToDataView(Columns));
        foreach (Func<IDataView, long, IDataView> balance in balancings)
        {
            var recorder = new RecordingEstimator(context);
            IReadOnlyList<FoldEvaluation> folds = context.MulticlassClassification.StratifiedCrossValidate(data, recorder, 4, seed: 3, balance: train => balance(train, 5));

            Assert.Equal(4, folds.Count);
            Assert.Equal(240, folds.Sum(fold => fold.Report.Rows));
            Assert.Equal(4, recorder.Trained.Count);
            for (int fold = 0; fold < 4; fold++)
            {
                Assert.NotEmpty(recorder.Trained[fold]);
                Assert.Empty(recorder.Trained[fold].Intersect(recorder.Tested[fold]));
            }

            Assert.Equal(Enumerable.Range(0, 240), recorder.Tested.SelectMany(numbers => numbers).Order());
        }
    }

    /// <summary>A row whose copies would be in both subsets is found behind transforms, weights and further resampling.</summary>
    [Fact]
    public void A_view_with_copies_is_not_split()
    {
        IndexedDataset<Sample> rows = Sample.Classes.Index(Sample.Make(120));
        IDataView own = rows.ToDataView(Columns);
        IDataView scaled(IDataView view) => context.Transforms.NormalizeMinMax("X").Fit(view).Transform(view);
        IDataView[] copied =
        [
            context.Data.Oversample(own, "Label", seed: 1),
            context.Data.Oversample(new ForwardView(own), "Label", seed: 1),
            scaled(context.Data.Oversample(own, "Label", seed: 1)),
            scaled(context.Data.Oversample(new ForwardView(own), "Label", seed: 1)),
            context.Data.AddClassWeights(context.Data.Oversample(own, "Label", seed: 1), "Label", counts => ClassWeights.Balanced(counts)),
            rows.ToDataView(Columns, rows.BalancedSampler(seed: 1), epoch: 0),
            scaled(rows.ToDataView(Columns, rows.WeightedRandomSampler(seed: 1), epoch: 0)),
        ];
        foreach (IDataView view in copied)
        {
            Assert.Throws<ResampledViewException>(() => context.Data.StratifiedTrainTestSplit(view, "Label", 0.2, seed: 1));
            Assert.Throws<ResampledViewException>(() => context.Data.StratifiedCrossValidationSplit(view, "Label", 3, seed: 1));
            Assert.Throws<ResampledViewException>(() => context.MulticlassClassification.StratifiedCrossValidate(view, new RecordingEstimator(context), 3, seed: 1));
        }

        // Without copies nothing can leak.
        context.Data.StratifiedTrainTestSplit(context.Data.Undersample(own, "Label", seed: 1), "Label", 0.2, seed: 1);
        context.Data.StratifiedTrainTestSplit(rows.ToDataView(Columns, rows.RandomSampler(seed: 1), epoch: 0), "Label", 0.2, seed: 1);
    }

    /// <summary>The trap: a column named samplingKeyColumnName keeps all rows of one label in one subset.</summary>
    [Fact]
    public void The_label_as_sampling_key_loses_classes_and_an_empty_test_set_is_not_evaluated()
    {
        IDataView view = Sample.Classes.Index(Sample.Make(240)).ToDataView(Columns);
        DataOperationsCatalog.TrainTestData trap = context.Data.TrainTestSplit(view, 0.1, samplingKeyColumnName: "Label");
        Assert.Empty(RowReader.Column<uint>(trap.TestSet, "Label").Intersect(RowReader.Column<uint>(trap.TrainSet, "Label")));

        ViewSplit split = context.Data.StratifiedTrainTestSplit(view, "Label", 0.1, seed: 1);
        Assert.Equal([16, 6, 2], context.Data.CountClasses(split.TestSet).Values.ToArray());

        IDataView none = context.Data.FilterRowsByColumn(RecordingEstimator.Predicted(context, view), "X", 1000);
        EmptyDatasetException error = Assert.Throws<EmptyDatasetException>(() => context.MulticlassClassification.EvaluateImbalanced(none));
        Assert.Contains("StratifiedTrainTestSplit", error.Message, StringComparison.Ordinal);
    }

    private static void AssertApart(ViewSplit split, int count, int seed)
    {
        List<int> tested = Numbers(split.TestSet);
        Assert.Equal(Enumerable.Range(0, count), Numbers(split.TrainSet).Concat(tested).Order());
        HashSet<int> forbidden = [.. tested];
        Assert.All(balancings, balance => Assert.DoesNotContain(Numbers(balance(split.TrainSet, seed)), forbidden.Contains));
    }

    private static List<int> Numbers(IDataView view) => RowReader.Column<int>(view, "Number");

    private static void Columns(RowColumns<Sample> columns) => columns.Label().Int32("Number", (in row) => row.Number).Single("X", (in row) => row.X);
}
