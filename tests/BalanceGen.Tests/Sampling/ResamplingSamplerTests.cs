using BalanceGen.Tests.Randomness;

namespace BalanceGen.Tests.Sampling;

public sealed class ResamplingSamplerTests
{
    [Fact]
    public void An_oversampled_epoch_holds_the_strategys_counts_every_row_and_even_repeats()
    {
        (RowIndex index, int[] classOfRow) = Indices.Mixed(1000, 300, 7, 1, 999);
        var sampler = new RandomOverSampler(index, seed: 5, SamplingStrategy.Counts(("class 2", 100), ("class 1", 700), ("class 3", 13)));
        Assert.Equal(1000 + 700 + 100 + 13 + 999, sampler.EpochLength);
        for (int epoch = 0; epoch < 5; epoch++)
        {
            var times = new int[index.RowCount];
            foreach (int row in sampler.Epoch(epoch))
            {
                times[row]++;
            }

            long[] drawn = new long[5];
            for (int row = 0; row < times.Length; row++)
            {
                int classIndex = classOfRow[row];
                drawn[classIndex] += times[row];
                long m = sampler.ResampledCounts[classIndex];
                long n = index.Counts[classIndex];
                Assert.InRange(times[row], m / n, (m + n - 1) / n);
            }

            Assert.Equal(sampler.ResampledCounts.Values.ToArray(), drawn);
        }
    }

    [Fact]
    public void An_undersampled_epoch_is_a_new_subset_without_repeats()
    {
        (RowIndex index, int[] classOfRow) = Indices.Mixed(1000, 40, 300);
        var sampler = new RandomUnderSampler(index, seed: 5);
        Assert.Equal(120, sampler.EpochLength);
        var seen = new HashSet<int>();
        for (int epoch = 0; epoch < 200; epoch++)
        {
            int[] rows = sampler.RowsOf(epoch * 120L, 120);
            Assert.Equal(120, rows.Distinct().Count());
            Assert.Equal([40, 40, 40], Enumerable.Range(0, 3).Select(c => rows.Count(row => classOfRow[row] == c)));
            seen.UnionWith(rows);
        }

        // Each row of the largest class is missed by an epoch with 96 %: all are seen after 200 epochs with probability 1 − 1000·0.96^200 = 0.72.
        Assert.True(seen.Count > 1330);
    }

    [Fact]
    public void Every_row_is_chosen_equally_often()
    {
        // 30 of 300 rows in each of 3,000 epochs: the counts have at most the variance of independent draws, so the statistic is not too large.
        RowIndex index = Indices.Sorted(300, 30);
        var sampler = new RandomUnderSampler(index, seed: 8);
        var times = new long[300];
        foreach (int row in sampler.Draws(0, 3000 * 60))
        {
            if (row < 300)
            {
                times[row]++;
            }
        }

        // Hypergeometric choice: variance is that of binomial draws times 0.9 · 300/299.
        ChiSquare.AssertFits([.. times.Select(count => count)], [.. times.Select(_ => 300.0)]);
    }

