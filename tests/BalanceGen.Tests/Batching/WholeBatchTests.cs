namespace BalanceGen.Tests.Batching;

/// <summary>Samplers that promise something of each of their batches are only cut where their batches end.</summary>
public sealed class WholeBatchTests
{
    private static readonly IndexedDataset<Pet> Pets = IndexedDataset.Create(Pet.Rows(96, 3), default(Pet.Indexer));

    public static TheoryData<string> Kinds() => ["stratified", "class aware", "minimum quotas"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Other_sizes_are_refused_with_both_numbers(string kind)
    {
        Sampler sampler = Of(kind);
        BatchSizeException error = Assert.Throws<BatchSizeException>(() => Pets.Batches(sampler, 8));
        Assert.Equal((8L, 6), (error.Given, error.Multiple));
        Assert.Contains("batch size 8 is no multiple of 6", error.Message, StringComparison.Ordinal);
        Assert.IsType<ArgumentException>(error, exactMatch: false);
        Assert.Throws<BatchSizeException>(() => Pets.Batches(sampler, 3));
        Assert.Equal(16, Pets.Batches(sampler, 6).Count);
        Assert.Equal(8, Pets.Batches(sampler, 12).Count);
    }

    [Fact]
    public void The_sampler_gives_the_size()
    {
        Assert.Equal(6, Pets.Batches(Pets.StratifiedRandomSampler(1, 6)).BatchSize);
        Assert.Equal(6, Pets.Batches(Pets.ClassAwareSampler(1, 3, 2)).BatchSize);
        Assert.Equal(6, Pets.Batches(Pets.MinimumQuotaSampler(1, 6, [1, 1, 1])).BatchSize);
        foreach (Batch<Pet> batch in Pets.Batches(Pets.ClassAwareSampler(1, 3, 2)))
        {
            var counts = new long[3];
            batch.CountClasses(counts);
            Assert.Equal([2, 2, 2], counts);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_state_inside_a_batch_is_refused(string kind)
    {
        Sampler sampler = Of(kind);
        Batches<Pet> batches = Pets.Batches(sampler, 6);
        Assert.Equal(12, batches.ResumeFrom(sampler.StateAt(24)).Count);
        Assert.Contains("state's draw 25 is no multiple of 6", Assert.Throws<BatchSizeException>(() => batches.ResumeFrom(sampler.StateAt(25))).Message, StringComparison.Ordinal);
    }

    /// <summary>W ranks that take S draws at a time in batches of b: b is whole steps of S, and W·b whole batches of the sampler.</summary>
    [Theory]
    [InlineData(2, 6, 6, true)]
    [InlineData(2, 3, 3, true)]
    [InlineData(2, 1, 3, true)]
    [InlineData(3, 2, 2, true)]
    [InlineData(4, 6, 6, true)]
    [InlineData(2, 6, 3, false)]
    [InlineData(2, 3, 4, false)]
    [InlineData(2, 2, 3, false)]
    [InlineData(4, 1, 2, false)]
    public void Shards_are_cut_where_the_ranks_together_have_whole_batches(int worldSize, int step, int batchSize, bool isAllowed)
    {
        Assert.Equal(isAllowed, batchSize % step == 0 && worldSize * batchSize % 6 == 0);
        StratifiedRandomSampler sampler = Pets.StratifiedRandomSampler(1, 6, epochLength: 96);
        if (!isAllowed)
        {
            Assert.Throws<BatchSizeException>(() => Pets.Batches(sampler.Shard(0, worldSize, step), batchSize));
            return;
        }

        // Every global batch of the ranks has each class as often as its share says.
        List<OwnedBatch<Pet>>[] ranks = [.. Enumerable.Range(0, worldSize).Select(rank => Pets.Batches(sampler.Shard(rank, worldSize, step), batchSize).Owned().ToList())];
        for (int place = 0; place < ranks[0].Count; place++)
        {
            int[] classes = [.. ranks.SelectMany(rank => rank[place].ClassIndices)];
            Assert.All(Enumerable.Range(0, 3), species => Assert.Equal(classes.Length / 3, classes.Count(classIndex => classIndex == species)));
        }
    }

    /// <summary>What the ranks have at one step is what one process has of the same global draws, also where an epoch is no multiple of their steps: every piece is whole batches of the sampler.</summary>
    [Theory]
    [InlineData(1, 1, 6, 96)]
    [InlineData(2, 6, 6, 90)]
    [InlineData(3, 1, 6, 66)]
    [InlineData(3, 2, 4, 90)]
    [InlineData(3, 6, 12, 96)]
    [InlineData(4, 1, 3, 90)]
    [InlineData(5, 6, 6, 96)]
    [InlineData(5, 2, 6, 66)]
    [InlineData(8, 3, 3, 90)]
    [InlineData(13, 6, 6, 90)]
    public void Ranks_together_have_the_batches_of_one_process_to_the_end_of_every_epoch(int worldSize, int step, int batchSize, int epochLength)
    {
        foreach (Sampler sampler in (Sampler[])[
            Pets.StratifiedRandomSampler(1, 6, epochLength: epochLength),
            Pets.ClassAwareSampler(1, 3, 2, epochLength: epochLength),
            Pets.MinimumQuotaSampler(1, 6, [1, 1, 1], epochLength: epochLength)])
        {
            for (int epoch = 0; epoch < 3; epoch++)
            {
                OwnedBatch<Pet>[] single = [.. Pets.Batches(sampler, 6).Epoch(epoch).Owned()];
                List<OwnedBatch<Pet>>[] ranks =
                    [.. Enumerable.Range(0, worldSize).Select(rank => Pets.Batches(sampler.Shard(rank, worldSize, step), batchSize).Epoch(epoch).Owned().ToList())];
                int done = 0;
                for (int place = 0; place < ranks.Max(rank => rank.Count); place++)
                {
                    OwnedBatch<Pet>[] together = [.. ranks.Where(rank => place < rank.Count).Select(rank => rank[place])];
                    int rows = together.Sum(batch => batch.Count);
                    Assert.Equal(0, rows % 6);
                    OwnedBatch<Pet>[] same = single[(done / 6)..((done + rows) / 6)];
                    Assert.Equal(same.SelectMany(batch => batch.RowNumbers).Order(), together.SelectMany(batch => batch.RowNumbers).Order());
                    Assert.Equal(same.SelectMany(batch => batch.ClassIndices).Order(), together.SelectMany(batch => batch.ClassIndices).Order());
                    done += rows;
                }

                Assert.Equal(epochLength, done);
            }
        }
    }

    [Fact]
    public void One_batch_may_be_more_than_the_ranks_have_left()
    {
        StratifiedRandomSampler sampler = Pets.StratifiedRandomSampler(1, 32, epochLength: 64);
        OwnedBatch<Pet>[] ranks = [.. Enumerable.Range(0, 3).Select(rank => Assert.Single(Pets.Batches(sampler.Shard(rank, 3), 32).Owned()))];
        Assert.Equal(
            Pets.Batches(sampler).Owned().SelectMany(batch => batch.RowNumbers).Order(),
            ranks.SelectMany(batch => batch.RowNumbers).Order());
        Assert.Equal([22, 21, 21], ranks.Select(batch => batch.Count));
        Assert.Equal(1, Pets.Batches(sampler.Shard(0, 3, 32), 32).Count);
    }

    [Fact]
    public void Samplers_that_promise_nothing_of_batches_take_every_size()
    {
        for (int size = 1; size < 100; size++)
        {
            Assert.Equal(size, Pets.Batches(Pets.BalancedSampler(1), size).BatchSize);
            Assert.Equal(size, Pets.Batches(Pets.RandomSampler(1).Shard(0, 2), size).BatchSize);
        }
    }

    private static Sampler Of(string kind) => kind switch
    {
        "stratified" => Pets.StratifiedRandomSampler(1, 6),
        "class aware" => Pets.ClassAwareSampler(1, 3, 2),
        _ => Pets.MinimumQuotaSampler(1, 6, [1, 1, 1]),
    };
}
