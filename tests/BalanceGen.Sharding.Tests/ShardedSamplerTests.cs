namespace BalanceGen.Sharding.Tests;

public sealed class ShardedSamplerTests : IDisposable
{
    private static readonly int[] Minima = [2, 1, 1, 1, 1];

    private readonly ShardFolder _folder = ShardFolder.Usual();
    private readonly ShardedIndex _index;

    public ShardedSamplerTests() => _index = _folder.Build();

    public static TheoryData<string> Kinds() => ["balanced", "target", "scheduled", "minimum quota", "weighted"];

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rows_are_those_that_the_sampler_of_rows_draws_from_all_shards_in_a_row(string kind)
    {
        // The rows of all shards, one after the other.
        (int Shard, int Row)[] rows = [.. _folder.Truth.SelectMany((labels, shard) => labels.Select((_, row) => (shard, row)))];
        var index = RowIndex.Build(ShardFolder.Classes, [.. _folder.Truth.SelectMany(labels => labels)]);
        TargetDistribution target = TargetDistribution.Of(0.3, 0.25, 0.2, 0.15, 0.1);
        var schedule = TargetSchedule.Progressive(3, target, TargetDistribution.Uniform);
        Sampler sampler = kind switch
        {
            "balanced" => new BalancedSampler(index, 7),
            "target" => new BalancedSampler(index, 7, target),
            "scheduled" => new ScheduledBalancedSampler(index, 7, schedule, epochLength: 2000),
            "minimum quota" => new MinimumQuotaSampler(index, 7, 16, Minima, target),
            _ => new WeightedRandomSampler(index, 7, target: target),
        };
        ShardedSampler sharded = kind switch
        {
            "balanced" => _index.BalancedSampler(7),
            "target" => _index.BalancedSampler(7, target),
            "scheduled" => _index.ScheduledSampler(7, schedule, epochLength: 2000),
            "minimum quota" => _index.MinimumQuotaSampler(7, 16, Minima, target),
            _ => _index.WeightedRandomSampler(7, target),
        };
        var expected = new int[9000];
        sampler.Fill(1234, expected);

        Assert.Equal(expected.Select(row => rows[row]), Draws(sharded, 1234, expected.Length).Select(row => (row.Shard, (int)row.Row)));
        Assert.All(Draws(sharded, 0, 3000), row => Assert.Equal(_folder.Truth[row.Shard][row.Row], row.ClassIndex));
        Assert.Equal(sampler.EpochLength, sharded.EpochLength);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1024)]
    public void Simulated_ranks_draw_the_global_order_and_every_row_as_often_as_the_others(int ranks)
    {
        ShardedSampler sampler = _index.BalancedSampler(11);
        const int BatchSize = 4;
        long[] counts = _index.Counts.Values.ToArray();
        int draws = ranks * BatchSize * 6;
        ShardRow[] global = Draws(sampler, 0, draws);
        var union = new ShardRow[draws];
        for (int rank = 0; rank < ranks; rank++)
        {
            ShardedSampler part = sampler.Shard(new WorldRank(rank, ranks), BatchSize);
            int step = 0;
            foreach (ShardBatch batch in part.Batches(BatchSize, draws: BatchSize * 6))
            {
                batch.Rows.CopyTo(union.AsSpan((step++ * ranks * BatchSize) + (rank * BatchSize)));
                Assert.Equal(sampler.StateAt((long)step * ranks * BatchSize), batch.State);
            }
        }

        Assert.Equal(global, union);
        for (int classIndex = 0; classIndex < counts.Length; classIndex++)
        {
            ShardRow[] ofClass = [.. global.Where(row => row.ClassIndex == classIndex)];
            int[] visits = [.. ofClass.CountBy(row => row).Select(entry => entry.Value)];
            Assert.InRange(ofClass.Length - (draws / 5.0), -1, 1);
            Assert.Equal(Math.Min(counts[classIndex], ofClass.Length), visits.Length);
            Assert.All(visits, count => Assert.InRange(count, ofClass.Length / counts[classIndex], (ofClass.Length / counts[classIndex]) + 1));
        }
    }

    [Fact]
    public void Another_number_of_ranks_continues_from_a_state_in_mid_epoch()
    {
        ShardedSampler sampler = _index.BalancedSampler(3);
        var drawn = new List<ShardRow>();
        SamplerState state = sampler.StateAt(0);
        foreach ((int ranks, int steps) in ((int, int)[])[(4, 5), (3, 2), (8, 7), (1, 9), (5, 1)])
        {
            ShardedSampler[] parts = [.. Enumerable.Range(0, ranks).Select(rank => sampler.Shard(new WorldRank(rank, ranks), 8, SamplerState.FromJson(state.ToJson())))];
            for (int step = 0; step < steps; step++)
            {
                foreach (ShardedSampler part in parts)
                {
                    drawn.AddRange(Draws(part, step * 8, 8));
                }
            }

            state = parts[^1].StateAt(steps * 8);
        }

        Assert.Equal(Draws(sampler, 0, drawn.Count), drawn);
        Assert.Equal(drawn.Count, state.Draw);
    }

    [Fact]
    public void A_state_of_other_shards_is_refused()
    {
        SamplerState state = _index.BalancedSampler(3).StateAt(40);
        Assert.Equal(40, _index.BalancedSampler(3).ResumeFrom(state));
        Assert.Throws<SamplerStateMismatchException>(() => _index.BalancedSampler(4).ResumeFrom(state));
        Assert.Throws<SamplerStateMismatchException>(() => _index.BalancedSampler(3, TargetDistribution.AsSource).ResumeFrom(state));

        // As many rows of each class, but others: two shards change places.
        (_folder.Truth[0], _folder.Truth[4]) = (_folder.Truth[4], _folder.Truth[0]);
        _folder.Write(0);
        _folder.Write(4);
        using ShardedIndex other = _folder.Build();
        Assert.Equal(_index.Counts.ToString(), other.Counts.ToString());
        Assert.Equal("rows", Assert.Throws<SamplerStateMismatchException>(() => other.BalancedSampler(3).ResumeFrom(state)).Mismatch);
    }

    [Fact]
    public void A_plan_and_a_report_say_what_reading_will_be_like()
    {
        ShardedSampler sampler = _index.BalancedSampler(3);
        Assert.Equal(new BalancedPlaceSampler(_index.Counts, 3).Plan.ToString(), sampler.Plan.ToString());
        ShardRow[] rows = Draws(sampler, 100, 2000);
        LocalityReport report = sampler.Locality(100, 2000, path => path.EndsWith("3.csv", StringComparison.Ordinal), rowsPerGroup: 500);

        Assert.Equal(rows.Count(row => row.Shard == 3) / 2000.0, report.LocalShare, 1e-12);
        Assert.Equal(rows.Select(row => row.Shard).Distinct().Count(), report.ShardsTouched);
        Assert.Equal(rows.Select(row => (row.Shard, row.Row / 500)).Distinct().Count(), report.GroupsTouched);
        Assert.Contains("2,000 draws", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ranks_that_do_not_agree_all_say_so()
    {
        object?[] results = ThreadWorld.Run(3, world =>
        {
            _index.BalancedSampler(1).AgreeOn(world, 64);
            _index.BalancedSampler(world.Rank.Rank == 2 ? 5 : 1).AgreeOn(world);
            return null;
        });
        Assert.All(results, result => Assert.Equal(("the seed", 2), result is WorldDisagreementException error ? (error.What, error.Rank) : default));
        results = ThreadWorld.Run(3, world =>
        {
            _index.BalancedSampler(1).AgreeOn(world, world.Rank.Rank == 1 ? 64 : 32);
            return null;
        });
        Assert.All(results, result => Assert.Equal(("the next draw", 1), result is WorldDisagreementException error ? (error.What, error.Rank) : default));
    }

    [Fact]
    public void A_run_of_draws_allocates_nothing_once_the_shards_are_open()
    {
        ShardedSampler sampler = _index.BalancedSampler(3);
        var rows = new ShardRow[2000];
        for (int warm = 0; warm < 100; warm++)
        {
            sampler.Fill(0, rows);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        sampler.Fill(0, rows);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        ShardedSampler sampler = _index.BalancedSampler(3);
        Assert.Throws<ArgumentException>(() => new ShardedSampler(_index, new BalancedPlaceSampler(new ClassCounts(ShardFolder.Classes, 1, 2, 3, 4, 5), 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.RowAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Batches(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Locality(0, 0));
        _index.Dispose();
        Assert.Throws<ObjectDisposedException>(() => sampler.RowAt(0));
    }

    private static ShardRow[] Draws(ShardedSampler sampler, long first, int count)
    {
        var rows = new ShardRow[count];
        sampler.Fill(first, rows);
        return rows;
    }
}
