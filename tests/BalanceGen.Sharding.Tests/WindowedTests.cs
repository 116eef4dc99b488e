namespace BalanceGen.Sharding.Tests;

public sealed class WindowedTests : IDisposable
{
    private readonly ColumnShards _shards = new(2048, 9000, 5000, 30_000);
    private readonly ShardedIndex _index;
    private readonly RowGroups _groups;

    public WindowedTests()
    {
        _index = _shards.Build();
        _groups = RowGroups.OfFiles(_index);
    }

    public void Dispose()
    {
        _index.Dispose();
        _shards.Dispose();
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 0)]
    [InlineData(4, 3000)]
    [InlineData(1000, 3000)]
    public void Shares_are_exact_at_every_prefix_and_every_row_comes_once_in_a_pass(int window, long memoryRows)
    {
        var sampler = Windowed(_groups, new WindowOptions { Groups = window, MemoryRows = memoryRows });
        var draws = new ClassPlace[150_000];
        sampler.Fill(0, draws);
        var exact = new ClassPlace[draws.Length];
        new BalancedPlaceSampler(_index.Counts, 5).Fill(0, exact);
        Assert.Equal(exact.Select(draw => draw.ClassIndex), draws.Select(draw => draw.ClassIndex));
        for (int classIndex = 0; classIndex < 5; classIndex++)
        {
            long[] places = [.. draws.Where(draw => draw.ClassIndex == classIndex).Select(draw => draw.Place)];
            int count = (int)_index.Counts[classIndex];
            for (int pass = 0; (pass + 1) * count <= places.Length; pass++)
            {
                Assert.Equal(Enumerable.Range(0, count).Select(place => (long)place), places.Skip(pass * count).Take(count).Order());
            }

            Assert.Equal(places.Length % count, places.Skip(places.Length / count * count).Distinct().Count());

            // Held in memory or not, passes have different orders.
            Assert.True(places.Length < 2 * count || !places.Take(count).SequenceEqual(places.Skip(count).Take(count)));
        }

        Assert.Equal(new BalancedPlaceSampler(_index.Counts, 5).Plan.ToString(), sampler.Plan.ToString());
    }

    [Fact]
    public void A_frequent_class_reads_few_groups_at_a_time_and_comes_back_to_none_in_a_pass()
    {
        var sampler = _index.WindowedSampler(_groups, 5, new WindowOptions { Groups = 3, MemoryRows = 4000 });
        var memory = ((WindowedPlaceSampler)sampler.Places).ClassesInMemory.ToHashSet();
        Assert.Contains(4, memory);
        Assert.DoesNotContain(0, memory);
        var rows = new ShardRow[60_000];
        sampler.Fill(0, rows);
        int[] groups = [.. rows.Where(row => row.ClassIndex == 0).Select(GroupOf)];
        Assert.All(groups.Chunk(400), run => Assert.InRange(run.Distinct().Count(), 1, 6));

        // The span of draws from a group's first row to its last one holds no more rows than a window has.
        int[] sizes = [.. groups.CountBy(group => group).Select(entry => entry.Value)];
        foreach (int group in groups.Take(8000).Distinct())
        {
            int span = Array.LastIndexOf(groups[..8000], group) - Array.IndexOf(groups, group) + 1;
            Assert.InRange(span, 1, 3 * sizes.Max());
        }
    }

    [Fact]
    public void A_draw_is_a_function_of_its_number()
    {
        WindowedPlaceSampler Create(int window = 3) => Windowed(_groups, new WindowOptions { Groups = window, MemoryRows = 4000 });
        var sampler = Create();
        var run = new ClassPlace[70_000];
        sampler.Fill(0, run);
        foreach (int draw in (int[])[69_999, 0, 33_000, 32_999, 5])
        {
            Assert.Equal(run[draw], sampler.DrawAt(draw));
            Assert.Equal(run[draw], Create().DrawAt(draw));
        }

        Assert.Equal(9, sampler.ResumeFrom(Create().StateAt(9)));
        Assert.Throws<SamplerStateMismatchException>(() => sampler.ResumeFrom(Create(window: 4).StateAt(9)));
        for (int rank = 0; rank < 3; rank++)
        {
            PlaceSamplerShard part = sampler.Shard(rank, 3, 50);
            var own = new ClassPlace[500];
            part.Fill(0, own);
            Assert.Equal(own, Enumerable.Range(0, 500).Select(draw => run[part.GlobalDraw(draw)]));
        }
    }

    [Fact]
    public async Task Preloaded_classes_cost_no_group_while_drawing()
    {
        var places = Windowed(_groups, new WindowOptions { Groups = 2, MemoryRows = 12_000 });
        var sampler = new ShardedSampler(_index, places);
        using ColumnShardReader<(long Id, string Breed)> reader = ColumnShards.Reader(_index, groups: 8);
        reader.Preload(places.ClassesInMemory);
        long preload = reader.GroupsDecoded;
        Assert.Equal(places.ClassesInMemory.Sum(index => _index.Counts[index]), reader.RowsPreloaded);
        Assert.Equal(_groups.Count, preload);
        int draws = 0;
        await foreach (LoadedBatch<(long Id, string Breed)> batch in sampler.Batches(100, draws: 40_000).LoadAsync(reader, new LoadOptions { Workers = 2 }))
        {
            foreach ((long _, string breed) in batch.Rows.ToArray())
            {
                draws++;
                Assert.Contains(breed, ShardFolder.Classes.Names.ToArray());
            }
        }

        Assert.Equal(40_000, draws);

        // As many groups as the classes that are not in memory are passed over, and one window more for each; fewer where two classes meet in a group that is kept.
        double foretold = places.RowsDecodedPerDraw * draws / 2048;
        Assert.InRange(reader.GroupsDecoded - preload, foretold * 0.5, (foretold * 1.3) + 12);
    }

    [Fact]
    public void Bad_groups_are_named()
    {
        Assert.Throws<ArgumentException>(() => _index.WindowedSampler(RowGroups.Of([[0, 9000]]), 1));
        Assert.Throws<ArgumentException>(() => _index.WindowedSampler(RowGroups.Of([[0, 100], [0, 5000], [0, 30_000]]), 1, new WindowOptions { MemoryRows = 0 }));
        Assert.Throws<ArgumentException>(() => RowGroups.Of([[0, 5, 5]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowOptions { Groups = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowOptions { MemoryRows = -1 });
    }

    private WindowedPlaceSampler Windowed(RowGroups groups, WindowOptions options) => (WindowedPlaceSampler)_index.WindowedSampler(groups, 5, options).Places;

    private static int GroupOf(ShardRow row) => (row.Shard * 1000) + (int)(row.Row / 2048);
}
