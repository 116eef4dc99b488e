namespace BalanceGen.Tests.Sampling;

/// <summary>Samplers of 64-bit places: the draws of the samplers of rows where both fit, exact beyond, and the same for any number of ranks.</summary>
public sealed class PlaceSamplerTests
{
    private static readonly int[] Minima = [3, 1, 0, 2];

    /// <summary>Beyond a row index, beyond 32 bits, within a window, within a table.</summary>
    private static readonly ClassCounts Large = new(Indices.Classes(4), 1L << 40, 5_000_000_011, 70_001, 5);

    public static TheoryData<string> Kinds() => ["balanced", "balanced to a target", "scheduled", "minimum quota", "weighted"];

    /// <summary>Also the one that has no sampler of rows beside it.</summary>
    public static TheoryData<string> AllKinds() => ["balanced", "balanced to a target", "scheduled", "minimum quota", "weighted", "windowed"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Where_both_fit_classes_and_rows_are_those_of_the_sampler_of_rows(string kind)
    {
        long[] counts = [70_001, 2555, 300, 5];
        RowIndex index = Indices.Sorted(counts);
        PlaceSampler places = Create(kind, index.Counts);
        Sampler rows = OfRows(kind, index);

        // From 2^40 on every class has been passed over many times.
        foreach (long first in (long[])[0, 777, 1L << 40])
        {
            int[] expected = rows.RowsOf(first, 20_000);
            Assert.Equal(expected, Draws(places, first, 20_000).Select(draw => index.Starts[draw.ClassIndex] + (int)draw.Place));
        }
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void A_draw_is_a_pure_function_of_its_number(string kind)
    {
        PlaceSampler sampler = Create(kind, Large);
        ClassPlace[] run = Draws(sampler, 0, 5000);

        Assert.Equal(run[501..3501], Draws(Create(kind, Large), 501, 3000));
        Assert.Equal(run, Enumerable.Range(0, run.Length).Select(draw => sampler.DrawAt(draw)));
        Assert.Equal(run.Reverse(), Enumerable.Range(0, run.Length).Select(draw => sampler.DrawAt(run.Length - 1 - draw)));
        Assert.All(run, draw => Assert.InRange(draw.Place, 0, Large[draw.ClassIndex] - 1));
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void The_union_of_the_parts_is_the_global_order_for_1_to_1024_ranks(string kind)
    {
        PlaceSampler sampler = Create(kind, Large);
        foreach ((int worldSize, int batchSize) in ((int, int)[])[(1, 1), (2, 10), (3, 7), (5, 32), (8, 1), (64, 8), (1024, 4)])
        {
            const long Start = 12_345;
            ClassPlace[] expected = Draws(sampler, Start, worldSize * batchSize * 2);
            var actual = new ClassPlace[expected.Length];
            for (int rank = 0; rank < worldSize; rank++)
            {
                PlaceSamplerShard part = sampler.Shard(rank, worldSize, batchSize, Start);
                ClassPlace[] own = Draws(part, 0, batchSize * 2);
                for (int draw = 0; draw < own.Length; draw++)
                {
                    actual[part.GlobalDraw(draw) - Start] = own[draw];
                }
            }

            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Another_number_of_ranks_goes_on_at_100_random_points_without_loss_or_repeat()
    {
        PlaceSampler sampler = Create("balanced", Large);
        ClassPlace[] expected = Draws(sampler, 0, 40_000);
        var random = new Random(4711);
        int next = 0;
        for (int change = 0; change < 100; change++)
        {
            (int worldSize, int batchSize) = (random.Next(1, 9), random.Next(1, 17));
            SamplerState state = SamplerState.Read(sampler.StateAt(next).ToBytes());
            int steps = random.Next(1, 4);
            for (int rank = 0; rank < worldSize; rank++)
            {
                PlaceSamplerShard part = sampler.Shard(rank, worldSize, state, batchSize);
                ClassPlace[] own = Draws(part, 0, steps * batchSize);
                Assert.Equal(own, Enumerable.Range(0, own.Length).Select(draw => expected[part.GlobalDraw(draw)]));
                Assert.Equal(sampler.StateAt(next + (steps * batchSize * worldSize)), part.StateAt(own.Length));
                Assert.Equal(own.Length, part.ResumeFrom(part.StateAt(own.Length)));
            }

            next += steps * batchSize * worldSize;
        }
    }

    [Theory]
    [InlineData("balanced to a target", 1L << 40)]
    [InlineData("balanced", 10_000_000_000)]
    public void Every_prefix_is_within_one_draw_of_the_target_beyond_any_row_index(string kind, long rows)
    {
        var counts = new ClassCounts(Indices.Classes(4), rows, 1_000_003, 907, 5);
        var sampler = (BalancedPlaceSampler)Create(kind, counts);
        double[] shares = kind == "balanced" ? [0.25, 0.25, 0.25, 0.25] : [0.4, 0.3, 0.2, 0.1];
        var drawn = new long[4];
        ClassPlace[] draws = Draws(sampler, 0, 200_000);
        for (int draw = 0; draw < draws.Length; draw++)
        {
            drawn[draws[draw].ClassIndex]++;
            for (int classIndex = 0; classIndex < 4; classIndex++)
            {
                Assert.True(Math.Abs(drawn[classIndex] - (shares[classIndex] * (draw + 1))) < 1 + 1e-6, $"class {classIndex} after {draw + 1} draws");
            }
        }

        // Rows are visited in passes: every row of the rarer classes as often as any other of the class, give or take one.
        foreach (int classIndex in (int[])[2, 3])
        {
            int[] visits = [.. draws.Where(draw => draw.ClassIndex == classIndex).CountBy(draw => draw.Place).Select(entry => entry.Value)];
            Assert.Equal(counts[classIndex], visits.Length);
            Assert.InRange(visits.Max() - visits.Min(), 0, 1);
        }

        Assert.Equal(draws.Count(draw => draw.ClassIndex == 0), draws.Where(draw => draw.ClassIndex == 0).Select(draw => draw.Place).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Its_plan_is_that_of_the_sampler_of_rows(string kind)
    {
        RowIndex index = Indices.Sorted(7001, 2555, 300, 5);
        SamplerPlan expected = OfRows(kind, index).PlanOf(12_000)!;
        SamplerPlan plan = Create(kind, index.Counts).PlanFor(12_000);

        Assert.Equal(expected.ToString(), plan.ToString());
        Assert.Equal(expected.EpochsUntilAllSeen!.Value, plan.EpochsUntilAllSeen!.Value, 1e-9);
        Assert.Equal(plan.ToString(), Create(kind, index.Counts).Shard(0, 4).PlanFor(3000).ToString());
    }

    [Fact]
    public void A_plan_needs_no_rows()
    {
        SamplerPlan plan = new BalancedPlaceSampler(Large, 1).Plan;
        Assert.True(plan.IsExact);
        Assert.Equal(4.0 * Large[0] / Large.Total, plan.EpochsUntilAllSeen!.Value, 1e-6);
    }

    [Fact]
    public void More_classes_than_windows_have_room_for_draw_the_same_places()
    {
        // Windows for these would take more than 64 MB; with the classes of one row left out they do not.
        long[] rows = [.. Enumerable.Range(0, 70_000).Select(index => index % 70 == 0 ? 1000L : 200)];
        RowIndex index = Indices.Sorted(rows);
        var places = new BalancedPlaceSampler(index.Counts, 5);
        int[] expected = new BalancedSampler(index, 5).RowsOf(400_000, 3000);
        Assert.Equal(expected, Draws(places, 400_000, 3000).Select(draw => index.Starts[draw.ClassIndex] + (int)draw.Place));
    }

    [OptimizedFact]
    public void A_run_allocates_nothing()
    {
        PlaceSampler sampler = Create("balanced", Large);
        var places = new ClassPlace[3000];
        AllocationFree.Assert(() =>
        {
            sampler.Fill(3, places);
            return (int)places[0].Place;
        });
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Bad_arguments_and_foreign_states_are_refused(string kind)
    {
        PlaceSampler sampler = Create(kind, Large);
        SamplerState state = sampler.StateAt(5);

        Assert.Equal(5, sampler.ResumeFrom(state));
        Assert.Throws<SamplerStateMismatchException>(() => sampler.ResumeFrom(state with { Seed = 1 }));
        Assert.Throws<SamplerStateMismatchException>(() => sampler.ResumeFrom(state with { Version = 1 }));
        Assert.Throws<SamplerStateMismatchException>(() => sampler.ResumeFrom(state with { ConfigurationHash = 1 }));
        Assert.Throws<SamplerStateMismatchException>(() => Create(kind, new ClassCounts(Indices.Classes(4), 1L << 40, 5_000_000_011, 70_001, 6)).ResumeFrom(state));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.StateAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.DrawAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.PlanFor(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Shard(2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Shard(0, 1, batchSize: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Shard(0, 2, batchSize: 4).StateAt(3));
        Assert.Throws<ArgumentException>(() => sampler.Shard(0, 2, batchSize: 4).ResumeFrom(state));
        Assert.Throws<EmptyDatasetException>(() => Create(kind, new ClassCounts(Indices.Classes(4), 0, 0, 0, 0)));
        Assert.Throws<EmptyClassException>(() => Create(kind, new ClassCounts(Indices.Classes(4), 0, 1, 1, 1)));
    }

    internal static PlaceSampler Create(string kind, ClassCounts counts) => kind switch
    {
        "balanced" => new BalancedPlaceSampler(counts, 42),
        "balanced to a target" => new BalancedPlaceSampler(counts, 42, Target),
        "scheduled" => new ScheduledPlaceSampler(counts, 42, TargetSchedule.Progressive(5, TargetDistribution.Of(0.1, 0.2, 0.3, 0.4)), epochLength: 900),
        "minimum quota" => new MinimumQuotaPlaceSampler(counts, 42, 20, Minima, Target),
        "windowed" => new WindowedPlaceSampler(counts, 42, classIndex => FirstPlaces(counts[classIndex]), new WindowOptions { Groups = 3, MemoryRows = 100_000 }, Target),
        _ => new WeightedRandomPlaceSampler(counts, 42, Target),
    };

    /// <summary>Seven groups of rows of different sizes.</summary>
    private static long[] FirstPlaces(long count) => [.. Enumerable.Range(0, 8).Select(group => count / 49 * group * group + (group == 7 ? count % 49 : 0))];

    internal static ClassPlace[] Draws(PlaceSampler sampler, long firstDraw, int count)
    {
        var places = new ClassPlace[count];
        sampler.Fill(firstDraw, places);
        return places;
    }

    private static TargetDistribution Target => TargetDistribution.Of(0.4, 0.3, 0.2, 0.1);

    private static Sampler OfRows(string kind, RowIndex index) => kind switch
    {
        "balanced" => new BalancedSampler(index, 42),
        "balanced to a target" => new BalancedSampler(index, 42, Target),
        "scheduled" => new ScheduledBalancedSampler(index, 42, TargetSchedule.Progressive(5, TargetDistribution.Of(0.1, 0.2, 0.3, 0.4)), epochLength: 900),
        "minimum quota" => new MinimumQuotaSampler(index, 42, 20, Minima, Target),
        _ => new WeightedRandomSampler(index, 42, target: Target),
    };
}
