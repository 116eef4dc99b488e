using Digits;
using Digits.Loading;
using Digits.Measuring;

namespace BalanceGen.Tests.Samples;

public class DigitsMeasuringTests
{
    [Fact]
    public void Statistic_agrees_with_two_passes()
    {
        double[] values = [3, 1, 4, 1, 5, 9, 2, 6];
        var statistic = new Statistic();
        foreach (double value in values)
        {
            statistic.Add(value);
        }

        double mean = values.Average();
        Assert.Equal(mean, statistic.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / 7), statistic.StandardDeviation, 1e-12);
        Assert.Equal((8, 1, 9), (statistic.Count, statistic.Min, statistic.Max));
    }

    [Fact]
    public void Coverage_of_independent_draws_is_the_coupon_collectors()
    {
        RowIndex index = RowIndex.OfSortedRows(new ClassCounts(ClassSet.Numbered(1), 20));
        MeasuredCoverage coverage = MeasuredCoverage.Measure(seed => new WeightedRandomSampler(index, seed), firstSeed: 1, seeds: 2000);

        // 20 rows: 20·(1 − 0.95^20) are seen in 20 draws, sd below 1.7; all after 20·H(20) = 71.95 draws, sd 23.8 = 1.19 epochs.
        // The bounds are five standard errors of 2,000 seeds.
        Assert.Equal(20 * (1 - Math.Pow(0.95, 20)), coverage.SeenInFirstEpoch.Mean, 0.19);
        Assert.Equal(Enumerable.Range(1, 20).Sum(place => 1.0 / place), coverage.EpochsUntilAllSeen.Mean, 0.14);
    }

    [Fact]
    public void Coverage_of_a_shuffle_is_one_epoch()
    {
        RowIndex index = RowIndex.OfSortedRows(new ClassCounts(ClassSet.Numbered(1), 20));
        MeasuredCoverage coverage = MeasuredCoverage.Measure(seed => new RandomSampler(index.RowCount, seed), firstSeed: 1, seeds: 10);
        Assert.Equal((20, 20), (coverage.SeenInFirstEpoch.Min, coverage.SeenInFirstEpoch.Max));
        Assert.Equal((1, 1), (coverage.EpochsUntilAllSeen.Min, coverage.EpochsUntilAllSeen.Max));
    }

    [Fact]
    public void Composition_counts_the_rare_rows_of_full_batches()
    {
        ImbalancedDigits digits = ImbalancedDigits.Prepare(DigitFile.ReadNumerals(), new Settings(3), 3);
        var sampler = new RandomSampler(digits.Training.Index.RowCount, 3);
        BatchComposition composition = BatchComposition.Of(digits.Training, sampler, batchSize: 10, epochs: 2);

        Assert.Equal(30, composition.RareRows.Count);
        for (int batch = 0; batch < 30; batch++)
        {
            int rare = 0;
            foreach (int row in sampler.Draws((batch / 15 * 156) + (batch % 15 * 10), 10))
            {
                rare += digits.Training.Rows[row].Numeral == Numeral.Eight ? 1 : 0;
            }

            Assert.Equal(rare, composition.RareRows[batch]);
        }

        Assert.Equal(composition.RareRows.Average() / 10, composition.RareShare.Mean, 1e-12);
        Assert.Equal(composition.RareRows.Count(rare => rare == 0) / 30.0, composition.ShareWithoutRare, 1e-12);
    }
}
