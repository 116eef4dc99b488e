using BalanceGen.Tests.Randomness;

namespace BalanceGen.Tests.Sampling;

public sealed class SampleWeightDrawsTests
{
    private const int Draws = 1_000_000;

    [Fact]
    public void Masses_of_the_alias_table_are_the_weights_to_the_last_unit()
    {
        double[] weights = [3, 0, 1, 7, 1e-9, 0, 12, 5, 0.25, 1000];
        var table = new RowAliasTable(new RowUnits(new SampleWeights(weights)));
        double[] mass = new double[weights.Length];
        foreach (RowAliasColumn column in table.Columns)
        {
            double own = column.Threshold == 0 ? 1 : column.Threshold / Math.Pow(2, 64);
            mass[column.Own] += own;
            mass[column.Alias] += column.Alias == column.Own ? 0 : 1 - own;
        }

        Assert.Equal(8, table.Columns.Length);
        for (int row = 0; row < weights.Length; row++)
        {
            Assert.Equal(weights[row] / weights.Sum(), mass[row] / 8, 1e-15);
        }
    }

    [Theory]
    [InlineData(1e-320, 3e-320)]
    [InlineData(1e300, 1.7e308)]
    [InlineData(1, 1e-300)]
    public void Weights_of_any_scale_have_units(double one, double other)
    {
        var units = new RowUnits(new SampleWeights([one, other, 0, one]));

        Assert.InRange(units.Total, 1UL << 60, 1UL << 63);
        Assert.True(units[0] >= 1 && units[1] >= 1 && units[2] == 0);
        Assert.Equal(3, units.PositiveCount);
    }

    [Fact]
    public void Draws_with_replacement_have_the_weights_as_probabilities_and_never_a_row_of_weight_0()
    {
        SampleWeights weights = Samplers.RowWeights(686);
        (RowIndex index, int[] classOfRow) = Indices.Mixed(255, 1, 400, 30);
        var sampler = new WeightedRandomSampler(index, weights, seed: 51);
        var seen = new long[686];
        foreach (int row in sampler.Draws(0, Draws))
        {
            seen[row]++;
        }

        AssertFits(seen, weights, Draws);
        for (int classIndex = 0; classIndex < 4; classIndex++)
        {
            double expected = Enumerable.Range(0, 686).Where(row => classOfRow[row] == classIndex).Sum(row => weights[row]) / Sum(weights);
            Assert.Equal(expected, sampler.ShareOf(classIndex), 1e-12);
            Assert.Equal(expected, sampler.Plan.Classes[classIndex].AchievedShare, 1e-12);
        }
    }

    [Fact]
    public void Orders_without_replacement_have_the_probabilities_of_successive_draws()
    {
        double[] weights = [0.4, 0.1, 0, 0.3, 0.2];
        var sampler = new WeightedRandomSampler(Indices.Sorted(2, 3), new SampleWeights(weights), seed: 52, epochLength: 3, replacement: false);
        const int epochs = 60_000;
        var seen = new Dictionary<(int, int, int), long>();
        var rows = new int[3 * epochs];
        sampler.Fill(0, rows);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            (int, int, int) order = (rows[3 * epoch], rows[(3 * epoch) + 1], rows[(3 * epoch) + 2]);
            seen[order] = seen.GetValueOrDefault(order) + 1;
        }

