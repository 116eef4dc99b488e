using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Statistics;

/// <summary>Draws without replacement at a ratio of 1 : 10^9, where every epoch is an independent observation; see <see cref="Significance"/> for the decision rule.</summary>
public sealed class WithoutReplacementExactnessTests
{
    private const int Many = 1_000_000_000;

    [Fact]
    public void One_row_beside_a_billion_is_drawn_first_in_half_of_the_epochs_and_second_in_half_of_the_others()
    {
        // As long as it was not drawn, it has half of the weight, less than 10^-8 aside.
        const int epochs = 20_000;
        int[] rows = new WeightedRandomSampler(Indices.Sorted(1, Many), 231, 3, replacement: false).RowsOf(0, 3 * epochs);
        var drawnAs = new long[4];
        foreach (int[] epoch in rows.Chunk(3))
        {
            int place = Array.IndexOf(epoch, 0);
            drawnAs[place < 0 ? 3 : place]++;
            Assert.Equal(3, epoch.Distinct().Count());
        }

        Significance.AssertKept(Significance.ChiSquare(drawnAs, [epochs / 2.0, epochs / 4.0, epochs / 8.0, epochs / 8.0]), "the one row");
        Significance.AssertKept(Significance.KolmogorovSmirnov([.. rows.Where(row => row > 0).Select(row => (row - 0.5) / Many)]), "the others");
    }

    [Fact]
    public void Rows_of_a_billionth_of_the_weight_come_after_the_others_in_every_order()
    {
        // Rows 0 and 4 are light: that one of them comes before a heavy one has the probability 10^-8 in an epoch. 3! · 2! orders.
        const int epochs = 24_000;
        var weights = new SampleWeights([1, 1e9, 1e9, 1e9, 1]);
        var sampler = new WeightedRandomSampler(Indices.Sorted(5), weights, 232, 5, replacement: false);
        Dictionary<string, long> orders = sampler.RowsOf(0, 5 * epochs).Chunk(5).CountBy(epoch => string.Join(' ', epoch)).ToDictionary(pair => pair.Key, pair => (long)pair.Value);

        Assert.Equal(12, orders.Count);
        Assert.All(orders.Keys, order => Assert.True(order.EndsWith("0 4", StringComparison.Ordinal) || order.EndsWith("4 0", StringComparison.Ordinal), order));
        Significance.AssertKept(Significance.ChiSquare([.. orders.Values], [.. Enumerable.Repeat(epochs / 12.0, 12)]), "orders");
    }
}
