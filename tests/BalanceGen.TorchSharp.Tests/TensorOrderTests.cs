using BalanceGen.Sampling;
using BalanceGen.Weights;

namespace BalanceGen.TorchSharp.Tests;

/// <summary>Rows, order and states are those of the core's batches, for any number of workers and every sampler.</summary>
public sealed class TensorOrderTests
{
    private static readonly Dictionary<string, Func<IndexedDataset<Point>, Sampler>> Samplers = new()
    {
        ["balanced"] = data => data.BalancedSampler(seed: 1),
        ["weighted"] = data => data.WeightedRandomSampler(seed: 2),
        ["weighted without replacement"] = data => data.WeightedRandomSampler(seed: 3, epochLength: 50, replacement: false),
        ["stratified"] = data => data.StratifiedRandomSampler(seed: 4, batchSize: 10),
        ["class-aware"] = data => data.ClassAwareSampler(seed: 5, classesPerBatch: 2, rowsPerClass: 5),
        ["minimum quota"] = data => data.MinimumQuotaSampler(seed: 6, batchSize: 10, minima: [2, 2, 2]),
        ["scheduled"] = data => data.ScheduledBalancedSampler(seed: 7, TargetSchedule.Progressive(3)),
        ["random"] = data => data.RandomSampler(seed: 8),
        ["sequential"] = data => data.SequentialSampler(),
        ["oversampling"] = data => data.RandomOverSampler(seed: 9),
        ["undersampling"] = data => data.RandomUnderSampler(seed: 10),
        ["repeat factors"] = data => data.RepeatFactorSampler(seed: 11, threshold: 0.3),
        ["blocks"] = data => data.BlockShuffleSampler(seed: 12, blockLength: 8, windowBlocks: 2),
        ["given order"] = data => data.GivenOrderSampler([.. Enumerable.Range(0, 97).Reverse()]),
        ["interleaved"] = _ => new InterleavedSampler(13, Point.Classes.Index(Points.Rows[..40]).BalancedSampler(seed: 14), Point.Classes.Index(Points.Rows[40..]).RandomSampler(seed: 15)),
        ["a rank's part"] = data => data.BalancedSampler(seed: 17).Shard(rank: 1, worldSize: 2, batchSize: 10),
        ["another length"] = data => data.BalancedSampler(seed: 16).WithEpochLengths(EpochLengths.Geometric(80, 0.5, 20)),
    };

    /// <summary>The classes of samplers that draw from a data set, so that a new one is not forgotten.</summary>
    [Fact]
    public void Every_sampler_of_the_library_is_tried()
    {
        IEnumerable<string> tried = Samplers.Values.Select(make => make(Points.Dataset).GetType().Name);
        IEnumerable<string> known = typeof(Sampler).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Sampler)) && !type.IsAbstract).Select(type => type.Name);
        Assert.Empty(known.Except(tried));
    }

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (string sampler in Samplers.Keys)
        {
            foreach (int workers in new[] { 0, 1, 2, 8 })
            {
                cases.Add(sampler, workers);
            }
        }

        return cases;
    }

    [TensorTheory]
    [MemberData(nameof(Cases))]
    public void Rows_order_and_states_are_those_of_the_batches(string name, int workers)
    {
        IndexedDataset<Point> data = Points.Dataset;
        Batches<Point> batches = data.Batches(Samplers[name](data), batchSize: 10).Epoch(1);
        List<(int[] Rows, SamplerState State)> expected = Plain(batches);

        int seen = 0;
        foreach (TensorBatch batch in batches.ToTensors<Point, float>([2], Points.Encode, new TensorLoadOptions { Workers = workers, Prefetch = 3 }))
        {
            (int[] rows, SamplerState state) = expected[seen++];
            Assert.Equal(rows, batch.RowNumbers.ToArray().Select(row => (int)row));
            Assert.Equal(state, batch.State);
            Assert.Equal(1, batch.Epoch);
            Assert.Equal([rows.Length, 2L], batch.Input.shape);
            Assert.Equal(rows.SelectMany(row => new float[] { row, -row }), batch.Input.data<float>().ToArray());
            Assert.Equal(rows.Select(row => (long)Points.Rows[row].Kind), batch.Target.data<long>().ToArray());
            Assert.Null(batch.Weights);
        }

        Assert.Equal(expected.Count, seen);
        Assert.Equal(expected.Count, batches.Count);
    }

    [TensorTheory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(2, false)]
    public void An_interrupted_epoch_continues_with_the_next_batch(int workers, bool dropLast)
    {
        IndexedDataset<Point> data = Points.Dataset;
        TensorBatches<Point> tensors = data.Batches(data.BalancedSampler(seed: 1), batchSize: 10, dropLast)
            .ToTensors<Point, float>([2], Points.Encode, new TensorLoadOptions { Workers = workers });
        var whole = new List<long[]>();
        var states = new List<SamplerState>();
        foreach (TensorBatch batch in tensors)
        {
            whole.Add(batch.RowNumbers.ToArray());
            states.Add(batch.State);
        }

        var rest = new List<long[]>();
        foreach (TensorBatch batch in tensors.ResumeFrom(states[3]))
        {
            rest.Add(batch.RowNumbers.ToArray());
        }

        Assert.Equal(whole.Skip(4), rest);
        Assert.Equal(whole.Count, tensors.Count);
    }

    [TensorFact]
    public void Many_batches_in_one_epoch_come_in_order_without_workers()
    {
        IndexedDataset<Point> data = Points.Dataset;
        Batches<Point> batches = data.Batches(data.BalancedSampler(seed: 1, epochLength: 5000), batchSize: 7);
        var rows = new List<int>();
        foreach (TensorBatch batch in batches.ToTensors<Point, float>([2], Points.Encode, new TensorLoadOptions { Workers = 0 }))
        {
            rows.AddRange(batch.RowNumbers.ToArray().Select(row => (int)row));
        }

        Assert.Equal(Plain(batches).SelectMany(batch => batch.Rows), rows);
    }

    [TensorTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    public void The_encoder_is_told_the_context_of_its_draw(int workers)
    {
        IndexedDataset<Point> data = Points.Dataset;
        BalancedSampler sampler = data.BalancedSampler(seed: 1);
        Batches<Point> batches = data.Batches(sampler, batchSize: 10);
        TensorBatches<Point> tensors = batches.ToTensors<Point, long>(
            [3],
            (in Point point, DrawContext context, Span<long> x) =>
            {
                x[0] = point.Number;
                x[1] = context.Visit;
                x[2] = (long)context.Seed;
            },
            new TensorLoadOptions { Workers = workers });

        var actual = new List<long>();
        foreach (TensorBatch batch in tensors)
        {
            actual.AddRange(batch.Input.data<long>().ToArray());
        }

        IEnumerable<long> expected = Enumerable.Range(0, (int)sampler.EpochLength).Select(draw => sampler.ContextAt(draw)).SelectMany(context => new[] { context.Row, context.Visit, (long)context.Seed });
        Assert.Equal(expected, actual);
    }

    private static List<(int[] Rows, SamplerState State)> Plain(Batches<Point> batches)
    {
        var plain = new List<(int[], SamplerState)>();
        foreach (Batch<Point> batch in batches)
        {
            plain.Add((batch.RowNumbers.ToArray(), batch.State));
        }

        return plain;
    }
}