        List<(int First, int Second, int Third)> orders =
        [
            .. from first in Enumerable.Range(0, 5) from second in Enumerable.Range(0, 5) from third in Enumerable.Range(0, 5)
               where first != second && second != third && first != third && weights[first] * weights[second] * weights[third] > 0
               select (first, second, third),
        ];
        Assert.Equal(epochs, orders.Sum(order => seen.GetValueOrDefault(order)));
        ChiSquare.AssertFits(
            [.. orders.Select(order => seen.GetValueOrDefault(order))],
            [.. orders.Select(order => epochs * weights[order.First] * weights[order.Second] / (1 - weights[order.First]) * weights[order.Third] / (1 - weights[order.First] - weights[order.Second]))]);
    }

    [Fact]
    public void The_first_arrivals_are_the_same_however_many_are_asked_for()
    {
        // 20,000 rows: 3,000 draws are picked by bins, 19,000 by sorting all.
        SampleWeights weights = new([.. Enumerable.Range(0, 20_000).Select(row => 1.0 + (row % 9))]);
        RowIndex index = Indices.Sorted(20_000);
        int[] few = new WeightedRandomSampler(index, weights, 53, 3000, replacement: false).RowsOf(0, 3000);
        int[] many = new WeightedRandomSampler(index, weights, 53, 19_000, replacement: false).RowsOf(0, 19_000);

        Assert.Equal(many[..3000], few);
        Assert.Equal(19_000, many.Distinct().Count());
    }

    [Fact]
    public void An_epoch_of_all_rows_is_a_permutation_of_the_positive_ones()
    {
        SampleWeights weights = Samplers.RowWeights(686);
        int[] positive = [.. Enumerable.Range(0, 686).Where(row => weights[row] > 0)];
        var sampler = new WeightedRandomSampler(Indices.Sorted(686), weights, 54, positive.Length, replacement: false);

        Assert.Equal(positive, sampler.RowsOf(0, positive.Length).Order());
        Assert.Equal(positive, sampler.RowsOf(positive.Length, positive.Length).Order());
        Assert.NotEqual(sampler.RowsOf(0, positive.Length), sampler.RowsOf(positive.Length, positive.Length));
    }

    [Fact]
    public void Rows_of_the_other_side_of_a_split_are_never_drawn()
    {
        RowIndex part = Indices.Mixed(300, 100).Index.Where(row => row % 3 == 0);
        SampleWeights weights = new([.. Enumerable.Repeat(1.0, 400)]);

        Assert.All(new WeightedRandomSampler(part, weights, 1).RowsOf(0, 3000), row => Assert.Equal(0, row % 3));
        Assert.All(new WeightedRandomSampler(part, weights, 1, replacement: false).RowsOf(0, 3000), row => Assert.Equal(0, row % 3));
    }

    [Fact]
    public void Requesting_more_rows_than_have_a_weight_is_refused_when_the_sampler_is_made()
    {
        var error = Assert.Throws<TooFewRowsException>(() =>
            new WeightedRandomSampler(Indices.Sorted(3), new SampleWeights([1, 0, 2]), 1, epochLength: 3, replacement: false));

        Assert.Equal((3, 2), (error.Requested, error.Available));
        Assert.Throws<TooFewRowsException>(() => new WeightedRandomSampler(Indices.Sorted(2), new SampleWeights([0, 0]), 1));
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => new WeightedRandomSampler(Indices.Sorted(3), new SampleWeights([1, 2]), 1));
        Assert.Contains("2 weights and 3 rows", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new WeightedRandomSampler(Indices.Sorted(3), null!, 1L));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedRandomSampler(Indices.Sorted(1), new SampleWeights([1]), 1, epochLength: 0));
        Assert.Throws<EmptyDatasetException>(() => new WeightedRandomSampler(Indices.Sorted(0), new SampleWeights([]), 1L));
    }

    [Fact]
    public void The_weights_are_part_of_the_configuration()
    {
        ulong one = new WeightedRandomSampler(Indices.Sorted(3), new SampleWeights([1, 2, 3]), 1).ConfigurationHash;

        Assert.NotEqual(one, new WeightedRandomSampler(Indices.Sorted(3), new SampleWeights([1, 2, 4]), 1).ConfigurationHash);
        Assert.NotEqual(one, new WeightedRandomSampler(Indices.Sorted(3), new SampleWeights([1, 2, 3]), 1, replacement: false).ConfigurationHash);
    }

    [Fact]
    public void The_plan_agrees_with_that_of_class_weights_where_the_weights_are_those_of_classes()
    {
        (RowIndex index, int[] classOfRow) = Indices.Mixed(160, 10);
        var weights = new SampleWeights([.. classOfRow.Select(classIndex => classIndex == 0 ? 1 / 160.0 : 1 / 10.0)]);
        foreach (bool replacement in (bool[])[true, false])
        {
            SamplerPlan expected = new WeightedRandomSampler(index, 1, 100, replacement).Plan;
            SamplerPlan plan = new WeightedRandomSampler(index, weights, 1, 100, replacement).Plan;

            Assert.Equal(expected.EpochsUntilAllSeen!.Value, plan.EpochsUntilAllSeen!.Value, 1e-6);
            Assert.Equal(expected.RowsSeenPerEpoch, plan.RowsSeenPerEpoch, 1e-6);
            Assert.Equal(expected.Classes[1].DrawsPerEpoch, plan.Classes[1].DrawsPerEpoch, 1e-6);
        }

        Assert.Null(new WeightedRandomSampler(Indices.Sorted(3), new SampleWeights([1, 0, 1]), 1).Plan.EpochsUntilAllSeen);
    }

    private static void AssertFits(long[] seen, SampleWeights weights, long draws)
    {
        int[] positive = [.. Enumerable.Range(0, weights.Count).Where(row => weights[row] > 0)];
        Assert.Equal(draws, positive.Sum(row => seen[row]));
        ChiSquare.AssertFits([.. positive.Select(row => seen[row])], [.. positive.Select(row => draws * weights[row] / Sum(weights))]);
    }

    private static double Sum(SampleWeights weights) => weights.Values.ToArray().Sum();
}
