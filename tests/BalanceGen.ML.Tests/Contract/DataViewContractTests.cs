using Microsoft.ML;

namespace BalanceGen.ML.Tests.Contract;

/// <summary>Every view that this package makes keeps the contract of ML.NET.</summary>
public sealed class DataViewContractTests
{
    private static readonly MLContext context = new(seed: 1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(1600)]
    public void Rows_of_a_data_set(int count)
    {
        IDataView view = Sample.Classes.Index(Sample.Make(count)).ToDataView(All(count));

        DataViewContract.Check(view, count);
        Assert.Equal(Enumerable.Range(0, count), RowReader.Column<int>(view, "Number"));
        Assert.True(view.CanShuffle);
    }

    [Fact]
    public void Rows_of_a_side_of_a_split()
    {
        IndexedDataset<Sample> test = Sample.Classes.Index(Sample.Make(2400)).Split(0.5, seed: 1).Test;
        IDataView view = test.ToDataView(All(2400));

        DataViewContract.Check(view, 1200);
        Assert.Equal(test.Rows.ToArray().Select(row => row.Number), RowReader.Column<int>(view, "Number"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Rows_of_an_epoch_are_those_of_the_sampler_in_the_order_of_its_draws(long epoch)
    {
        IndexedDataset<Sample> data = Sample.Classes.Index(Sample.Make(240));
        DataViewContract.Check(data.ToDataView(All(240), data.BalancedSampler(seed: 1, epochLength: 1100), epoch), 1100);
        Sampler[] samplers =
        [
            data.BalancedSampler(seed: 1, epochLength: 400),
            data.WeightedRandomSampler(seed: 1),
            data.WeightedRandomSampler(seed: 1, epochLength: 200, replacement: false),
            data.RandomOverSampler(seed: 1),
            data.RandomUnderSampler(seed: 1),
            data.StratifiedRandomSampler(seed: 1, batchSize: 32),
            data.RandomSampler(seed: 1),
            data.SequentialSampler(),
        ];
        foreach (Sampler sampler in samplers)
        {
            IDataView view = data.ToDataView(All(240), sampler, epoch);

            Assert.Equal(sampler.EpochLength, view.GetRowCount());
            Assert.Equal(sampler.RowNumbersOfEpoch(epoch), RowReader.Column<long>(view, SourceRows.ColumnName));
            Assert.Equal(sampler.RowNumbersOfEpoch(epoch), RowReader.Column<int>(view, "Number").Select(number => (long)number));
        }
    }

    [Fact]
    public void Rows_with_ignored_labels()
    {
        Judged[] rows = [.. Enumerable.Range(0, 900).Select(number => new Judged(number, (number % 3) switch { 0 => "good", 1 => "bad", _ => "unsure" }))];
        IDataView view = rows.ToDataView(default(Judged.Classes.Indexer), columns => columns.Label().Int32("Number", (in row) => row.Number));

        DataViewContract.Check(view, 900);
        Assert.Equal(rows.Select(row => row.Verdict switch { "good" => 1u, "bad" => 2u, _ => 0u }), RowReader.Column<uint>(view, "Label"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Views_derived_of_another(bool own)
    {
        IDataView source = own
            ? Sample.Classes.Index(Sample.Make(1200)).ToDataView(columns => columns.Label("Text").Int32("Number", (in row) => row.Number))
            : context.Data.LoadFromEnumerable(Plain.Make(1200));
        ViewSplit split = context.Data.StratifiedTrainTestSplit(source, "Text", 0.25, seed: 1);

        long fewest = context.Data.CountClasses(split.TrainSet, "Text").Values.ToArray().Min();
        DataViewContract.Check(split.TrainSet, 900);
        DataViewContract.Check(split.TestSet, 300);
        DataViewContract.Check(context.Data.Oversample(split.TrainSet, "Text", seed: 1), 1800);
        DataViewContract.Check(context.Data.Undersample(split.TrainSet, "Text", seed: 1), 3 * fewest);
        DataViewContract.Check(context.Data.AddClassWeights(split.TrainSet, "Text", counts => ClassWeights.Balanced(counts)), 900);
        DataViewContract.Check(context.Data.SampleEpoch(split.TrainSet, "Text", index => new WeightedRandomSampler(index, seed: 1), epoch: 2), 900);
        Assert.Equal(own, split.TrainSet.CanShuffle);
        Assert.Equal(own, context.Data.Oversample(split.TrainSet, "Text", seed: 1).CanShuffle);
    }

    [Fact]
    public void Columns_of_every_type_have_the_values_that_the_functions_read()
    {
        Sample[] rows = Sample.Make(30);
        IndexedDataset<Sample> data = Sample.Classes.Index(rows);
        IDataView view = data.ToDataView(All(30));

        Assert.Equal(rows.Select(row => (uint)row.Grade + 1), RowReader.Column<uint>(view, "Label"));
        Assert.Equal(rows.Select(row => row.Grade == Grade.Rare), RowReader.Column<bool>(view, "IsRare"));
        Assert.Equal(rows.Select(row => (float)ClassWeights.Balanced(data.Counts)[(int)row.Grade]), RowReader.Column<float>(view, "Weight"));
        Assert.Equal(rows.Select(row => row.Number + 1f), RowReader.Column<float>(view, "RowWeight"));
        Assert.Equal(rows.Select(row => (long)row.Number), RowReader.Column<long>(view, "Row"));
        Assert.Equal(rows.Select(row => row.Grade.ToString()), RowReader.Column<ReadOnlyMemory<char>>(view, "Name").Select(text => text.ToString()));
        Assert.Equal(rows.Select(row => row.X), RowReader.Column<float>(view, "X"));
        Assert.Equal(rows.Select(row => (double)row.Y), RowReader.Column<double>(view, "Y"));
        Assert.Equal(rows.Select(row => row.X > 3), RowReader.Column<bool>(view, "Far"));
        Assert.Equal(
            rows.Select(row => (row.X, row.Y)),
            RowReader.Column<Microsoft.ML.Data.VBuffer<float>>(view, "Features").Select(vector => (vector.GetValues()[0], vector.GetValues()[1])));
    }

    private static Action<RowColumns<Sample>> All(int rows) => columns => columns
        .Label()
        .BinaryLabel("Rare", "IsRare")
        .Weight(ClassWeights.Balanced(new ClassCounts(columns.Classes, 22, 6, 2)))
        .Weight(new SampleWeights([.. Enumerable.Range(1, rows).Select(weight => (double)weight)]), "RowWeight")
        .RowNumber()
        .Vector("Features", 2, (in row, values) => (values[0], values[1]) = (row.X, row.Y), ["X", "Y"])
        .Text("Name", (in row) => row.Grade.ToString())
        .Single("X", (in row) => row.X)
        .Double("Y", (in row) => row.Y)
        .Int32("Number", (in row) => row.Number)
        .Int64("Long", (in row) => row.Number)
        .Boolean("Far", (in row) => row.X > 3);
}
