using BalanceGen.ML.Tests.Contract;
using Microsoft.ML;

namespace BalanceGen.ML.Tests.Views;

/// <summary>Splits and resampled views of any data view have the rows that the core's splits and samplers have, in the order of the source.</summary>
public sealed class SplitAndResampleTests
{
    private static readonly MLContext context = new(seed: 1);
    private static readonly Plain[] rows = Plain.Make(360);
    private static readonly IDataView plain = context.Data.LoadFromEnumerable(rows);

    public static TheoryData<string> Labels() => ["Text", "Flag", "Single", "Whole", "Key"];

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_split_has_the_rows_of_the_stratified_split(string label)
    {
        IDataView view = Keyed();
        RowSplit expected = StratifiedSplit.Of(context.Data.IndexClasses(view, label), 0.25, seed: 9);

        ViewSplit split = context.Data.StratifiedTrainTestSplit(view, label, 0.25, seed: 9);

        Assert.Equal(expected.Train, Numbers(split.TrainSet));
        Assert.Equal(expected.Test, Numbers(split.TestSet));
        Assert.Equal(expected.Test.RowCount, split.TestSet.GetRowCount());
        Assert.Equal(expected.Test.Counts.Values.ToArray(), context.Data.CountClasses(split.TestSet, label).Values.ToArray());
    }

    [Fact]
    public void Folds_test_each_row_once()
    {
        IReadOnlyList<ViewSplit> folds = context.Data.StratifiedCrossValidationSplit(plain, "Text", 5, seed: 2);

        Assert.Equal(5, folds.Count);
        Assert.Equal(Enumerable.Range(0, 360), folds.SelectMany(fold => Numbers(fold.TestSet)).Order());
        Assert.All(folds, fold => Assert.Equal([48, 6, 18], context.Data.CountClasses(fold.TestSet, "Text").Values.ToArray()));
    }

    [Fact]
    public void Rare_classes_follow_the_policy()
    {
        IDataView view = context.Data.LoadFromEnumerable(Plain.Make(12));
        RareClassException error = Assert.Throws<RareClassException>(() => context.Data.StratifiedTrainTestSplit(view, "Text", 0.5, seed: 1));
        Assert.Contains("Rare", error.Message, StringComparison.Ordinal);

        ViewSplit split = context.Data.StratifiedTrainTestSplit(view, "Text", 0.5, seed: 1, RareClassPolicy.KeepInTrain);
        Assert.Contains(11, Numbers(split.TrainSet));
        Assert.Throws<ArgumentOutOfRangeException>(() => context.Data.StratifiedTrainTestSplit(view, "Text", 1.5, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => context.Data.StratifiedCrossValidationSplit(view, "Text", 1, seed: 1));
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void Resampled_rows_are_those_of_the_samplers(string label)
    {
        IDataView view = Keyed();
        RowIndex index = context.Data.IndexClasses(view, label);

        AssertRows(new RandomOverSampler(index, seed: 4), 0, context.Data.Oversample(view, label, seed: 4));
        AssertRows(new RandomOverSampler(index, seed: 4), 2, context.Data.Oversample(view, label, seed: 4, epoch: 2));
        AssertRows(new RandomUnderSampler(index, seed: 4), 0, context.Data.Undersample(view, label, seed: 4));
        AssertRows(new BalancedSampler(index, seed: 4), 1, context.Data.SampleEpoch(view, label, rows => new BalancedSampler(rows, seed: 4), epoch: 1));
        AssertRows(new RandomOverSampler(index, seed: 4, SamplingStrategy.Minority), 0, context.Data.Oversample(view, label, seed: 4, SamplingStrategy.Minority));
    }

    [Fact]
    public void Rows_that_are_shown_very_often_are_counted_with_more_bytes()
    {
        foreach (int copies in (int[])[250, 300, 70_000])
        {
            IDataView view = context.Data.LoadFromEnumerable(Plain.Make(12));
            IDataView many = context.Data.Oversample(view, "Text", seed: 1, SamplingStrategy.Counts(("Common", 8), ("Scarce", 3), ("Rare", copies)));

            Assert.Equal(11 + copies, many.GetRowCount());
            Assert.Equal(copies, Numbers(many).Count(number => number == 11));
        }
    }

    [Fact]
    public void Source_rows_lead_back_through_resampling_of_resampled_rows()
    {
        IDataView twice = context.Data.Undersample(context.Data.Oversample(plain, "Text", seed: 1), "Text", seed: 2);

        Assert.Equal(Numbers(twice).Select(number => (long)number), RowReader.Column<long>(twice, SourceRows.ColumnName));
    }

    [Fact]
    public void A_sampler_of_other_rows_and_a_source_that_grows_are_refused()
    {
        Assert.Throws<ArgumentException>(() => context.Data.SampleEpoch(plain, "Text", _ => new RandomSampler(7, seed: 1), epoch: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => context.Data.Oversample(plain, "Text", seed: 1, epoch: -1));

        List<Plain> growing = [.. rows];
        IDataView subset = context.Data.StratifiedTrainTestSplit(context.Data.LoadFromEnumerable(growing), "Text", 0.5, seed: 1).TrainSet;
        growing.Add(new Plain { Text = "Common" });
        Assert.Throws<InvalidOperationException>(() => Numbers(subset));
    }

    private static IDataView Keyed() => context.Transforms.Conversion.MapValueToKey("Key", "Text").Fit(plain).Transform(plain);

    private static void AssertRows(Sampler sampler, long epoch, IDataView view)
    {
        List<int> drawn = [];
        foreach (int row in sampler.Epoch(epoch))
        {
            drawn.Add(row);
        }

        drawn.Sort();
        Assert.Equal(drawn, Numbers(view));
        Assert.Equal(drawn.Count, view.GetRowCount());
    }

    private static List<int> Numbers(IDataView view) => RowReader.Column<int>(view, "Number");
}
