using BalanceGen.Loading;
using TorchSharp;

namespace BalanceGen.TorchSharp.Tests;

/// <summary>Workers and the loop, where one of them is at a row for long.</summary>
public sealed class TensorWorkerTests
{
    public static TheoryData<int> Workers => [0, 1, 2, 8];

    /// <summary>With one worker that is at a row for long, the loop goes on by itself.</summary>
    [TensorFact]
    public void A_loop_that_would_have_to_wait_encodes_rows_itself() => LivingTensors.AssertNoneLeft(() =>
    {
        using var others = new ManualResetEventSlim();
        IndexedDataset<Point> data = Points.Dataset;
        int encoded = 0;
        TensorBatches<Point> tensors = data.Batches(data.SequentialSampler(), batchSize: 10).ToTensors<Point, float>(
            [2],
            (in Point point, Span<float> x) =>
            {
                x[0] = point.Number;
                if (point.Number == 0)
                {
                    Assert.True(others.Wait(TimeSpan.FromSeconds(60)));
                }
                else if (Interlocked.Increment(ref encoded) == 9)
                {
                    others.Set();
                }
            },
            new TensorLoadOptions { Workers = 1, Prefetch = 1 });
        int rows = 0;
        foreach (TensorBatch batch in tensors)
        {
            rows += batch.Count;
        }

        Assert.Equal(97, rows);
    });

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void Progress_ends_with_all_rows_of_the_run(int workers)
    {
        var reports = new Reports();
        IndexedDataset<Point> data = Points.Dataset;
        BalanceGen.Sampling.SequentialSampler sampler = data.SequentialSampler();
        foreach (TensorBatch batch in data.Batches(sampler, batchSize: 10).ResumeFrom(sampler.StateAt(40)).ToTensors<Point, float>(
            [2], Points.Encode, new TensorLoadOptions { Workers = workers, Progress = reports }))
        {
            Assert.True(batch.Count > 0);
        }

        if (workers > 0)
        {
            LoadProgress last = reports.All[^1];
            Assert.Equal((57L, 57L), (last.RowsDelivered, last.TotalRows));
        }
        else
        {
            Assert.Empty(reports.All);
        }
    }

    /// <summary>What a row that does not come to an end was written to is given back when it has ended.</summary>
    [TensorFact]
    public void A_row_that_outlives_the_loop_leaves_no_tensor()
    {
        using var ends = new ManualResetEventSlim();
        using var began = new ManualResetEventSlim();
        long before = 0;
        LivingTensors.AssertNoneLeft(() => before = torch.Tensor.TotalCount);
        IndexedDataset<Point> data = Points.Dataset;
        TensorBatches<Point> tensors = data.Batches(data.SequentialSampler(), batchSize: 10).ToTensors<Point, float>(
            [2],
            (in Point point, Span<float> x) =>
            {
                if (point.Number == 25)
                {
                    began.Set();
                    ends.Wait();
                }
            },
            new TensorLoadOptions { Workers = 2 });
        foreach (TensorBatch batch in tensors)
        {
            Assert.True(began.Wait(TimeSpan.FromSeconds(60)));
            break;
        }

        Assert.Equal(before + 1, torch.Tensor.TotalCount);
        ends.Set();
        Assert.True(SpinWait.SpinUntil(() => torch.Tensor.TotalCount == before, TimeSpan.FromSeconds(60)));
    }

    private sealed class Reports : IProgress<LoadProgress>
    {
        public List<LoadProgress> All { get; } = [];

        public void Report(LoadProgress value) => All.Add(value);
    }
}
