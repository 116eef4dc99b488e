using BalanceGen.Classes;
using BalanceGen.Loading;
using BalanceGen.Sampling;
using BalanceGen.Sharding;
using BalanceGen.Sharding.Tests;
using BalanceGen.Tests;
using TorchSharp;

namespace BalanceGen.TorchSharp.Tests;

/// <summary>Tensors of rows that lie in files.</summary>
public sealed class ShardTensorTests : IDisposable
{
    private readonly ByteShards _shards = new();

    public static TheoryData<int> Workers => [0, 1, 2, 8];

    public void Dispose() => _shards.Dispose();

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void Rows_classes_and_states_are_those_of_the_draws(int workers) => LivingTensors.AssertNoneLeft(() =>
    {
        ShardedSampler sampler = _shards.Index.BalancedSampler(seed: 4);
        var expected = new ShardRow[1000];
        sampler.Fill(0, expected);
        SourceTensorBatches tensors = Tensors(sampler.Batches(64, draws: 1000), new TensorLoadOptions { Workers = workers });
        Assert.Equal((64, 16L), (tensors.BatchSize, tensors.Count));
        int seen = 0;
        foreach (TensorBatch batch in tensors)
        {
            ShardRow[] rows = expected[seen..(seen + batch.Count)];
            seen += batch.Count;
            Assert.Equal([batch.Count, 2], batch.Input.shape);
            Assert.Equal(rows.SelectMany(row => (double[])[ByteShards.NumberOf(row), row.ClassIndex]), LivingTensors.Elements<double>(batch.Input));
            Assert.Equal(rows.Select(row => (long)row.ClassIndex), LivingTensors.Elements<long>(batch.Target));
            Assert.Equal(rows.Select(row => row.Row), batch.RowNumbers.ToArray());
            Assert.Equal(sampler.StateAt(seen), batch.State);
            Assert.Equal((seen - batch.Count) / sampler.EpochLength, batch.Epoch);
        }

        Assert.Equal(1000, seen);
    });

