using BalanceGen.Tests.Batching;

namespace BalanceGen.Tests.Sampling;

/// <summary>
/// Runs that are interrupted and go on with another number of ranks, against the run that was not: epochs, their numbers and rows. BALANCEGEN_LONG_SWEEPS=1 runs many more of them.
/// </summary>
public sealed class ElasticResumeTests
{
    private static readonly int Trials = Environment.GetEnvironmentVariable("BALANCEGEN_LONG_SWEEPS") == "1" ? 60 : 4;

    public static TheoryData<string> Kinds() => [.. Samplers.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Interrupted_epochs_of_every_sampler_lose_and_repeat_nothing_and_keep_their_numbers(string kind)
    {
        Sampler sampler = Samplers.Create(kind, 7);
        IndexedDataset<Pet> pets = DatasetOf(kind, sampler);
        var random = new Xorshift(91);
        int trials = sampler.EpochLength > 10_000 ? 1 : Trials;
        for (int trial = 0; trial < trials; trial++)
        {
            var run = new ElasticRun(sampler, pets, epochs: 3);
            while (!run.IsOver)
            {
                run.Continue(worldSize: random.Below(6) + 1, shardBatch: ((int[])[1, 2, 3, 7, 16, 100])[random.Below(6)], random);
            }

            run.AssertWasNotInterrupted();
        }
    }

    [Theory]
    [InlineData(100, 40, 1, 10)]
    [InlineData(100, 41, 3, 7)]
    [InlineData(100, 99, 4, 8)]
    [InlineData(7, 5, 9, 2)]
    [InlineData(7, 6, 1, 100)]
    [InlineData(1, 0, 3, 1)]
    public void What_is_left_of_an_epoch_is_divided_as_evenly_as_can_be(int length, int draw, int worldSize, int batchSize)
    {
        var sampler = new SequentialSampler(length);
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(length, 3), default(Pet.Indexer));
        foreach (long epoch in (long[])[0, 5])
        {
            SamplerState state = sampler.StateAt((epoch * length) + draw);
            Batches<Pet>[] ranks = [.. Enumerable.Range(0, worldSize).Select(rank => pets.Batches(sampler.Shard(rank, worldSize, state, batchSize), batchSize))];
            long[] rows = [.. ranks.Select(batches => RowsOf(batches).LongCount())];
            Assert.Equal(length - draw, rows.Sum());
            Assert.InRange(rows.Max() - rows.Min(), 0, 1);
            Assert.All(ranks, batches => Assert.Equal(epoch, batches.EpochNumber));
            Assert.Equal(Enumerable.Range(draw, length - draw), ranks.SelectMany(RowsOf).Order());
            Assert.Equal(Enumerable.Range(0, length), ranks.SelectMany(batches => RowsOf(batches.Epoch(epoch + 1))).Order());
            if (epoch > 0)
            {
                Assert.Contains("starts in epoch 5", Assert.Throws<ArgumentOutOfRangeException>(() => ranks[0].Epoch(4)).Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Batches_that_are_left_out_leave_every_rank_as_many_as_the_others()
    {
        for (int length = 1; length <= 40; length++)
        {
            var sampler = new SequentialSampler(length);
            IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(length, 3), default(Pet.Indexer));
            foreach ((int worldSize, int workers, int batchSize) in ((int, int, int)[])[(1, 1, 3), (2, 1, 2), (3, 1, 4), (5, 1, 1), (2, 3, 2), (3, 2, 1)])
            {
                foreach (int draw in (int[])[0, length / 3, length - 1])
                {
                    var counts = new HashSet<(long First, long Next)>();
                    for (int rank = 0; rank < worldSize * workers; rank++)
                    {
                        SamplerShard shard = sampler.Shard(rank / workers, worldSize, sampler.StateAt(draw), batchSize);
                        Batches<Pet> batches = pets.Batches(workers == 1 ? shard : shard.Shard(rank % workers, workers, batchSize), batchSize, dropLast: true);
                        counts.Add((batches.Count, batches.Epoch(1).Count));
                        Assert.Equal(batches.Count * batchSize, RowsOf(batches).LongCount());
                    }

                    Assert.Single(counts);
                }
            }
        }
    }

    [Fact]
    public void A_state_of_an_epochs_last_batch_begins_the_next_epoch_everywhere()
    {
        var sampler = new SequentialSampler(103);
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(103, 3), default(Pet.Indexer));
        foreach (bool dropLast in (bool[])[false, true])
        {
            foreach (int worldSize in (int[])[1, 2, 3, 5, 104])
            {
                var last = new HashSet<SamplerState>();
                for (int rank = 0; rank < worldSize; rank++)
                {
                    Batches<Pet> batches = pets.Batches(worldSize == 1 ? sampler : sampler.Shard(rank, worldSize, batchSize: 4), 4, dropLast);
                    foreach (Batch<Pet> batch in batches.Epoch(2))
                    {
                        last.Add(batch.State);
                    }

                    if (last.Count > 0)
                    {
                        SamplerState state = last.MaxBy(one => one.Draw);
                        Assert.Equal(sampler.StateAt(309), state);
                        Assert.Equal((3, 0), (batches.ResumeFrom(state).EpochNumber, RowsOf(batches.ResumeFrom(state)).FirstOrDefault(0) / worldSize / 4));
                        Assert.Equal(3, pets.Batches(sampler.Shard(rank, worldSize, state, 4), 4, dropLast).EpochNumber);
                    }
                }
            }
        }
    }

    [Fact]
    public void Epochs_that_are_over_are_left_out_of_a_loop_over_epochs()
    {
        var sampler = new SequentialSampler(100);
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(100, 3), default(Pet.Indexer));
        Batches<Pet> resumed = pets.Batches(sampler.Shard(0, 2, sampler.StateAt(340), 10), 10);
        Assert.Equal([3, 4, 5], resumed.Epochs(0, 6).Select(epoch => epoch.EpochNumber));
        Assert.Equal([3L, 5, 5], resumed.Epochs(0, 6).Select(epoch => epoch.Count));
        Assert.Equal([4, 5], resumed.Epochs(4, 2).Select(epoch => epoch.EpochNumber));
        Assert.Empty(resumed.Epochs(0, 3));
        Assert.Equal((3, 3), (resumed.Epochs(0, 6).FirstEpoch, resumed.Epochs(0, 6).Count));
        Assert.Equal([3, 4, 5], pets.Batches(sampler, 10).ResumeFrom(sampler.StateAt(340)).Epochs(0, 6).Select(epoch => epoch.EpochNumber));
        Assert.Equal(pets.Batches(sampler.Shard(0, 2, sampler.StateAt(340), 10), 10).Count, resumed.Sampler.EpochRowNumbers().Count(row => row >= 0) / 10);
        Assert.Equal(Enumerable.Range(0, 30).Select(place => (long)(40 + (place / 10 * 20) + (place % 10))), resumed.Sampler.EpochRowNumbers());
        Assert.Equal(30, resumed.Sampler.RowNumbersOfEpoch(3).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => resumed.Sampler.RowNumbersOfEpoch(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => resumed.Sampler.Epoch(2));
    }

    [Theory]
    [InlineData(32, 1, 10, 32)]
    [InlineData(32, 1, 48, 32)]
    [InlineData(6, 2, 3, 3)]
    [InlineData(6, 4, 2, 3)]
    public void Batches_after_which_ranks_have_no_common_state_are_refused(int shardBatch, int workers, int batchSize, int step)
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(1000, 3), default(Pet.Indexer));
        SamplerShard shard = new SequentialSampler(1000).Shard(1, 3, shardBatch);
        Sampler sampler = workers == 1 ? shard : shard.Shard(0, workers);
        if (batchSize % step != 0)
        {
            var error = Assert.Throws<ArgumentException>("batchSize", () => pets.Batches(sampler, batchSize));
            Assert.StartsWith($"A batch of {batchSize} rows ends inside the {step} draws that the shard takes at a time, where there is no state to resume from. Choose a multiple of {step}, or make the shard with batchSize: {batchSize}.", error.Message, StringComparison.Ordinal);
        }

        foreach (Batch<Pet> batch in pets.Batches(sampler, step * 2))
        {
            Assert.Equal(0, batch.State.Draw % 2);
        }
    }

