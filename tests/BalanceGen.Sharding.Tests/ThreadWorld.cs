namespace BalanceGen.Sharding.Tests;

/// <summary>Ranks that are threads of this process: the collective operations by shared memory, written without regard to speed.</summary>
internal sealed class ThreadWorld
{
    private readonly Barrier _barrier;
    private readonly long[][] _values;
    private readonly byte[][] _messages;

    private ThreadWorld(int ranks)
    {
        _barrier = new Barrier(ranks);
        _values = new long[ranks][];
        _messages = new byte[ranks][];
    }

    /// <summary>Runs a program on some ranks and returns their results or exceptions, by rank.</summary>
    public static object?[] Run(int ranks, Func<ICollective, object?> program)
    {
        var world = new ThreadWorld(ranks);
        var results = new object?[ranks];
        Thread[] threads = [.. Enumerable.Range(0, ranks).Select(rank => new Thread(() =>
        {
            try
            {
                results[rank] = program(new Member(world, rank, ranks));
            }
            catch (Exception exception)
            {
                results[rank] = exception;
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Assert.All(threads, thread => Assert.True(thread.Join(TimeSpan.FromSeconds(60)), "A rank hangs."));
        return results;
    }

    private sealed class Member(ThreadWorld world, int rank, int ranks) : ICollective
    {
        public WorldRank Rank { get; } = new(rank, ranks);

        public void AllReduceSum(Span<long> values) => Combine(values, (all, place) => all.Sum(one => one[place]));

        public void AllReduceMax(Span<long> values) => Combine(values, (all, place) => all.Max(one => one[place]));

        public void ExclusiveSum(ReadOnlySpan<long> values, Span<long> before)
        {
            values.CopyTo(before);
            Combine(before, (all, place) => all.Take(Rank.Rank).Sum(one => one[place]));
        }

        public byte[][] AllGather(ReadOnlySpan<byte> mine)
        {
            world._messages[Rank.Rank] = mine.ToArray();
            Meet();
            byte[][] all = [.. world._messages];
            Meet();
            return all;
        }

        public void Abort(int code, string message) => throw new InvalidOperationException(message);

        public void Dispose()
        {
        }

        private void Combine(Span<long> values, Func<long[][], int, long> combine)
        {
            world._values[Rank.Rank] = values.ToArray();
            Meet();
            for (int place = 0; place < values.Length; place++)
            {
                values[place] = combine(world._values, place);
            }

            Meet();
        }

        private void Meet() => Assert.True(world._barrier.SignalAndWait(TimeSpan.FromSeconds(30)), $"Rank {Rank.Rank} waits for another.");
    }
}
