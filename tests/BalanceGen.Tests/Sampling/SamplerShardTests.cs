namespace BalanceGen.Tests.Sampling;

public sealed class SamplerShardTests
{
    private static readonly (int WorldSize, int BatchSize)[] Worlds = [(1, 1), (2, 1), (3, 1), (8, 1), (2, 10), (3, 7), (8, 32), (300, 1), (5, 2000)];

    public static TheoryData<string> Kinds() => [.. Samplers.Kinds];

    [Fact]
    public void The_union_of_the_ranks_is_the_global_order_for_any_world_size()
    {
        Sampler sampler = Samplers.Create("balanced mixed", 7);
        foreach ((int worldSize, int batchSize) in Worlds)
        {
            // Two epochs and a few steps of the third.
            int[] expected = sampler.RowsOf(0, 2 * (int)sampler.EpochLength);
            var actual = new int[expected.Length];
            for (int rank = 0; rank < worldSize; rank++)
            {
                SamplerShard shard = sampler.Shard(rank, worldSize, batchSize);
                int[] own = shard.RowsOf(0, (2 * (int)shard.EpochLength) + batchSize);
                for (int draw = 0; draw < 2 * shard.EpochLength; draw++)
                {
                    actual[shard.GlobalDraw(draw)] = own[draw] + 1;
                }

                Assert.Equal(sampler.RowAt(shard.GlobalDraw(2 * shard.EpochLength)), own[2 * shard.EpochLength]);
            }

            Assert.Equal(expected, actual.Select(row => row - 1));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_union_of_one_to_nine_ranks_is_the_global_order_of_every_sampler(string kind)
    {
        Sampler sampler = Samplers.Create(kind, 7);
        for (int worldSize = 1; worldSize <= 9; worldSize++)
        {
            foreach (int batchSize in (int[])[1, 6])
            {
                // From a draw in the middle of an epoch to the end of the next one.
                long end = sampler.StartOf(sampler.EpochAt(101) + 2);
                var union = new int[end - 101];
                for (int rank = 0; rank < worldSize; rank++)
                {
                    SamplerShard shard = sampler.Shard(rank, worldSize, batchSize, firstDraw: 101);
                    int[] rows = [.. shard.RowNumbersOfEpoch(shard.FirstEpoch).Concat(shard.RowNumbersOfEpoch(shard.FirstEpoch + 1)).Select(row => (int)row)];
                    for (int draw = 0; draw < rows.Length; draw++)
                    {
                        union[shard.GlobalDraw(draw) - 101] += rows[draw] + 1;
                    }
                }

                Assert.Equal(sampler.RowsOf(101, union.Length), union.Select(row => row - 1));
            }
        }
    }

    [Fact]
    public void Interleaved_and_contiguous_ranks_take_the_draws_that_the_formula_says()
    {
        Assert.Equal([1, 4, 7, 10], Globals(new SequentialSampler(100).Shard(1, 3)));
        Assert.Equal([2, 3, 8, 9], Globals(new SequentialSampler(100).Shard(1, 3, batchSize: 2)));
        Assert.Equal([52, 53, 58, 59], Globals(new SequentialSampler(100).Shard(1, 3, batchSize: 2, firstDraw: 50)));
    }

    [Fact]
    public void Fill_RowAt_and_enumeration_of_a_shard_agree()
    {
        Sampler sampler = Samplers.Create("weighted mixed", 7);
        foreach ((int worldSize, int batchSize) in Worlds)
        {
            SamplerShard shard = sampler.Shard(worldSize - 1, worldSize, batchSize, firstDraw: 11);
            int[] run = shard.RowsOf(0, 700);
            Assert.Equal(run[257..], shard.RowsOf(257, 443));
            Assert.Equal(run[..60], Enumerable.Range(0, 60).Select(draw => shard.RowAt(draw)));
            Assert.Equal(run[..60], Enumerable.Range(0, 60).Select(draw => sampler.RowAt(shard.GlobalDraw(draw))));
        }
    }

    [Fact]
    public void Changes_of_the_world_size_in_mid_epoch_lose_and_repeat_nothing()
    {
        Sampler sampler = Samplers.Create("balanced mixed", 7);
        var taken = new List<int>();
        SamplerState state = sampler.StateAt(0);
        foreach ((int worldSize, int batchSize, int batches) in ((int, int, int)[])[(2, 10, 3), (5, 1, 17), (1, 7, 4), (3, 4, 9)])
        {
            SamplerShard[] shards = [.. Enumerable.Range(0, worldSize).Select(rank => sampler.Shard(rank, worldSize, state, batchSize))];
            for (int batch = 0; batch < batches; batch++)
            {
                taken.AddRange(shards.SelectMany(shard => shard.RowsOf((long)batch * batchSize, batchSize)));
            }

            // Every rank has the same state, and it is the one of the whole sampler.
            state = shards[0].StateAt((long)batches * batchSize);
            Assert.All(shards, shard => Assert.Equal(state, shard.StateAt((long)batches * batchSize)));
            Assert.Equal(sampler.StateAt(taken.Count), state);
        }

        Assert.Equal(sampler.RowsOf(0, taken.Count), taken);
    }

    [Fact]
    public void A_shard_resumes_states_of_its_own_world_and_says_what_to_do_with_others()
    {
        Sampler sampler = Samplers.Create("balanced small", 7);
        SamplerShard shard = sampler.Shard(1, 3, batchSize: 5, firstDraw: 30);
        Assert.Equal(20, shard.ResumeFrom(shard.StateAt(20)));
        Assert.Contains("sampler.Shard(rank, worldSize, state)", Assert.Throws<ArgumentException>(() => shard.ResumeFrom(sampler.StateAt(31))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => shard.ResumeFrom(sampler.StateAt(15)));
        Assert.Throws<SamplerStateMismatchException>(() => shard.ResumeFrom(Samplers.Create("balanced small", 8).StateAt(30)));
        Assert.Equal(21L, Assert.Throws<ArgumentOutOfRangeException>(() => shard.StateAt(21)).ActualValue);
    }

    [Fact]
    public void Workers_of_ranks_are_shards_of_shards()
    {
        Sampler sampler = Samplers.Create("balanced mixed", 7);
        int[] expected = sampler.RowsOf(0, 2 * 3 * 50);
        var actual = new int[expected.Length];
        for (int rank = 0; rank < 2; rank++)
        {
            SamplerShard ofRank = sampler.Shard(rank, 2);
            for (int worker = 0; worker < 3; worker++)
            {
                SamplerShard ofWorker = ofRank.Shard(worker, 3);
                int[] rows = ofWorker.RowsOf(0, 50);
                for (int draw = 0; draw < 50; draw++)
                {
                    actual[ofRank.GlobalDraw(ofWorker.GlobalDraw(draw))] = rows[draw];
                }

                Assert.Equal(sampler.StateAt(300), ofWorker.StateAt(50));
            }
        }

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Changes_of_ranks_and_workers_in_mid_epoch_lose_and_repeat_nothing()
    {
        Sampler sampler = Samplers.Create("balanced mixed", 7);
        var taken = new List<(long Draw, int Row)>();
        SamplerState state = sampler.StateAt(0);
        foreach ((int ranks, int workers, int draws) in ((int, int, int)[])[(2, 3, 11), (2, 1, 7), (1, 4, 5), (3, 2, 13)])
        {
            long first = sampler.ResumeFrom(state);
            SamplerState[] states = new SamplerState[ranks * workers];
            for (int rank = 0; rank < ranks; rank++)
            {
                SamplerShard ofRank = sampler.Shard(rank, ranks, state);
                for (int worker = 0; worker < workers; worker++)
                {
                    SamplerShard ofWorker = ofRank.Shard(worker, workers);
                    int[] rows = ofWorker.RowsOf(0, draws);
                    taken.AddRange(rows.Select((row, draw) => (ofRank.GlobalDraw(ofWorker.GlobalDraw(draw)), row)));
                    states[(rank * workers) + worker] = ofWorker.StateAt(draws);
                }
            }

            state = states[0];
            Assert.All(states, other => Assert.Equal(state, other));
            Assert.Equal(first + (ranks * workers * draws), sampler.ResumeFrom(state));
        }

        taken.Sort();
        Assert.Equal(Enumerable.Range(0, taken.Count).Select(draw => (long)draw), taken.Select(pair => pair.Draw));
        Assert.Equal(sampler.RowsOf(0, taken.Count), taken.Select(pair => pair.Row));
    }

    [Theory]
    [InlineData(170, 1, 1, 170)]
    [InlineData(170, 2, 1, 85)]
    [InlineData(170, 3, 1, 57)]
    [InlineData(170, 4, 10, 43)]
    [InlineData(170, 4, 1000, 43)]
    [InlineData(170, 171, 1, 1)]
    public void An_epoch_of_the_ranks_is_an_epoch_and_its_rest_is_divided_evenly(int draws, int worldSize, int batchSize, long expected)
    {
        SamplerShard shard = new SequentialSampler(draws).Shard(0, worldSize, batchSize);
        Assert.Equal(expected, shard.EpochLength);
        Assert.Equal((draws, draws), (shard.RowCount, shard.DatasetLength));
        Assert.Equal(draws, Enumerable.Range(0, worldSize).Sum(rank => new SequentialSampler(draws).Shard(rank, worldSize, batchSize).EpochLength));
    }

    [Fact]
    public void Windows_of_contiguous_ranks_are_balanced()
    {
        // 16 consecutive draws of two balanced classes hold 8 ± 1 of each.
        Sampler sampler = new BalancedSampler(Indices.Sorted(1000, 10), 7);
        for (int rank = 0; rank < 4; rank++)
        {
            SamplerShard shard = sampler.Shard(rank, 4, batchSize: 16);
            for (int batch = 0; batch < 50; batch++)
            {
                Assert.InRange(shard.RowsOf(batch * 16, 16).Count(row => row < 1000), 7, 9);
            }
        }
    }

    [Fact]
    public void Ranks_that_cannot_be_are_refused()
    {
        Sampler sampler = new SequentialSampler(10);
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Shard(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Shard(2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Shard(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Shard(0, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Shard(0, 2, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Shard(0, 2).RowAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Shard(0, 2).Fill(-1, new int[1]));
        Assert.Throws<OverflowException>(() => sampler.Shard(0, 2).GlobalDraw(long.MaxValue));
    }

    [OptimizedFact]
    public void Sharding_allocates_nothing_per_draw()
    {
        SamplerShard shard = Samplers.Create("balanced small", 7).Shard(new WorldRank(1, 3));
        var rows = new int[500];
        shard.Fill(0, rows);
        shard.RowAt(3);
        long before = GC.GetAllocatedBytesForCurrentThread();
        shard.Fill(77, rows);
        shard.RowAt(12);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static long[] Globals(SamplerShard shard) => [.. Enumerable.Range(0, 4).Select(draw => shard.GlobalDraw(draw))];
}
