using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Statistics;

/// <summary>
/// The order in which samplers take their classes, beside random orders with the same constraint. With <c>BALANCEGEN_LONG_ORDERS=1</c> twenty times as many orders are looked at.
/// </summary>
public sealed class ClassOrderTests
{
    private static readonly int[] ClassNumbers = [2, 3, 10, 37, 1000, 8142, 16_000, 40_000];

    private static int Times => Environment.GetEnvironmentVariable("BALANCEGEN_LONG_ORDERS") == "1" ? 20 : 1;

    public static TheoryData<string, int> Equal()
    {
        var data = new TheoryData<string, int>();
        foreach (string kind in ClassOrders.Kinds)
        {
            foreach (int classes in ClassNumbers)
            {
                data.Add(kind, classes);
            }
        }

        return data;
    }

    public static TheoryData<string> Unequal() => ["two groups", "nearly all different", "ascending", "long tail"];

    [Theory]
    [MemberData(nameof(Equal))]
    public void Classes_with_one_share_come_as_in_a_random_order_over_periods_and_over_seeds(string kind, int classes)
    {
        int batch = ClassOrders.BatchOf(classes);
        int draws = classes switch { <= 37 => 40 * batch, <= 1000 => 3000, _ => classes + (classes / 2) } / batch * batch;
        int orders = Times * (classes switch { <= 37 => 60, <= 1000 => 20, <= 16_000 => 5, _ => kind == "interleaved" ? 1 : 3 });
        int runs = classes <= 37 ? 10 : 1;
        var words = new Xorshift((ulong)classes + 77);

        // Random orders start with a round, and so do the others.
        long round = (kind == "class aware" ? classes / batch * batch : classes) * (long)batch;
        double[][] random = Measure(5 * orders, _ => ClassOrders.Random(kind, classes, words, draws));

        // Orders of one seed far from each other, and the same draws of other seeds.
        ClassOrderMeasures.AssertAlike(
            Measure(orders, number => ClassOrders.Drawn(kind, classes, 5, number * 64L * round, draws)), random, $"{kind}, {classes} classes, periods");
        ClassOrderMeasures.AssertAlike(
            Measure(orders, number => ClassOrders.Drawn(kind, classes, 1000 + number, 0, draws)), random, $"{kind}, {classes} classes, seeds");

        double[][] Measure(int count, Func<int, int[]> order) =>
            [.. Enumerable.Range(0, count).Select(set => ClassOrderMeasures.Of([.. Enumerable.Range(0, runs).Select(run => order((set * runs) + run))], classes, batch))];
    }

    [Theory]
    [MemberData(nameof(Unequal))]
    public void Classes_with_several_shares_come_as_in_a_random_order_within_the_bound(string target)
    {
        foreach (int classes in (int[])[3, 10, 24])
        {
            double[] parts = Parts(target, classes);
            var ofSeeds = new List<double[]>();
            var ofPeriods = new List<double[]>();
            var random = new List<double[]>();
            var words = new Xorshift((ulong)classes + 78);
            int batch = Math.Min(classes, 10);
            int[] quotas = [];
            for (int number = 0; number < Times * 100; number++)
            {
                var ofSeed = new BalancedSampler(ClassOrders.RowsOf(classes), number, TargetDistribution.Proportional(parts));
                int[] order = [.. ofSeed.RowsOf(0, ofSeed.Period).Select(row => row / 2)];
                quotas = [.. Enumerable.Range(0, classes).Select(drawn => order.Count(other => other == drawn))];
                ofSeeds.Add(ClassOrderMeasures.Of([order], classes, batch));
                random.Add(ClassOrderMeasures.Of([ClassOrders.RandomPeriod(quotas, order, words)], classes, batch));
                var one = new BalancedSampler(ClassOrders.RowsOf(classes), 3, TargetDistribution.Proportional(parts));
                ofPeriods.Add(ClassOrderMeasures.Of([[.. one.RowsOf(number * (long)one.Period, one.Period).Select(row => row / 2)]], classes, batch));
            }

            ClassOrderMeasures.AssertAlike(ofSeeds, random, $"{target}, {classes} classes, seeds");
            ClassOrderMeasures.AssertAlike(ofPeriods, random, $"{target}, {classes} classes, periods");
        }
    }

    [Theory]
    [MemberData(nameof(Unequal))]
    public void Neighbours_in_number_are_not_neighbours_in_time_with_many_shares(string target)
    {
        foreach (int classes in (int[])[1000, 8142, 40_000])
        {
            double[] parts = Parts(target, classes);
            double expected = 0;
            double neighbours = 0;
            for (int seed = 0; seed < (classes > 10_000 ? 2 : 8); seed++)
            {
                var sampler = new BalancedSampler(ClassOrders.RowsOf(classes), classes + seed, TargetDistribution.Proportional(parts));
                int draws = Math.Max(200_000, sampler.Period);
                int[] order = [.. sampler.RowsOf(sampler.Period / 2, draws).Select(row => row / 2)];
                for (int drawn = 1; drawn < classes; drawn++)
                {
                    expected += 2.0 * draws * sampler.AchievedShare(drawn) * sampler.AchievedShare(drawn - 1);
                }

                neighbours += Enumerable.Range(1, draws - 1).Count(draw => Math.Abs(order[draw] - order[draw - 1]) == 1);
                Assert.Equal(0, ClassOrderMeasures.Of([order], classes, 32)[4]);
            }

            // As often as independent draws have them, give or take what the windows of the classes change; a count of rare events.
            Assert.True(
                Math.Abs(neighbours - expected) < (0.02 * expected) + (4 * Math.Sqrt(expected)) + 3, $"{target}, {classes} classes: {neighbours} neighbours, {expected:F0} expected");
        }
    }