    [Fact]
    public void A_rank_without_draws_says_so()
    {
        SamplerShard shard = new SequentialSampler(3).Shard(4, 5);
        Assert.Equal(0, shard.EpochLength);
        Assert.Empty(shard.RowNumbersOfEpoch(7));
        Assert.Equal("Rank 4 of 5 has no draws: an epoch has 3.", Assert.Throws<InvalidOperationException>(() => shard.RowAt(0)).Message);
        Assert.Throws<InvalidOperationException>(() => shard.Fill(0, new int[1]));
    }

    internal static IEnumerable<int> RowsOf(Batches<Pet> batches)
    {
        List<int> rows = [];
        foreach (Batch<Pet> batch in batches)
        {
            Assert.Equal(batches.EpochNumber, batch.Epoch);
            rows.AddRange(batch.RowNumbers);
        }

        return rows;
    }

    private static IndexedDataset<Pet> DatasetOf(string kind, Sampler sampler)
    {
        Pet[] rows = [.. Enumerable.Range(0, sampler.DatasetLength).Select(number => new Pet(number, number % 3))];
        return kind.EndsWith(" part", StringComparison.Ordinal)
            ? new IndexedDataset<Pet>(rows, null, Indices.Mixed(255, 1, 400, 30).Index.Where(row => row % 5 != 2), new IndexerClassExtractor<Pet, Pet.Indexer>(default))
            : IndexedDataset.Create(rows, default(Pet.Indexer));
    }
}
