using BalanceGen.Mpi;

namespace Sharded;

/// <summary>One rank of a training job: joins the job, builds or opens the index, and trains its part of an epoch.</summary>
internal static class Trainer
{
    /// <summary>Draws of a step of all ranks together: it is divided among 1, 2, 3, 4 or more of them.</summary>
    public const int GlobalBatch = 120;

    private const int StepsBetweenCheckpoints = 5;

    public static async Task RunAsync(string folder, string run, bool isSlow)
    {
        using ICollective world = Collective.World();
        string manifest = Path.Combine(folder, "train.bgix");
        ShardLabels labels = Record.Classes.Set.ShardLabels("event");
        using ShardedIndex index = ShardedIndexBuilder.Build(world, ShardSet.Matching(Path.Combine(folder, "part-*.parquet")), labels, manifest);
        ShardedSampler sampler = index.BalancedSampler(seed: 42);
        var model = new SoftmaxModel();
        SamplerState start = sampler.StateAt(0);
        if (Checkpoint.Read(folder) is { } checkpoint)
        {
            start = checkpoint.State;
            model.Load(checkpoint.Model);
        }

        // From here on the sampler sends nothing; only the gradients are added.
        sampler.AgreeOn(world, sampler.ResumeFrom(start));
        int batchSize = GlobalBatch / world.Rank.WorldSize;
        ShardedSampler part = sampler.Shard(world.Rank, batchSize, start);
        long steps = (sampler.EpochLength - start.Draw + GlobalBatch - 1) / GlobalBatch;
        using var reader = new ColumnShardReader<Record>(index, Record.Read, Record.Columns, groups: 64);
        await using var log = new StreamWriter(Path.Combine(folder, $"{run}-rank{world.Rank.Rank}.log"));
        if (world.Rank.Rank == 0)
        {
            Console.WriteLine($"{run}: {world.Rank.WorldSize} ranks, from draw {start.Draw:N0} of {sampler.EpochLength:N0}");
        }

        await foreach (LoadedBatch<Record> batch in part.Batches(batchSize, draws: steps * batchSize).LoadAsync(reader, new LoadOptions { Workers = 1 }))
        {
            long[] gradient = SoftmaxModel.NewGradient();
            foreach (Record row in batch.Rows.ToArray())
            {
                model.AddGradient(row, gradient);
            }

            world.AllReduceSum(gradient);
            model.Step(gradient, GlobalBatch);
            await LogAsync(log, part, batch);
            long step = batch.State.Draw / GlobalBatch;
            if (world.Rank.Rank == 0 && (step % StepsBetweenCheckpoints == 0 || batch.State.Draw >= sampler.EpochLength))
            {
                new Checkpoint(batch.State, model.ToString()).Write(folder);
            }

            if (isSlow)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>A line for each draw: its number of all draws, and the row.</summary>
    private static async Task LogAsync(StreamWriter log, ShardedSampler part, LoadedBatch<Record> batch)
    {
        long first = batch.NextRow - batch.Rows.Length;
        for (int place = 0; place < batch.Rows.Length; place++)
        {
            ShardRow row = part.RowAt(first + place);
            long draw = ((PlaceSamplerShard)part.Places).GlobalDraw(first + place);
            await log.WriteLineAsync($"{draw} {row.Shard} {row.Row}");
        }

        await log.FlushAsync();
    }
}
