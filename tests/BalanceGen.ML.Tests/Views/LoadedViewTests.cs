using BalanceGen.ML.Tests.Contract;
using BalanceGen.Sharding;
using BalanceGen.Sharding.Tests;
using BalanceGen.Tests;
using Microsoft.ML;

namespace BalanceGen.ML.Tests.Views;

/// <summary>Views over rows that a loader reads from files.</summary>
public sealed class LoadedViewTests : IDisposable
{
    private readonly ByteShards _shards = new();

    public void Dispose() => _shards.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(1000)]
    public void The_contract_of_data_views_is_kept(int draws)
    {
        ShardedSampler sampler = _shards.Index.BalancedSampler(seed: 3);
        if (draws > 0)
        {
            DataViewContract.Check(View(sampler.Batches(64, draws: draws)), draws);
        }

        DataViewContract.Check(View(sampler.Batches(64, draws: draws), draws), draws);
    }

    [Fact]
    public void Rows_and_keys_are_those_of_the_draws_in_their_order()
    {
        ShardedSampler sampler = _shards.Index.BalancedSampler(seed: 3);
        var expected = new ShardRow[1000];
        sampler.Fill(0, expected);
        IDataView view = View(sampler.Batches(64, draws: 1000), 1000);

        Assert.Equal(expected.Select(ByteShards.NumberOf), RowReader.Column<long>(view, "Number"));
        Assert.Equal(expected.Select(row => (uint)row.ClassIndex + 1), RowReader.Column<uint>(view, "Label"));
        Assert.Equal(expected.Select(row => row.Row), RowReader.Column<long>(view, SourceRows.ColumnName));
        Assert.Equal(expected.Select(row => row.ClassIndex == 3), RowReader.Column<bool>(view, "IsSphynx"));
        ClassWeights weights = ClassWeights.Balanced(_shards.Index.Counts);
        Assert.Equal(expected.Select(row => (float)weights[row.ClassIndex]), RowReader.Column<float>(view, "Weight"));
    }

    [Fact]
    public void Drawn_rows_are_not_split_also_behind_a_transform()
    {
        var context = new MLContext(seed: 1);
        IDataView view = View(_shards.Index.BalancedSampler(seed: 3).Batches(64, draws: 640));
        IDataView transformed = context.Transforms.CopyColumns("Copy", "Features").Fit(view).Transform(view);

        Assert.All((IDataView[])[view, transformed], data =>
        {
            Assert.Equal(-1, Assert.Throws<ResampledViewException>(() => context.Data.StratifiedTrainTestSplit(data, "Label", 0.2, seed: 1)).SourceRow);
            Assert.Throws<ResampledViewException>(() => context.Data.StratifiedCrossValidationSplit(data, "Label", 5, seed: 1));
        });
    }

    [Theory]
    [InlineData(639, "at least 640")]
    [InlineData(641, "only 640")]
    public void A_wrong_number_of_rows_is_an_error_that_says_both(long claimed, string found)
    {
        IDataView view = View(_shards.Index.BalancedSampler(seed: 3).Batches(64, draws: 640), claimed);

        string message = Assert.Throws<InvalidOperationException>(() => RowReader.Column<long>(view, "Number")).Message;

        Assert.Contains($"made for {claimed} rows", message, StringComparison.Ordinal);
        Assert.Contains(found, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_gone_is_named_where_its_row_is_read()
    {
        File.Delete(_shards.PathOf(2));
        IDataView view = View(_shards.Index.BalancedSampler(seed: 3).Batches(64, draws: 640));

        Exception error = Assert.ThrowsAny<Exception>(() => RowReader.Column<long>(view, "Number"));

        Assert.Contains("part-2.labels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_weights_by_row_number_are_refused()
    {
        ShardBatches batches = _shards.Index.BalancedSampler(seed: 3).Batches(64, draws: 64);

        Assert.Throws<ArgumentException>(() => batches.LoadAsync(_shards).ToDataView(ByteShards.Classes, columns => columns.Weight(new SampleWeights(new double[801]))));
        Assert.Throws<ArgumentException>(() => batches.LoadAsync(_shards).ToDataView(ByteShards.Classes, _ => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => batches.LoadAsync(_shards).ToDataView(ByteShards.Classes, columns => columns.Label(), -1));
    }

    /// <summary>The features say the class: elements of an earlier row, or labels of another, would be seen in the accuracy.</summary>
    [Fact]
    public void A_trainer_learns_from_the_files()
    {
        var context = new MLContext(seed: 1);
        IDataView view = View(_shards.Index.BalancedSampler(seed: 3).Batches(64, draws: 1000), 1000);

        ITransformer model = context.MulticlassClassification.Trainers.SdcaMaximumEntropy().Fit(view);

        Assert.Equal(1, context.MulticlassClassification.Evaluate(model.Transform(view)).MacroAccuracy);
    }

    /// <summary>The program of docs/shards.md.</summary>
    [Fact]
    public void The_program_of_the_page_is_the_one_that_runs_here()
    {
        ByteShards reader = _shards;
        ShardedSampler sampler = _shards.Index.BalancedSampler(seed: 3);

        IDataView epoch = sampler.Batches(64, draws: sampler.EpochLength).LoadAsync(reader).ToDataView(
            Cat.Classes.Set, columns => columns.Label().Vector("Features", 2, (in cat, values) => Encode(cat, values)), sampler.EpochLength);

        Assert.Equal(sampler.EpochLength, RowReader.Column<uint>(epoch, "Label").Count);
        DocumentedPage.AssertCompiled("shards.md", "BalanceGen.ML.Tests/Views/LoadedViewTests.cs", "csharp mlnet");

        static void Encode(ByteShards.Row row, Span<float> values) => (values[0], values[1]) = (row.Number, row.ClassIndex);
    }

    private IDataView View(ShardBatches batches, long? rows = null) =>
        batches.LoadAsync(_shards).ToDataView(
            ByteShards.Classes,
            columns => columns
                .Label()
                .BinaryLabel("sphynx", "IsSphynx")
                .Weight(ClassWeights.Balanced(_shards.Index.Counts))
                .Int64("Number", (in row) => row.Number)
                .Vector("Features", 4, (in row, elements) => elements[row.ClassIndex] = 1),
            rows);

    private static class Cat
    {
        public static class Classes
        {
            public static ClassSet Set => ByteShards.Classes;
        }
    }
}