    [TensorTheory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_run_goes_on_where_a_state_was_saved_on_another_number_of_ranks(int workers)
    {
        ShardedSampler sampler = _shards.Index.BalancedSampler(seed: 4);
        SamplerState state = default;
        foreach (TensorBatch batch in Tensors(sampler.Batches(64, draws: 640), new TensorLoadOptions { Workers = workers }))
        {
            state = batch.State;
            if (batch.RowNumbers.Length == 64 && state == sampler.StateAt(192))
            {
                break;
            }
        }

        var expected = new ShardRow[120];
        sampler.Fill(192, expected);
        List<double>[] numbers = [[], [], []];
        for (int rank = 0; rank < 3; rank++)
        {
            foreach (TensorBatch batch in Tensors(sampler.Shard(new WorldRank(rank, 3), 10, state).Batches(10, draws: 40), new TensorLoadOptions { Workers = workers }))
            {
                numbers[rank].AddRange(LivingTensors.Elements<double>(batch.Input).Where((_, place) => place % 2 == 0));
            }
        }

        double[] joined = [.. Enumerable.Range(0, 120).Select(draw => numbers[draw / 10 % 3][(draw / 30 * 10) + (draw % 10)])];
        Assert.Equal(expected.Select(row => (double)ByteShards.NumberOf(row)), joined);
    }

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void A_row_that_cannot_be_read_names_its_file_or_is_left_out(int workers) => LivingTensors.AssertNoneLeft(() =>
    {
        ShardedSampler sampler = _shards.Index.BalancedSampler(seed: 4);
        var drawn = new ShardRow[640];
        sampler.Fill(0, drawn);
        using var reader = new Damaging(drawn[200]);
        var error = Assert.Throws<RowLoadException>(() =>
        {
            int batches = 0;
            foreach (TensorBatch _ in Tensors(sampler.Batches(64, draws: 640), new TensorLoadOptions { Workers = workers }, reader))
            {
                batches++;
                Assert.InRange(batches, 1, 3);
            }
        });
        Assert.Equal(_shards.PathOf(drawn[200].Shard), Assert.IsType<ShardRowException>(error.InnerException).Path);

        int left = 0;
        var failed = new List<FailedRow>();
        foreach (TensorBatch batch in Tensors(sampler.Batches(64, draws: 640), new TensorLoadOptions { Workers = workers, OnFailure = RowFailurePolicy.Skip }, reader))
        {
            left += batch.Count;
            failed.AddRange(batch.Failures);
        }

        int times = drawn.Count(row => row == drawn[200]);
        Assert.Equal((640 - times, times), (left, failed.Count));
    });

    [TensorTheory]
    [MemberData(nameof(Workers))]
    public void Nothing_is_left_of_a_loop_that_is_left_early_or_cancelled(int workers) => LivingTensors.AssertNoneLeft(() =>
    {
        ShardBatches batches = _shards.Index.BalancedSampler(seed: 4).Batches(16, draws: 6400);
        foreach (TensorBatch _ in Tensors(batches, new TensorLoadOptions { Workers = workers }))
        {
            break;
        }

        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (TensorBatch _ in Tensors(batches, new TensorLoadOptions { Workers = workers }).WithCancellation(stop.Token))
            {
                stop.Cancel();
            }
        });
    });

    [TensorFact]
    public void Weights_come_from_classes_and_not_from_row_numbers()
    {
        ShardBatches batches = _shards.Index.BalancedSampler(seed: 4).Batches(64, draws: 64);
        ClassWeights weights = ClassWeights.Balanced(_shards.Index.Counts);
        foreach (TensorBatch batch in Tensors(batches, new TensorLoadOptions { Weights = SampleWeighting.Of(weights) }))
        {
            Assert.Equal(LivingTensors.Elements<long>(batch.Target).Select(target => (float)weights[(int)target]), LivingTensors.Elements<float>(batch.Weights!));
        }

        Assert.Contains(
            "number of a row in a data set in memory",
            Assert.Throws<ArgumentException>(() => Tensors(batches, new TensorLoadOptions { Weights = SampleWeighting.Of(new SampleWeights(new double[801])) })).Message,
            StringComparison.Ordinal);
        Assert.Throws<ClassMismatchException>(() => Tensors(batches, new TensorLoadOptions { Weights = SampleWeighting.Of(new ClassWeights(new ClassSet("a", "b"), 1, 2)) }));
    }

    /// <summary>The program of docs/shards.md.</summary>
    [TensorFact]
    public void The_program_of_the_page_is_the_one_that_runs_here()
    {
        ShardedIndex index = _shards.Index;
        ByteShards reader = _shards;
        ShardedSampler sampler = index.BalancedSampler(seed: 4);
        var rank = new WorldRank(1, 2);
        long trained = 0;

        SourceTensorBatches tensors = sampler.Shard(rank, batchSize: 32).Batches(32).ToTensors<ShardRow, float>(
            Cat.Classes.Set, [2], (in ShardRow row, Span<float> input) => Encode(index.Read(reader, row), input));
        foreach (TensorBatch batch in tensors)
        {
            Train(batch.Input, batch.Target);
        }

        Assert.Equal(sampler.Shard(rank, batchSize: 32).EpochLength, trained);
        DocumentedPage.AssertCompiled("shards.md", "BalanceGen.TorchSharp.Tests/ShardTensorTests.cs", "csharp torchsharp");

        void Train(torch.Tensor input, torch.Tensor target) => trained += input.shape[0] == target.shape[0] ? target.shape[0] : 0;

        static void Encode(ByteShards.Row row, Span<float> input) => (input[0], input[1]) = (row.Number, row.ClassIndex);
    }

    private SourceTensorBatches Tensors(ShardBatches batches, TensorLoadOptions options, IShardReader<ByteShards.Row>? reader = null) =>
        batches.ToTensors<ShardRow, double>(
            ByteShards.Classes,
            [2],
            (in ShardRow drawn, Span<double> elements) =>
            {
                ByteShards.Row row = _shards.Index.Read(reader ?? _shards, drawn);
                (elements[0], elements[1]) = (row.Number, row.ClassIndex);
            },
            options);

    private static class Cat
    {
        public static class Classes
        {
            public static ClassSet Set => ByteShards.Classes;
        }
    }

    private sealed class Damaging(ShardRow damaged) : IShardReader<ByteShards.Row>
    {
        public ValueTask<ByteShards.Row> ReadAsync(ShardRow row, CancellationToken cancellation) => row == damaged
            ? throw new InvalidDataException("The row is damaged.")
            : new(new ByteShards.Row(ByteShards.NumberOf(row), ByteShards.ClassOf(row.Shard, (int)row.Row)));

        public void Dispose()
        {
        }
    }
}
