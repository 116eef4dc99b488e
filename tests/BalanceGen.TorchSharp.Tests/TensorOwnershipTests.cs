using BalanceGen.Loading;
using TorchSharp;

namespace BalanceGen.TorchSharp.Tests;

/// <summary>The loop owns its batches: none is left, however it ends.</summary>
public sealed class TensorOwnershipTests
{
    public static TheoryData<int> Workers => [0, 1, 2, 8];

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void No_tensor_is_left_after_an_epoch(int workers) => LivingTensors.AssertNoneLeft(() =>
    {
        int batches = 0;
        foreach (TensorBatch batch in Load(workers))
        {
            Assert.Equal(batch.Count, batch.Input.shape[0]);
            batches++;
        }

        Assert.Equal(10, batches);
    });

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void No_tensor_is_left_after_a_break(int workers) => LivingTensors.AssertNoneLeft(() =>
    {
        foreach (TensorBatch batch in Load(workers))
        {
            Assert.False(batch.Input.IsInvalid);
            break;
        }
    });

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void No_tensor_is_left_after_an_error_in_the_loop(int workers) => LivingTensors.AssertNoneLeft(() =>
        Assert.Throws<InvalidDataException>(() =>
        {
            foreach (TensorBatch batch in Load(workers))
            {
                throw new InvalidDataException();
            }
        }));

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void No_tensor_is_left_after_a_row_that_fails_and_the_error_names_the_row(int workers) => LivingTensors.AssertNoneLeft(() =>
    {
        IndexedDataset<Point> data = Points.Dataset;
        TensorBatches<Point> tensors = data.Batches(data.SequentialSampler(), batchSize: 10).ToTensors<Point, float>(
            [2],
            (in Point point, Span<float> x) => x[0] = point.Number == 45 ? throw new InvalidDataException("torn") : point.Number,
            new TensorLoadOptions { Workers = workers });
        int batches = 0;
        RowLoadException error = Assert.Throws<RowLoadException>(() =>
        {
            foreach (TensorBatch batch in tensors)
            {
                batches++;
            }
        });
        Assert.Equal(45, error.Row);
        Assert.Equal(5, error.IndexInBatch);
        Assert.IsType<InvalidDataException>(error.InnerException);
        Assert.Equal(4, batches);
    });

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void No_tensor_is_left_after_a_cancellation(int workers) => LivingTensors.AssertNoneLeft(() =>
    {
        using var source = new CancellationTokenSource();
        int batches = 0;
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (TensorBatch batch in Load(workers).WithCancellation(source.Token))
            {
                if (++batches == 2)
                {
                    source.Cancel();
                }
            }
        });
        Assert.Equal(2, batches);
    });

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public async Task No_tensor_is_left_after_an_asynchronous_loop(int workers)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = torch.Tensor.TotalCount;
        int batches = 0;
        await foreach (TensorBatch batch in Load(workers))
        {
            Assert.Equal(batch.Count, batch.Target.shape[0]);
            batches++;
        }

        await foreach (TensorBatch batch in Load(workers))
        {
            break;
        }

        Assert.Equal(10, batches);
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void A_row_that_fails_can_be_left_out(int workers) => LivingTensors.AssertNoneLeft(() =>
    {
        IndexedDataset<Point> data = Points.Dataset;
        TensorBatches<Point> tensors = data.Batches(data.SequentialSampler(), batchSize: 10).ToTensors<Point, float>(
            [2],
            (in Point point, Span<float> x) =>
            {
                x[0] = 1;
                x[1] = point.Number is 3 or >= 20 and < 30 ? throw new InvalidDataException("torn") : point.Number;
            },
            new TensorLoadOptions { Workers = workers, OnFailure = RowFailurePolicy.Skip });
        var counts = new List<int>();
        foreach (TensorBatch batch in tensors)
        {
            counts.Add(batch.Count);
            Assert.Equal([batch.Count, 2L], batch.Input.shape);
            Assert.Equal(batch.RowNumbers.ToArray().SelectMany(row => new float[] { 1, row }), LivingTensors.Elements<float>(batch.Input));
            Assert.Equal(batch.RowNumbers.ToArray().Select(row => (long)Points.Rows[row].Kind), LivingTensors.Elements<long>(batch.Target));
            Assert.Equal(Math.Min(10, 97 - (10 * (counts.Count - 1))) - batch.Count, batch.Failures.Count);
        }

        Assert.Equal([9, 10, 0, 10, 10, 10, 10, 10, 10, 7], counts);
    });

    [TensorFact]
    public void A_row_is_tried_again_without_workers()
    {
        IndexedDataset<Point> data = Points.Dataset;
        int calls = 0;
        TensorBatches<Point> tensors = data.Batches(data.SequentialSampler(), batchSize: 97).ToTensors<Point, float>(
            [2],
            (in Point point, Span<float> x) => x[0] = point.Number == 3 && calls++ < 2 ? throw new InvalidDataException("torn") : point.Number,
            new TensorLoadOptions { Workers = 0, OnFailure = RowFailurePolicy.Retry(2) });
        foreach (TensorBatch batch in tensors)
        {
            Assert.Equal(3, batch.Input[3, 0].item<float>());
        }

        Assert.Equal(3, calls);
    }

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void A_batch_that_was_given_back_says_so(int workers)
    {
        TensorBatch? kept = null;
        foreach (TensorBatch batch in Load(workers))
        {
            kept ??= batch;
            if (kept != batch)
            {
                break;
            }
        }

        ObjectDisposedException error = Assert.Throws<ObjectDisposedException>(() => kept!.Input);
        Assert.Contains("Detach()", error.Message, StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => kept!.Target);
        Assert.Throws<ObjectDisposedException>(() => kept!.Detach());
        Assert.Equal(10, kept!.Count);
    }

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void A_detached_batch_outlives_the_loop_and_is_its_keepers(int workers) => LivingTensors.AssertNoneLeft(() =>
    {
        var kept = new List<TensorBatch>();
        foreach (TensorBatch batch in Load(workers))
        {
            kept.Add(batch.Detach());
        }

        Assert.Equal(97, kept.Sum(batch => batch.Input.shape[0]));
        kept.ForEach(batch => batch.Dispose());
        kept[0].Dispose();
    });

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void A_dispose_scope_of_the_user_does_not_take_a_batch_away(int workers) => LivingTensors.AssertNoneLeft(() =>
    {
        using TensorBatchEnumerator loop = Load(workers).GetEnumerator();
        using (torch.NewDisposeScope())
        {
            Assert.True(loop.MoveNext());
        }

        Assert.Equal(10, loop.Current.Input.shape[0]);
        Assert.False(loop.Current.Input.IsInvalid);
        Assert.False(loop.Current.Target.IsInvalid);
        Assert.False(loop.Current.Weights!.IsInvalid);
    });

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void A_loop_that_is_disposed_of_twice_or_used_afterwards_says_so(int workers)
    {
        TensorBatchEnumerator loop = Load(workers).GetEnumerator();
        Assert.Throws<InvalidOperationException>(() => loop.Current);
        Assert.True(loop.MoveNext());
        loop.Dispose();
        loop.Dispose();
        Assert.Throws<ObjectDisposedException>(() => loop.MoveNext());
    }

    [Fact]
    public void A_list_of_batches_does_not_compile()
    {
        // A list would be one of batches that were given back. LINQ has nothing to start from.
        Assert.DoesNotContain(typeof(TensorBatches<Point>).GetInterfaces(), type => type.Name.Contains("Enumerable", StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(TensorBatchEnumerator).GetInterfaces(), type => type.Name.Contains("Enumerator", StringComparison.Ordinal));
    }

    private static TensorBatches<Point> Load(int workers) =>
        Points.Dataset.Batches(Points.Dataset.BalancedSampler(seed: 1), batchSize: 10).ToTensors<Point, float>(
            [2], Points.Encode, new TensorLoadOptions { Workers = workers, Prefetch = 4, Weights = SampleWeighting.Dynamic() });
}