    [Theory]
    [MemberData(nameof(Equal))]
    public void Two_seeds_and_two_periods_have_different_orders(string kind, int classes)
    {
        int draws = Math.Max(classes, 64) / ClassOrders.BatchOf(classes) * ClassOrders.BatchOf(classes);
        int[][] orders =
        [
            ClassOrders.Drawn(kind, classes, 1, 0, draws), ClassOrders.Drawn(kind, classes, 2, 0, draws), ClassOrders.Drawn(kind, classes, 1, draws, draws),
            ClassOrders.Drawn(kind, classes, 1, 1000L * draws, draws),
        ];

        Assert.Equal(orders.Length, orders.Select(order => string.Join(' ', order)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Unequal))]
    public void Orders_of_several_shares_differ_between_seeds_and_periods(string target)
    {
        foreach (int classes in (int[])[3, 10, 37, 1000])
        {
            double[] parts = Parts(target, classes);
            var orders = new HashSet<string>();
            for (int number = 0; number < 20; number++)
            {
                var sampler = new BalancedSampler(ClassOrders.RowsOf(classes), number % 4, TargetDistribution.Proportional(parts));
                orders.Add(string.Join(' ', sampler.RowsOf(number / 4 * (long)sampler.Period, sampler.Period).Select(row => row / 2)));
            }

            Assert.Equal(20, orders.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Unequal))]
    public void At_every_prefix_of_several_periods_a_class_is_less_than_one_draw_from_its_share(string target)
    {
        foreach (int classes in (int[])[2, 3, 10, 37, 1000, 8142, 40_000])
        {
            double[] parts = Parts(target, classes);
            var sampler = new BalancedSampler(ClassOrders.RowsOf(classes), 11, TargetDistribution.Proportional(parts));
            int[] order = [.. sampler.RowsOf(0, (2 * sampler.Period) + 700).Select(row => row / 2)];
            var drawn = new long[classes];
            long[] quotas = [.. Enumerable.Range(0, classes).Select(of => (long)Math.Round(sampler.AchievedShare(of) * sampler.Period))];
            for (int draw = 0; draw < order.Length; draw++)
            {
                // Between its draws a class falls behind steadily: it is furthest from its share just before and just after one of them.
                int of = order[draw];
                AssertNear(of, draw);
                drawn[of]++;
                AssertNear(of, draw + 1);
            }

            for (int of = 0; of < classes; of++)
            {
                AssertNear(of, order.Length);
            }

            void AssertNear(int of, long draws) => Assert.True(
                Math.Abs((drawn[of] * sampler.Period) - (quotas[of] * draws)) < sampler.Period, $"{target}, {classes} classes: class {of} after {draws} draws");
        }
    }

    [Theory]
    [MemberData(nameof(Unequal))]
    public void Single_draws_runs_and_seeks_agree(string target)
    {
        foreach (int classes in (int[])[2, 10, 37, 1000, 40_000])
        {
            double[] parts = Parts(target, classes);
            var sampler = new BalancedSampler(ClassOrders.RowsOf(classes), 12, TargetDistribution.Proportional(parts));
            long first = Math.Max(0, (3L * sampler.Period) - 900);
            int[] run = sampler.RowsOf(first, 1800);
            var words = new Xorshift(9);
            for (int probe = 0; probe < 200; probe++)
            {
                int place = words.Below(run.Length - 40);
                Assert.Equal(run[place], sampler.RowAt(first + place));
                Assert.Equal(run[place..(place + 40)], new BalancedSampler(ClassOrders.RowsOf(classes), 12, TargetDistribution.Proportional(parts)).RowsOf(first + place, 40));
                probe += classes > 1000 ? 60 : 5;
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(300)]
    [InlineData(40_000)]
    public void Plans_know_when_a_class_is_drawn(int classes)
    {
        foreach (TargetDistribution target in (TargetDistribution[])[TargetDistribution.Uniform, TargetDistribution.Proportional(Parts("two groups", classes))])
        {
            var sampler = new BalancedSampler(ClassOrders.RowsOf(classes), 13, target);
            int[] order = [.. sampler.RowsOf(0, 3 * classes * 4).Select(row => row / 2)];
            foreach (int of in (int[])[0, classes / 2, classes - 1])
            {
                int last = Enumerable.Range(0, order.Length).Where(draw => order[draw] == of).ElementAt(1);
                Assert.Equal(last + 1, sampler.DrawsUntilAllSeen(of));
                Assert.Equal(order[..(classes + 7)].Count(drawn => drawn == of), sampler.DrawsOf(of, classes + 7));
            }
        }
    }

    /// <summary>Shares that differ: two groups that alternate in number; all different as far as the period has room; ascending with the class number; 100 to 1.</summary>
    private static double[] Parts(string target, int classes) => target switch
    {
        "two groups" => [.. Enumerable.Range(0, classes).Select(of => of % 2 == 0 ? 1.0 : 3.0)],
        "nearly all different" => [.. Enumerable.Range(0, classes).Select(of => (double)(1 + (of * 7919L % classes) + (classes / 4)))],
        "ascending" => [.. Enumerable.Range(0, classes).Select(of => 1.0 + of + (classes / 3))],
        _ => [.. Enumerable.Range(0, classes).Select(of => Math.Round(100 * Math.Pow(classes > 100 ? 10 : 30, -of / (double)Math.Max(1, classes - 1))))],
    };
}
