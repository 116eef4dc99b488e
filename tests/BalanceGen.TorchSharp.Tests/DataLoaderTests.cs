using BalanceGen.Loading;
using TorchSharp;

namespace BalanceGen.TorchSharp.Tests;

/// <summary>The adapters for TorchSharp's own Dataset and DataLoader.</summary>
public sealed class DataLoaderTests
{
    [TensorTheory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_enumeration_is_the_samplers_next_epoch(int workers)
    {
        IndexedDataset<Point> data = Points.Dataset;
        BalancedSampler sampler = data.BalancedSampler(seed: 1, epochLength: 123);
        using BalancedDataLoader loader = data.ToDataLoader(sampler, 10, Encode, workers: workers);
        for (int epoch = 0; epoch < 2; epoch++)
        {
            var rows = new List<long>();
            long batches = 0;
            foreach (Dictionary<string, torch.Tensor> batch in loader)
            {
                using torch.Tensor first = batch["data"].select(1, 0).to(torch.ScalarType.Int64);
                rows.AddRange(first.data<long>().ToArray());
                Assert.Equal(torch.ScalarType.Int64, batch["label"].dtype);
                batches++;
            }

            Assert.Equal(sampler.RowNumbersOfEpoch(epoch), rows);
            Assert.Equal(loader.BatchCount, batches);
        }

        Assert.Equal(2, loader.RowNumbers.NextEpoch);
    }

    [TensorFact]
    public void Labels_are_those_of_the_rows()
    {
        IndexedDataset<Point> data = Points.Dataset;
        using BalancedDataLoader loader = data.ToDataLoader(data.SequentialSampler(), 97, Encode);
        foreach (Dictionary<string, torch.Tensor> batch in loader)
        {
            using torch.Tensor labels = batch["label"].flatten();
            Assert.Equal(Points.Rows.Select(point => (long)point.Kind), labels.data<long>().ToArray());
        }
    }

    [TensorFact]
    public void The_count_is_that_of_the_sampler_and_not_of_the_data_set()
    {
        IndexedDataset<Point> data = Points.Dataset;
        Sampler longer = data.RandomOverSampler(seed: 1);
        using BalancedDataLoader loader = data.ToDataLoader(longer, 10, Encode);
        Assert.Equal(21, loader.Count);
        Assert.Equal(21, loader.BatchCount);

        // What TorchSharp says itself: the pitfall.
        Assert.Equal(10, ((global::TorchSharp.Modules.DataLoader)loader).Count);
        using BalancedDataLoader whole = data.ToDataLoader(data.RandomSampler(seed: 1), 10, Encode, dropLast: true);
        Assert.Equal(9, whole.BatchCount);
        Assert.Equal(9, whole.Count());
    }

    [TensorFact]
    public void A_batch_of_TorchSharps_loader_is_disposed_of_at_the_next_one()
    {
        IndexedDataset<Point> data = Points.Dataset;
        using BalancedDataLoader loader = data.ToDataLoader(data.SequentialSampler(), 10, Encode);
        Assert.True(loader.DisposeBatch);
        Assert.True(loader.DisposeDataset);
        Assert.True(loader.ToList()[0]["data"].IsInvalid);
    }

    [TensorFact]
    public void A_row_that_cannot_be_encoded_is_named()
    {
        IndexedDataset<Point> data = Points.Dataset;
        using IndexedTensorDataset<Point> rows = data.ToTorchDataset<Point, float>([2], (in Point point, Span<float> x) => throw new InvalidDataException("torn"));
        RowLoadException error = Assert.Throws<RowLoadException>(() => rows.GetTensor(45));
        Assert.Equal(45, error.Row);
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.GetTensor(97));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.GetTensor(-1));
    }

    [TensorFact]
    public void The_data_set_takes_the_encoder_of_the_batches()
    {
        IndexedDataset<Point> data = Points.Dataset;
        using IndexedTensorDataset<Point> rows = data.ToTorchDataset<Point, float>([2], Points.Encode);
        Assert.Equal(97, rows.Count);
        LivingTensors.AssertNoneLeft(() =>
        {
            Dictionary<string, torch.Tensor> row = rows.GetTensor(12);
            Assert.Equal([12f, -12f], row["data"].data<float>().ToArray());
            Assert.Equal((long)Points.Rows[12].Kind, row["label"].item<long>());
            row["data"].Dispose();
            row["label"].Dispose();
        });
    }

    [TensorFact]
    public void A_sampler_of_the_other_side_of_a_split_is_refused()
    {
        DatasetSplit<Point> split = Points.Dataset.Split(0.3, seed: 1);
        Assert.Throws<ArgumentException>(() => split.Train.ToDataLoader(split.Test.RandomSampler(seed: 1), 10, Encode));
        Assert.Throws<ArgumentOutOfRangeException>(() => split.Train.ToDataLoader(split.Train.RandomSampler(seed: 1), 10, Encode, workers: 0));
    }

    [TensorTheory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_loader_over_a_side_of_a_split_gives_rows_of_the_other(int workers)
    {
        (IndexedDataset<Point> train, IndexedDataset<Point> test) = Points.Dataset.Split(0.3, seed: 1);
        HashSet<long> held = [.. test.RandomSampler(seed: 1).RowNumbersOfEpoch(0)];
        using BalancedDataLoader loader = train.ToDataLoader(train.BalancedSampler(seed: 1, epochLength: 400), 10, Encode, workers: workers);
        using var byHand = new global::TorchSharp.Modules.DataLoader(train.ToTorchDataset(Encode), 10, train.RandomSampler(seed: 2).EpochRowNumbers(), num_worker: workers);
        foreach (global::TorchSharp.Modules.DataLoader one in new[] { loader, byHand })
        {
            foreach (Dictionary<string, torch.Tensor> batch in one)
            {
                using torch.Tensor rows = batch["data"].select(1, 0).to(torch.ScalarType.Int64);
                using torch.Tensor labels = batch["label"].flatten();
                Assert.All(rows.data<long>().ToArray(), row => Assert.DoesNotContain(row, held));
                Assert.Equal(rows.data<long>().ToArray().Select(row => (long)Points.Rows[row].Kind), labels.data<long>().ToArray());
            }
        }

        // TorchSharp's own shuffle knows nothing of the split.
        using var shuffled = new global::TorchSharp.Modules.DataLoader(train.ToTorchDataset(Encode), 10, shuffle: true, seed: 1, num_worker: workers);
        Exception refused = Assert.ThrowsAny<Exception>(() => shuffled.Count());
        Assert.Contains("sampler.EpochRowNumbers()", refused.ToString(), StringComparison.Ordinal);
    }

    private static torch.Tensor Encode(Point point) => torch.tensor(new float[] { point.Number, -point.Number });
}
