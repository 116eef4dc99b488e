namespace BalanceGen.Tests.Weights;

/// <summary>The formula of each weighting scheme: its values, its invariant and the range of its parameter.</summary>
public sealed class ClassWeightsFormulaTests
{
    private static readonly ClassSet Two = new("a", "b");
    private static readonly ClassSet Three = new("a", "b", "c");

    [Fact]
    public void Smoothed_inverse_frequencies_are_those_of_the_counts_with_alpha_and_their_reciprocals_add_up_to_one()
    {
        // N + α·C = 95 + 5·3 = 110, over 85, 15 and 10.
        ClassWeights weights = ClassWeights.InverseFrequency(new ClassCounts(Three, 80, 10, 5), ZeroCountPolicy.Smooth(5));
        Assert.Equal([110.0 / 85, 110.0 / 15, 11], weights.Values.ToArray(), Near);
        ClassWeights withEmpty = ClassWeights.InverseFrequency(new ClassCounts(Three, 6, 0, 2), ZeroCountPolicy.Smooth(0.5));
        Assert.Equal([9.5 / 6.5, 19, 9.5 / 2.5], withEmpty.Values.ToArray(), Near);
        Assert.Equal(1, weights.Values.ToArray().Sum(weight => 1 / weight), 1e-14);
        Assert.Equal(1, withEmpty.Values.ToArray().Sum(weight => 1 / weight), 1e-14);

        // Without rows and without a weight: the others are all there is.
        ClassWeights without = ClassWeights.InverseFrequency(new ClassCounts(Three, 6, 0, 2), ZeroCountPolicy.ZeroWeight);
        Assert.Equal([8.0 / 6, 0, 4], without.Values.ToArray(), Near);
    }

    [Fact]
    public void Smoothed_effective_numbers_are_those_of_the_counts_with_alpha_and_their_weights_add_up_to_the_classes()
    {
        // β = 1/2 and 2, 1 and 3 rows: E = 3/2, 1 and 7/4; their reciprocals 14/21, 21/21 and 12/21 add up to 47/21.
        ClassWeights weights = ClassWeights.EffectiveNumber(new ClassCounts(Three, 1, 0, 2), 0.5, ZeroCountPolicy.Smooth(1));
        Assert.Equal([42.0 / 47, 63.0 / 47, 36.0 / 47], weights.Values.ToArray(), Near);
        Assert.Equal(3, weights.Values.ToArray().Sum(), 1e-14);

        // Two classes count: 1/(2/3 + 4/7) of each reciprocal, times 2.
        ClassWeights without = ClassWeights.EffectiveNumber(new ClassCounts(Three, 2, 0, 3), 0.5, ZeroCountPolicy.ZeroWeight);
        Assert.Equal([28.0 / 26, 0, 24.0 / 26], without.Values.ToArray(), Near);
    }

    [Fact]
    public void Smoothed_importance_weights_are_the_ratio_of_the_smoothed_shares_and_a_drawn_row_weighs_one_on_average()
    {
        // Counts with α: 7, 1 and 3. The second class cannot be drawn: the shares of the data are 7/10 and 3/10, those drawn 1/2 and 1/2.
        var counts = new ClassCounts(Three, 6, 0, 2);
        ClassWeights weights = ClassWeights.ImportanceCorrection(counts, TargetDistribution.Uniform, TargetDistribution.AsSource, ZeroCountPolicy.Smooth(1));
        Assert.Equal([1.4, 0, 0.6], weights.Values.ToArray(), Near);
        Assert.Equal(1, (weights[0] + weights[2]) / 2, 1e-15);

        ClassWeights back = ClassWeights.ImportanceCorrection(counts, TargetDistribution.AsSource, TargetDistribution.Uniform, ZeroCountPolicy.Smooth(1));
        Assert.Equal([5.0 / 7, 0, 5.0 / 3], back.Values.ToArray(), Near);
    }

