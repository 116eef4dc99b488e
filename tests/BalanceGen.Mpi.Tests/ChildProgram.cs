using System.Globalization;

namespace BalanceGen.Mpi.Tests;

/// <summary>The test assembly as the program of a job's ranks. Every line that it prints starts with the rank.</summary>
internal static class ChildProgram
{
    public const string BeginMark = "/draws-begin-here";
    public const string EndMark = "/draws-end-here";

    public static int Main(string[] arguments)
    {
        try
        {
            return Run(arguments);
        }
        catch (Exception exception) when (exception is BalanceGenException)
        {
            Console.WriteLine($"error {exception.GetType().Name} {exception.Message}");
            return 3;
        }
    }

    private static int Run(string[] arguments)
    {
        using ICollective world = arguments[0] == "small" ? MpiCollective.Join(mostElements: 7) : Collective.World();
        int rank = world.Rank.Rank;
        switch (arguments)
        {
            // Sums, maxima, prefixes and messages, with numbers that only the right arithmetic gives.
            case ["small" or "operations"]:
                Operations(world);
                return 0;

            case ["who"]:
                Say(world, $"{world.Rank} {((MpiCollective)world).Family} {((MpiCollective)world).LibraryVersion}");
                return 0;

            // build <pattern> <manifest> [rank with other classes]
            case ["build", var pattern, var manifest, .. var other]:
                ClassSet classes = other.Contains($"{rank}") ? new ClassSet("a", "b") : ShardFolder.Classes;
                using (ShardedIndex index = ShardedIndexBuilder.Build(world, ShardSet.Matching(pattern), classes.ShardLabels("breed"), manifest))
                {
                    Say(world, index.Counts.Total.ToString(CultureInfo.InvariantCulture));
                }

                return 0;

            // draw <manifest> <batches> <batch size> [state]
            case ["draw", var manifest, var batches, var batchSize, .. var state]:
                Draw(world, manifest, int.Parse(batches, CultureInfo.InvariantCulture), int.Parse(batchSize, CultureInfo.InvariantCulture), state);
                return 0;

            // silent <manifest> <draws> [sum]: between two looks for files that are not there, so that a trace of system calls has marks.
            case ["silent", var manifest, var draws, .. var sum]:
                DrawBetweenMarks(world, manifest, int.Parse(draws, CultureInfo.InvariantCulture), sum.Length > 0);
                return 0;

            // train <manifest> <folder of logs and checkpoint> <run> <draws>
            case ["train", var manifest, var logs, var run, var draws]:
                TrainingRun.Train(world, manifest, logs, run, long.Parse(draws, CultureInfo.InvariantCulture));
                return 0;

            case ["throw", var who]:
                if (who == $"{rank}")
                {
                    throw new InvalidOperationException("lost on one rank only");
                }

                world.AllReduceSum([1]);
                return 0;

            case ["wait"]:
                Say(world, "waiting");
                Thread.Sleep(rank == 1 ? Timeout.Infinite : 0);
                world.AllReduceSum([1]);
                return 0;
            default:
                return 2;
        }
    }

    private static void Operations(ICollective world)
    {
        int rank = world.Rank.Rank;
        int ranks = world.Rank.WorldSize;
        const int Count = 20;
        long[] sums = [.. Enumerable.Range(0, Count).Select(place => (1L << 40) * (rank + 1) * (place + 1))];
        world.AllReduceSum(sums);
        long[] maxima = [.. Enumerable.Range(0, Count).Select(place => place % 2 == 0 ? long.MinValue + rank : -(long)rank)];
        world.AllReduceMax(maxima);
        var before = new long[Count];
        before.AsSpan().Fill(77);
        world.ExclusiveSum([.. Enumerable.Range(0, Count).Select(place => (1L << 33) + rank + place)], before);

        // Rank 1 has nothing to say; the others more than fits into one call of "small".
        byte[] mine = rank == 1 ? [] : [.. Enumerable.Range(0, 10 + (3 * rank)).Select(place => (byte)(place + rank))];
        byte[][] all = world.AllGather(mine);
        bool isRight = true;
        for (int place = 0; place < Count; place++)
        {
            isRight &= sums[place] == (1L << 40) * (place + 1) * ranks * (ranks + 1) / 2;
            isRight &= maxima[place] == (place % 2 == 0 ? long.MinValue + ranks - 1 : 0);
            isRight &= before[place] == (((1L << 33) + place) * rank) + (rank * (rank - 1) / 2);
        }

        for (int other = 0; other < ranks; other++)
        {
            isRight &= all[other].SequenceEqual(other == 1 ? [] : Enumerable.Range(0, 10 + (3 * other)).Select(place => (byte)(place + other)));
        }

        world.AllReduceSum([]);
        isRight &= world.AllGather([]).All(message => message.Length == 0);
        Say(world, isRight ? "right" : "wrong");
    }

    private static void Draw(ICollective world, string manifest, int batches, int batchSize, string[] state)
    {
        using ShardedIndex index = ShardedIndex.Open(manifest);
        ShardedSampler sampler = index.BalancedSampler(seed: 42);
        SamplerState start = state.Length == 0 ? sampler.StateAt(0) : SamplerState.FromJson(state[0]);
        sampler.AgreeOn(world, sampler.ResumeFrom(start));
        ShardedSampler part = sampler.Shard(world.Rank, batchSize, start);
        var lines = new List<string>();
        foreach (ShardBatch batch in part.Batches(batchSize, draws: (long)batches * batchSize))
        {
            lines.Add($"{string.Join(' ', batch.Rows.ToArray().Select(row => $"{row.Shard}/{row.Row}/{row.ClassIndex}"))}|{batch.State.ToJson()}");
        }

        // One rank after the other, so that the launcher does not mix the lines.
        foreach (byte[] told in world.AllGather(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines))))
        {
            if (world.Rank.Rank == 0)
            {
                Console.WriteLine(System.Text.Encoding.UTF8.GetString(told));
            }
        }
    }

    private static void DrawBetweenMarks(ICollective world, string manifest, int draws, bool sum)
    {
        using ShardedIndex index = ShardedIndex.Open(manifest);
        ShardedSampler sampler = index.BalancedSampler(seed: 42);
        sampler.AgreeOn(world);
        ShardedSampler part = sampler.Shard(world.Rank, batchSize: 16);
        long rows = 0;
        _ = File.Exists(BeginMark);
        foreach (ShardBatch batch in part.Batches(16, draws: draws))
        {
            rows += batch.Rows.Length;
        }

        if (sum)
        {
            world.AllReduceSum([rows]);
        }

        _ = File.Exists(EndMark);
        Say(world, rows.ToString(CultureInfo.InvariantCulture));
    }

    private static void Say(ICollective world, string text) => Console.WriteLine($"{world.Rank.Rank} {text}");
}
