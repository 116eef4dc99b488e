using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Statistics;

/// <summary>Distributions of the samplers against what they promise; see <see cref="Significance"/> for the decision rule.</summary>
public sealed class ExactnessTests
{
    private const int Seeds = 2000;

    public static TheoryData<string> RandomRows() =>
        ["balanced", "weighted", "successive", "weights", "race", "stratified", "class aware", "minimum", "scheduled", "random", "random replacement", "over", "under", "repeat factor"];

    [Theory]
    [MemberData(nameof(RandomRows))]
    public void At_a_fixed_draw_every_row_of_a_class_has_the_same_probability(string kind)
    {
        // Over many seeds, so that the samples are independent also where the draws of one seed are not.
        (RowIndex index, int[] classOfRow) = Indices.Mixed(30, 9, 1);
        int[] draws = [0, 17, 40, 1000];
        long[][] seenAt = [.. draws.Select(_ => new long[40])];
        for (int seed = 0; seed < Seeds; seed++)
        {
            Sampler sampler = Create(kind, index, seed);
            for (int number = 0; number < draws.Length; number++)
            {
                seenAt[number][sampler.RowAt(draws[number])]++;
            }
        }

        foreach ((int draw, long[] seen) in draws.Zip(seenAt))
        {
            for (int classIndex = 0; classIndex < 2; classIndex++)
            {
                long[] ofClass = [.. Enumerable.Range(0, 40).Where(row => classOfRow[row] == classIndex).Select(row => seen[row])];
                double mean = ofClass.Average();
                if (mean >= 5)
                {
                    double p = Significance.ChiSquare(ofClass, [.. ofClass.Select(_ => mean)]);
                    Significance.AssertKept(p, $"{kind}, draw {draw}, class {classIndex}");
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void Any_number_of_classes_is_drawn_uniformly(int classes)
    {
        RowIndex index = Indices.Sorted([.. Enumerable.Repeat(1L, classes)]);
        int draws = Math.Max(20_000, 10 * classes);
        var weighted = new long[classes];
        foreach (int row in new WeightedRandomSampler(index, 201).Draws(0, draws))
        {
            weighted[row]++;
        }

        Significance.AssertKept(
            Significance.ChiSquare(weighted, [.. Enumerable.Repeat((double)draws / classes, classes)]), $"weighted, {classes} classes");

        var balanced = new BalancedSampler(index, 201);
        var counts = new int[classes];
        foreach (int row in balanced.Draws(0, 3L * classes))
        {
            counts[row]++;
        }

        Assert.All(counts, count => Assert.Equal(3, count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void Samplers_that_pass_over_the_rows_draw_each_of_any_number_of_classes_three_times_in_three_passes(int classes)
    {
        RowIndex index = Indices.Sorted([.. Enumerable.Repeat(1L, classes)]);
        int batch = Math.Min(classes, 1000);
        Sampler[] samplers =
        [
            new ScheduledBalancedSampler(index, 207, TargetSchedule.Progressive(2)),
            new MinimumQuotaSampler(index, 207, batch, [.. Enumerable.Repeat(classes <= 1000 ? 1 : 0, classes)]),
            new ClassAwareSampler(index, 207, batch, 1),
            new WeightedRandomSampler(index, 207, replacement: false),
            new WeightedRandomSampler(index, new SampleWeights([.. Enumerable.Repeat(0.3, classes)]), 207, replacement: false),
            new RandomOverSampler(index, 207),
            new RandomUnderSampler(index, 207),
            new RepeatFactorSampler(index, 207, new ClassWeights(index.Classes, [.. Enumerable.Repeat(3.0, classes)])),
            new InterleavedSampler(207, TargetDistribution.Uniform, [.. Enumerable.Range(0, classes).Select(_ => new SequentialSampler(1))]),
        ];
        foreach (Sampler sampler in samplers)
        {
            var times = new int[classes];
            foreach (int row in sampler.Draws(0, 3L * classes))
            {
                times[row]++;
            }

            Assert.True(Array.TrueForAll(times, count => count == 3), $"{sampler.GetType().Name}, {classes} classes");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void Any_number_of_classes_is_drawn_uniformly_by_rows_by_places_and_in_batches(int classes)
    {
        RowIndex index = Indices.Sorted([.. Enumerable.Repeat(1L, classes)]);
        int draws = Math.Max(20_000, 10 * classes);
        var places = new ClassPlace[draws];
        new WeightedRandomPlaceSampler(index.Counts, 208).Fill(0, places);
        (string Kind, IEnumerable<int> Classes)[] kinds =
        [
            ("class places", places.Select(draw => draw.ClassIndex)),
            ("weights", new WeightedRandomSampler(index, new SampleWeights([.. Enumerable.Repeat(0.3, classes)]), 208).RowsOf(0, draws)),
            ("stratified", new StratifiedRandomSampler(index, 208, (classes + 1) / 2).RowsOf(0, draws)),
        ];
        foreach ((string kind, IEnumerable<int> drawn) in kinds)
        {
            var times = new long[classes];
            foreach (int classIndex in drawn)
            {
                times[classIndex]++;
            }

            Significance.AssertKept(Significance.ChiSquare(times, [.. Enumerable.Repeat((double)draws / classes, classes)]), $"{kind}, {classes} classes");
        }
    }

    [Fact]
    public void More_than_65536_classes_keep_the_prefix_bound_and_the_plan()
    {
        const int classes = 100_000;
        long[] rows = [.. Enumerable.Range(0, classes).Select(index => 1L + (index % 3))];
        RowIndex index = Indices.Sorted(rows);
        int[] classOfRow = [.. rows.SelectMany((count, classIndex) => Enumerable.Repeat(classIndex, (int)count))];
        var sampler = new BalancedSampler(index, 202, TargetDistribution.AsSource);
        var drawn = new long[classes];
        long draw = 0;
        foreach (int row in sampler.Draws(0, 2L * sampler.Period))
        {
            int classIndex = classOfRow[row];
            draw++;

            // A class is furthest from its share just before and just after its own draws.
            double owed = sampler.AchievedShare(classIndex) * draw;
            Assert.True(Math.Abs(drawn[classIndex] - (sampler.AchievedShare(classIndex) * (draw - 1))) < 1 && Math.Abs(++drawn[classIndex] - owed) < 1);
        }

        Assert.Equal(draw, drawn.Sum());
    }

    [Fact]
    public void A_row_of_a_billionth_of_the_weight_is_drawn_as_often_as_it_should()
    {
        // 10^-9 cannot be counted; its threshold in the table can be read, and 10^-5 beside it be counted.
        var weights = new SampleWeights([1, 1e9, 1e4]);
        var table = new RowAliasTable(new RowUnits(weights));
        double mass = 0;
        foreach (RowAliasColumn column in table.Columns)
        {
            double own = column.Threshold == 0 ? 1 : column.Threshold / Math.Pow(2, 64);
            mass += (column.Own == 0 ? own : 0) + (column.Alias == 0 && column.Own != 0 ? 1 - own : 0);
        }

        Assert.Equal(1, mass / 3 * (1e9 + 1e4 + 1), 1e-6);
        var seen = new long[3];
        foreach (int row in new WeightedRandomSampler(Indices.Sorted(3), weights, 203).Draws(0, 4_000_000))
        {
            seen[row]++;
        }

        Significance.AssertKept(Significance.ChiSquare([seen[2], seen[0] + seen[1]], [4e6 * 1e4 / (1e9 + 1e4 + 1), 4e6 * (1e9 + 1) / (1e9 + 1e4 + 1)]), "1 : 100,000");
    }

    [Fact]
    public void Rows_of_a_large_class_are_spread_evenly()
    {
        // Kolmogorov and Smirnov on row/N: independent draws; those without replacement at most as far from uniform.
        const int rows = 3_000_000;
        RowIndex index = Indices.Sorted(rows);
        Sampler[] samplers =
        [
            new WeightedRandomSampler(index, 204), new RandomSampler(rows, 204, replacement: true), new RandomSampler(rows, 204), new BalancedSampler(index, 204),
            new WeightedRandomSampler(index, new SampleWeights([.. Enumerable.Repeat(2.5, rows)]), 204),
            new StratifiedRandomSampler(index, 204, 64), new ClassAwareSampler(index, 204, 1, 32),
            new WeightedRandomSampler(index, 204, 100_000, replacement: false),
            new WeightedRandomSampler(index, new SampleWeights([.. Enumerable.Repeat(2.5, rows)]), 204, 100_000, replacement: false),
            new RepeatFactorSampler(index, 204, new ClassWeights(index.Classes, 1.3)), new MinimumQuotaSampler(index, 204, 16, [8]),
            new ScheduledBalancedSampler(index, 204, TargetSchedule.Progressive(2), epochLength: 10_000), new RandomUnderSampler(index, 204), new RandomOverSampler(index, 204),
            new InterleavedSampler(204, TargetDistribution.Uniform, new WeightedRandomSampler(Indices.Sorted(rows / 2), 205), new RandomSampler(rows / 2, 206)),
        ];
        foreach (Sampler sampler in samplers)
        {
            double[] places = [.. sampler.RowsOf(12_345, 50_000).Select(row => (row + 0.5) / rows)];
            Significance.AssertKept(Significance.KolmogorovSmirnov(places), sampler.GetType().Name);
        }

        var classPlaces = new ClassPlace[50_000];
        new WeightedRandomPlaceSampler(index.Counts, 204).Fill(12_345, classPlaces);
        Significance.AssertKept(Significance.KolmogorovSmirnov([.. classPlaces.Select(draw => (draw.Place + 0.5) / rows)]), nameof(WeightedRandomPlaceSampler));
    }

    [Fact]
    public void The_decision_rule_refuses_what_is_wrong()
    {
        // 2 % more of one row in ten, and places that avoid a hundredth of the line.
        long[] seen = [.. Enumerable.Repeat(100_000L, 9), 102_500];
        Assert.True(Significance.ChiSquare(seen, [.. seen.Select(_ => 100_250.0)]) < Significance.PerTest);
        double[] places = [.. Enumerable.Range(0, 100_000).Select(place => 0.99 * (place + 0.5) / 100_000 * 0.99)];
        Assert.True(Significance.KolmogorovSmirnov(places) < Significance.PerTest);
        Assert.True(Significance.KolmogorovSmirnov([.. Enumerable.Range(0, 1000).Select(place => (place + 0.5) / 1000)]) > 0.99);
    }

    private static Sampler Create(string kind, RowIndex index, long seed) => kind switch
    {
        "balanced" => new BalancedSampler(index, seed, TargetDistribution.Of(0.5, 0.4, 0.1)),
        "weighted" => new WeightedRandomSampler(index, seed, target: TargetDistribution.Of(0.5, 0.4, 0.1)),
        "successive" => new WeightedRandomSampler(index, seed, 25, replacement: false, TargetDistribution.Of(0.5, 0.4, 0.1)),
        "weights" => new WeightedRandomSampler(index, new SampleWeights([.. Enumerable.Repeat(0.3, 40)]), seed),
        "race" => new WeightedRandomSampler(index, new SampleWeights([.. Enumerable.Repeat(0.3, 40)]), seed, 25, replacement: false),
        "stratified" => new StratifiedRandomSampler(index, seed, 7, TargetDistribution.Of(0.5, 0.4, 0.1)),
        "class aware" => new ClassAwareSampler(index, seed, 2, 3),
        "minimum" => new MinimumQuotaSampler(index, seed, 7, [1, 1, 1], TargetDistribution.Of(0.5, 0.4, 0.1)),
        "scheduled" => new ScheduledBalancedSampler(index, seed, TargetSchedule.Steps(new TargetStep(0, TargetDistribution.Of(0.5, 0.4, 0.1)), new TargetStep(1, TargetDistribution.Of(0.3, 0.6, 0.1)))),
        "random" => new RandomSampler(40, seed),
        "random replacement" => new RandomSampler(40, seed, replacement: true),
        "over" => new RandomOverSampler(index, seed),
        "under" => new RandomUnderSampler(index, seed),
        "repeat factor" => new RepeatFactorSampler(index, seed, 0.5),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such sampler."),
    };
}