    [Theory]
    [InlineData(-1.5)]
    [InlineData(0.25)]
    [InlineData(2)]
    public void The_ratio_of_power_weights_is_the_power_of_the_inverse_ratio_of_the_counts(double exponent)
    {
        ClassWeights weights = ClassWeights.Power(new ClassCounts(Three, 1000, 10, 40), exponent);
        Assert.Equal(Math.Pow(0.01, -exponent), weights[1] / weights[0], 1e-12 * Math.Pow(0.01, -exponent));
        Assert.Equal(Math.Pow(0.25, exponent), weights[2] / weights[1], 1e-13);
    }

    [Fact]
    public void The_first_power_is_balanced_and_the_zeroth_is_one()
    {
        var counts = new ClassCounts(Three, 90, 9, 1);
        Assert.Equal(ClassWeights.Balanced(counts).Values.ToArray(), ClassWeights.Power(counts, 1).Values.ToArray());
        Assert.Equal([1, 1, 1], ClassWeights.Power(counts, 0).Values.ToArray());
        Assert.Equal(Math.Sqrt(100.0 / 27), ClassWeights.Power(counts, 0.5)[1]);
        Assert.Equal(Math.Sqrt((10 + 6) / (3 * 2.0)), ClassWeights.Power(new ClassCounts(Three, 8, 2, 0), 0.5, ZeroCountPolicy.Smooth(2))[2]);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.999)]
    [InlineData(0.9999)]
    public void Effective_number_weights_are_those_of_the_geometric_sum(double beta)
    {
        // (1 − β^n)/(1 − β) = 1 + β + … + β^(n−1), summed term by term.
        long[] counts = [5000, 500, 3];
        double[] inverse = [.. counts.Select(count =>
        {
            double sum = 0;
            double power = 1;
            for (long term = 0; term < count; term++, power *= beta)
            {
                sum += power;
            }

            return 1 / sum;
        })];
        ClassWeights weights = ClassWeights.EffectiveNumber(new ClassCounts(Three, counts), beta);
        Assert.Equal(3, weights.Values.ToArray().Sum(), 1e-14);
        for (int index = 0; index < 3; index++)
        {
            Assert.Equal(1, weights[index] / (3 * inverse[index] / inverse.Sum()), 1e-12);
        }
    }

    [Fact]
    public void Effective_numbers_do_not_cancel_where_beta_is_next_to_one()
    {
        // E_1 is 1 and E_2 is 1 + β for every β. 1 − β^n would lose all digits here.
        ClassWeights weights = ClassWeights.EffectiveNumber(new ClassCounts(Two, 1, 2), 1 - 1e-15);
        Assert.Equal(2, weights[0] / weights[1], 1e-14);
    }

    [Fact]
    public void Beta_runs_from_no_weighting_to_the_inverse_frequency()
    {
        var counts = new ClassCounts(Three, 900, 90, 9);
        Assert.Equal([1, 1, 1], ClassWeights.EffectiveNumber(counts, 0).Values.ToArray());
        ClassWeights nearOne = ClassWeights.EffectiveNumber(counts, Math.BitDecrement(1));
        Assert.Equal(100, nearOne[2] / nearOne[0], 1e-9);
    }

    [Fact]
    public void The_class_with_the_median_frequency_weighs_one()
    {
        Assert.Equal([0.1, 1, 5], ClassWeights.MedianFrequency(new ClassCounts(Three, 500, 50, 10)).Values.ToArray(), Near);
        Assert.Equal([0.55, 5.5], ClassWeights.MedianFrequency(new ClassCounts(Two, 100, 10)).Values.ToArray(), Near);
        Assert.Equal([6.0 / 11, 1, 6], ClassWeights.MedianFrequency(new ClassCounts(Three, 10, 5, 0), ZeroCountPolicy.Smooth(1)).Values.ToArray(), Near);
    }

    [Fact]
    public void Median_frequencies_of_images_are_of_the_images_that_contain_the_class()
    {
        // Sky: 600 of 1000 pixels of its images; road: 300 of 1000; sign: 10 of 100.
        var pixels = new ClassCounts(Three, 600, 300, 10);
        double[] frequencies = [600.0 / 910, 300.0 / 910, 0.1];
        Assert.Equal(frequencies.Select(frequency => frequencies[1] / frequency), ClassWeights.MedianFrequency(pixels, [910, 910, 100]).Values.ToArray(), Near);

        var withoutSign = new ClassCounts(Three, 600, 310, 0);
        double[] smoothed = [601.0 / 913, 311.0 / 913, 1.0 / 913];
        Assert.Equal(smoothed.Select(frequency => smoothed[1] / frequency), ClassWeights.MedianFrequency(withoutSign, [910, 910, 0], ZeroCountPolicy.Smooth(1)).Values.ToArray(), Near);
        Assert.Equal(0, ClassWeights.MedianFrequency(withoutSign, [910, 910, 0], ZeroCountPolicy.ZeroWeight)[2]);
    }

    [Fact]
    public void Smoothed_median_frequencies_of_images_add_alpha_to_the_pixels_and_alpha_per_class_to_the_images()
    {
        // (600 + 2)/(910 + 6), (300 + 2)/(910 + 6) and (10 + 2)/(100 + 6); the second is the median.
        ClassWeights smoothed = ClassWeights.MedianFrequency(new ClassCounts(Three, 600, 300, 10), [910, 910, 100], ZeroCountPolicy.Smooth(2));
        Assert.Equal([302.0 / 602, 1, 302.0 / 916 * 106 / 12], smoothed.Values.ToArray(), Near);

        // 601/913, 311/403 and 1/913: no image has the third class, so all of them are its images; the first is the median.
        ClassWeights withEmpty = ClassWeights.MedianFrequency(new ClassCounts(Three, 600, 310, 0), [910, 400, 0], ZeroCountPolicy.Smooth(1));
        Assert.Equal([1, 601.0 / 913 * 403 / 311, 601], withEmpty.Values.ToArray(), Near);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(911)]
    public void Images_with_a_class_have_its_pixels_and_no_more_than_all(long pixelsOfImages)
    {
        var pixels = new ClassCounts(Three, 600, 300, 10);
        Assert.Contains("'c'", Assert.Throws<ArgumentOutOfRangeException>(() => ClassWeights.MedianFrequency(pixels, [910, 910, pixelsOfImages])).Message, StringComparison.Ordinal);
        Assert.Throws<ClassMismatchException>(() => ClassWeights.MedianFrequency(pixels, [910, 910]));
    }

    [Fact]
    public void Repeat_factors_follow_the_formula_and_are_never_below_one()
    {
        var counts = new ClassCounts(Three, 99_000, 900, 100);
        Assert.Equal([1, Math.Sqrt(0.01 / 0.009), Math.Sqrt(10)], ClassWeights.RepeatFactor(counts, 0.01).Values.ToArray(), Near);

        // A quarter of the threshold is shown twice, half of it √2 times (not twice, as one docstring has it).
        Assert.Equal([1, 2], ClassWeights.RepeatFactor(new ClassCounts(Two, 9975, 25), 0.01).Values.ToArray(), Near);
        Assert.Equal([1, Math.Sqrt(2)], ClassWeights.RepeatFactor(new ClassCounts(Two, 9950, 50), 0.01).Values.ToArray(), Near);
    }

    [Fact]
    public void Repeat_factors_of_rows_with_several_classes_take_the_share_of_the_rows()
    {
        var rowsWithClass = new ClassCounts(Three, 1000, 40, 10);
        Assert.Equal([1, 1, 2], ClassWeights.RepeatFactor(rowsWithClass, 1000, 0.04).Values.ToArray(), Near);
        Assert.Contains("'a'", Assert.Throws<ArgumentOutOfRangeException>(() => ClassWeights.RepeatFactor(rowsWithClass, 999, 0.04)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassWeights.RepeatFactor(rowsWithClass, 0, 0.04));
    }

    [Fact]
    public void Smoothed_repeat_factors_add_alpha_to_every_class_and_alpha_per_class_to_the_rows()
    {
        // N + α·C = 1000 + 5·3 in both cases; 0.1·1015 = 101.5.
        ClassWeights ofOneClassPerRow = ClassWeights.RepeatFactor(new ClassCounts(Three, 980, 20, 0), 0.1, ZeroCountPolicy.Smooth(5));
        Assert.Equal([1, Math.Sqrt(101.5 / 25), Math.Sqrt(101.5 / 5)], ofOneClassPerRow.Values.ToArray(), Near);
        ClassWeights ofSeveral = ClassWeights.RepeatFactor(new ClassCounts(Three, 1000, 40, 0), 1000, 0.1, ZeroCountPolicy.Smooth(5));
        Assert.Equal([1, Math.Sqrt(101.5 / 45), Math.Sqrt(101.5 / 5)], ofSeveral.Values.ToArray(), Near);
    }

    [Fact]
    public void The_mean_importance_weight_of_a_drawn_row_is_one()
    {
        var counts = new ClassCounts(Three, 900, 90, 10);
        foreach (TargetDistribution goal in (TargetDistribution[])[TargetDistribution.AsSource, TargetDistribution.Uniform, TargetDistribution.Of(0, 0.5, 0.5)])
        {
            TargetDistribution sampled = TargetDistribution.Of(0.2, 0.3, 0.5);
            ClassWeights weights = ClassWeights.ImportanceCorrection(counts, sampled, goal);
            double[] shares = sampled.Resolve(counts);
            Assert.Equal(1, shares.Select((share, index) => share * weights[index]).Sum(), 1e-14);
            Assert.Equal(goal.Resolve(counts), shares.Select((share, index) => share * weights[index]), Near);
        }
    }

    [Fact]
    public void Importance_weights_undo_a_balanced_sampler_and_never_correct_twice()
    {
        var counts = new ClassCounts(Two, 160, 10);
        Assert.Equal([160 / 85.0, 10 / 85.0], ClassWeights.ImportanceCorrection(counts, TargetDistribution.Uniform, TargetDistribution.AsSource).Values.ToArray(), Near);
        Assert.Equal([1, 1], ClassWeights.ImportanceCorrection(counts, TargetDistribution.Uniform, TargetDistribution.Uniform).Values.ToArray());
        Assert.Equal(ClassWeights.Balanced(counts).Values.ToArray(), ClassWeights.ImportanceCorrection(counts, TargetDistribution.AsSource, TargetDistribution.Uniform).Values.ToArray(), Near);
    }

    [Fact]
    public void A_class_that_is_to_count_but_is_never_drawn_has_no_importance_weight()
    {
        var counts = new ClassCounts(Two, 160, 10);
        Assert.Contains("'b'", Assert.Throws<ArgumentException>(() => ClassWeights.ImportanceCorrection(counts, TargetDistribution.Of(1, 0), TargetDistribution.AsSource)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ClassWeights.ImportanceCorrection(counts, TargetDistribution.Proportional(1, 1e-320), TargetDistribution.Uniform));
        Assert.Equal([1, 0], ClassWeights.ImportanceCorrection(counts, TargetDistribution.Of(1, 0), TargetDistribution.Of(1, 0)).Values.ToArray());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-4.1)]
    [InlineData(4.1)]
    public void Exponents_outside_the_range_are_refused(double exponent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassWeights.Power(new ClassCounts(Two, 1, 1), exponent));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    public void Betas_outside_the_range_are_refused(double beta) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassWeights.EffectiveNumber(new ClassCounts(Two, 1, 1), beta));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0.0)]
    [InlineData(1.1)]
    public void Thresholds_outside_the_range_are_refused(double threshold) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassWeights.RepeatFactor(new ClassCounts(Two, 1, 1), threshold));

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-14 * Math.Abs(expected);
}
