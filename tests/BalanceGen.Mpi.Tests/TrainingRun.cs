using System.Globalization;

namespace BalanceGen.Mpi.Tests;

/// <summary>Ranks that train in step from the last checkpoint on, and write down what they see. Any of them may be killed at any time.</summary>
internal static class TrainingRun
{
    public const int BatchSize = 8;

    /// <summary>How many steps of all ranks are between two checkpoints.</summary>
    private const int StepsOfCheckpoint = 7;

    public static string Checkpoint(string folder) => Path.Combine(folder, "checkpoint.json");

    public static string Log(string folder, string run, int rank) => Path.Combine(folder, $"{run}-{rank}.log");

    public static void Train(ICollective world, string manifest, string folder, string run, long draws)
    {
        using ShardedIndex index = ShardedIndex.Open(manifest);
        ShardedSampler sampler = index.BalancedSampler(seed: 42);
        SamplerState start = File.Exists(Checkpoint(folder)) ? SamplerState.FromJson(File.ReadAllText(Checkpoint(folder))) : sampler.StateAt(0);
        sampler.AgreeOn(world, sampler.ResumeFrom(start));
        (int rank, int ranks) = (world.Rank.Rank, world.Rank.WorldSize);
        int step = 0;
        using var log = new StreamWriter(Log(folder, run, rank)) { AutoFlush = true };
        foreach (ShardBatch batch in sampler.Shard(world.Rank, BatchSize, start).Batches(BatchSize, draws: 1L << 40))
        {
            // Where all ranks are after this step; the state is the same for each of them.
            long end = batch.State.Draw;
            long first = end - ((ranks - rank) * BatchSize);
            log.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{first} {string.Join(' ', batch.Rows.ToArray().Select(row => $"{row.Shard}/{row.Row}/{row.ClassIndex}"))} ."));

            // As the sum of the gradients does, this keeps the ranks in step.
            world.AllReduceSum([1]);
            if (++step % StepsOfCheckpoint == 0 && rank == 0)
            {
                File.WriteAllText(Checkpoint(folder) + ".new", batch.State.ToJson());
                File.Move(Checkpoint(folder) + ".new", Checkpoint(folder), overwrite: true);
            }

            if (end >= draws)
            {
                break;
            }
        }
    }
}