    [Fact]
    public void Every_class_order_of_a_small_epoch_is_equally_likely()
    {
        // Two rows of class 0 and one of class 1 that comes twice: the six orders of the classes, 12,000 epochs.
        var sampler = new RandomOverSampler(Indices.Sorted(2, 1), seed: 3);
        var orders = new Dictionary<string, long>();
        for (int epoch = 0; epoch < 12_000; epoch++)
        {
            string order = string.Concat(sampler.RowsOf(epoch * 4L, 4).Select(row => row < 2 ? 'a' : 'b'));
            orders[order] = orders.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(6, orders.Count);
        ChiSquare.AssertUniform([.. orders.Values]);
    }

    [Fact]
    public void Oversamplers_and_undersamplers_keep_nothing_per_row()
    {
        RowIndex index = Indices.Sorted(50_000_000, 1000, 30);
        _ = new RandomOverSampler(Indices.Sorted(3, 2), 1).RowAt(0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var over = new RandomOverSampler(index, 1);
        over.RowAt(123_456_789);
        new RandomUnderSampler(index, 1).RowAt(77);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
        Assert.Equal(150_000_000, over.EpochLength);
    }

    [Fact]
    public void Epochs_that_cannot_be_numbered_are_refused()
    {
        Assert.Contains("4000000000", Assert.Throws<ArgumentException>(() => new RandomOverSampler(Indices.Sorted(2_000_000_000, 5), 1)).Message, StringComparison.Ordinal);
        Assert.Throws<EmptyDatasetException>(() => new RandomOverSampler(Indices.Sorted(0, 0), 1));
        Assert.Throws<EmptyDatasetException>(() => new RandomUnderSampler(Indices.Sorted(5, 0), 1, SamplingStrategy.Counts(("class 0", 0))));
    }

    [Fact]
    public void Repeat_factors_hold_on_average_for_every_row_and_every_epoch_has_its_length()
    {
        // f = 0.9, 0.09, 0.008, 0.002 with t = 0.02: r = 1, 1, 1.58, 3.16.
        (RowIndex index, int[] classOfRow) = Indices.Mixed(900, 90, 8, 2);
        var sampler = new RepeatFactorSampler(index, seed: 11, threshold: 0.02);
        double[] factors = sampler.RepeatFactors.Values.ToArray();
        double total = factors.Select((factor, c) => factor * index.Counts[c]).Sum();
        Assert.Equal((long)Math.Round(total), sampler.EpochLength);

        const int epochs = 4000;
        var times = new long[1000];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            var ofEpoch = new int[1000];
            foreach (int row in sampler.Epoch(epoch))
            {
                ofEpoch[row]++;
                times[row]++;
            }

            long[] drawn = new long[4];
            for (int row = 0; row < 1000; row++)
            {
                double factor = factors[classOfRow[row]];
                Assert.InRange(ofEpoch[row], Math.Floor(factor), Math.Floor(factor) + 1);
                drawn[classOfRow[row]] += ofEpoch[row];
            }

            Assert.All(Enumerable.Range(1, 3), c => Assert.InRange(drawn[c], Math.Floor(factors[c] * index.Counts[c]), Math.Ceiling(factors[c] * index.Counts[c])));
        }

        // A row's count per epoch is a Bernoulli variable above ⌊r⌋: 6 standard errors of at most 0.5/√4000.
        Assert.All(Enumerable.Range(0, 1000).Where(row => classOfRow[row] > 0), row => Assert.Equal(factors[classOfRow[row]], times[row] / (double)epochs, 6 * 0.5 / Math.Sqrt(epochs)));
    }

    [Fact]
    public void A_single_row_gets_its_fraction_too()
    {
        // r = 1.4142 for a class of one row: rounding would show it once for ever.
        RowIndex index = Indices.Sorted(199, 1);
        var sampler = new RepeatFactorSampler(index, seed: 1, threshold: 0.01);
        long drawn = 0;
        foreach (int row in sampler.Draws(0, 2000 * sampler.EpochLength))
        {
            drawn += row == 199 ? 1 : 0;
        }

        Assert.Equal(Math.Sqrt(2), drawn / 2000.0, 0.06);
    }

    [Fact]
    public void Own_factors_are_taken_and_checked()
    {
        RowIndex index = Indices.Sorted(4, 2);
        Assert.Equal(4 + 6, new RepeatFactorSampler(index, 1, new ClassWeights(index.Classes, 1, 3)).EpochLength);
        Assert.DoesNotContain(new RepeatFactorSampler(index, 1, new ClassWeights(index.Classes, 0, 3)).RowsOf(0, 100), row => row < 4);
        Assert.Contains("'class 1' is 0.5", Assert.Throws<ArgumentException>(() => new RepeatFactorSampler(index, 1, new ClassWeights(index.Classes, 1, 0.5))).Message, StringComparison.Ordinal);
        Assert.Throws<ClassMismatchException>(() => new RepeatFactorSampler(index, 1, new ClassWeights(new ClassSet("x"), 1)));
        Assert.Throws<EmptyDatasetException>(() => new RepeatFactorSampler(index, 1, new ClassWeights(index.Classes, 0, 0)));
        Assert.Throws<ArgumentException>(() => new RepeatFactorSampler(index, 1, new ClassWeights(index.Classes, 1e9, 1)));
        Assert.Throws<EmptyClassException>(() => new RepeatFactorSampler(Indices.Sorted(4, 0), 1, 0.01));
        Assert.Equal(4, new RepeatFactorSampler(Indices.Sorted(4, 0), 1, 0.01, ZeroCountPolicy.ZeroWeight).EpochLength);
        Assert.Equal(4, new RepeatFactorSampler(Indices.Sorted(4, 0), 1, 0.01, ZeroCountPolicy.Smooth(1)).EpochLength);
    }
}
