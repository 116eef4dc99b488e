namespace BalanceGen.Tests.Weights;

public sealed class ClassWeightsTests
{
    private static readonly ClassSet Three = new("a", "b", "c");

    [Fact]
    public void Balanced_weights_are_those_of_the_scikit_learn_documentation_formula()
    {
        // compute_class_weight("balanced", classes=[0, 1], y=[0]*160 + [1]*10) = [0.53125, 8.5].
        ClassWeights weights = ClassWeights.Balanced(new ClassCounts(new ClassSet("Siamese", "Birman"), 160, 10));
        Assert.Equal([0.53125, 8.5], weights.Values.ToArray());
    }

    [Theory]
    [InlineData(160, 10, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(1_000_000_000_000, 3, 77)]
    public void The_mean_balanced_weight_of_a_row_is_one(long a, long b, long c)
    {
        var counts = new ClassCounts(Three, a, b, c);
        ClassWeights weights = ClassWeights.Balanced(counts);
        double sum = 0;
        for (int index = 0; index < 3; index++)
        {
            sum += counts[index] * weights[index];
        }

        Assert.Equal(1, sum / counts.Total, 1e-14);
    }

    [Fact]
    public void Inverse_frequency_weights_are_the_reciprocal_shares() =>
        Assert.Equal([1.0625, 17], ClassWeights.InverseFrequency(new ClassCounts(new ClassSet("Siamese", "Birman"), 160, 10)).Values.ToArray());

    [Fact]
    public void A_class_without_rows_throws_with_its_name_and_the_truth_about_its_weight()
    {
        var counts = new ClassCounts(Three, 5, 0, 2);
        var error = Assert.Throws<EmptyClassException>(() => ClassWeights.Balanced(counts));
        Assert.Equal(
            "The class 'b' has no rows: its balanced weight N/(C·0) would be infinite. Add rows, or choose ZeroCountPolicy.ZeroWeight or ZeroCountPolicy.Smooth(alpha).",
            error.Message);
        Assert.Contains("inverse-frequency weight N/0", Assert.Throws<EmptyClassException>(() => ClassWeights.InverseFrequency(counts)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Zero_weight_leaves_the_class_out_of_the_number_of_classes()
    {
        // scikit-learn counts present classes: compute_class_weight over [0]*6 + [2]*2 = [0.6667, 2].
        ClassWeights weights = ClassWeights.Balanced(new ClassCounts(Three, 6, 0, 2), ZeroCountPolicy.ZeroWeight);
        Assert.Equal([8.0 / 12, 0, 2], weights.Values.ToArray());
    }

    [Fact]
    public void Smoothed_weights_keep_their_invariant()
    {
        var counts = new ClassCounts(Three, 6, 0, 2);
        ClassWeights weights = ClassWeights.Balanced(counts, ZeroCountPolicy.Smooth(0.5));
        double sum = 0;
        for (int index = 0; index < 3; index++)
        {
            sum += (counts[index] + 0.5) * weights[index];
        }

        Assert.Equal(8 + (0.5 * 3), sum, 1e-12);
        Assert.Equal(9.5 / (3 * 0.5), weights[1], 1e-12);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void Weights_that_are_no_weights_are_refused_by_class(double weight)
    {
        Assert.Contains("'b'", Assert.Throws<ArgumentOutOfRangeException>(() => new ClassWeights(Three, 1, weight, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("row 1", Assert.Throws<ArgumentOutOfRangeException>(() => new SampleWeights([1, weight])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_policy_gives_finite_weights_for_every_mix_of_counts()
    {
        long[] values = [0, 1, 2, 1000, int.MaxValue, long.MaxValue / 4];
        foreach (long a in values)
        {
            foreach (long b in values)
            {
                var counts = new ClassCounts(new ClassSet("a", "b"), a, b);
                foreach (ZeroCountPolicy policy in (ZeroCountPolicy[])[ZeroCountPolicy.ZeroWeight, ZeroCountPolicy.Smooth(1e-9), ZeroCountPolicy.Smooth(1e18)])
                {
                    if (counts.Total == 0)
                    {
                        Assert.Throws<EmptyDatasetException>(() => ClassWeights.Balanced(counts, policy));
                        continue;
                    }

                    Assert.All(ClassWeights.Balanced(counts, policy).Values.ToArray(), weight => Assert.True(double.IsFinite(weight)));
                    Assert.All(ClassWeights.InverseFrequency(counts, policy).Values.ToArray(), weight => Assert.True(double.IsFinite(weight)));
                }
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_smoothing_constant_that_does_not_smooth_is_refused(double alpha) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ZeroCountPolicy.Smooth(alpha));

    [Fact]
    public void Sample_weights_give_every_row_the_weight_of_its_class()
    {
        int[] classIndices = [0, 2, 1, 0, 0, 2];
        RowIndex index = RowIndex.Build(Three, classIndices);
        SampleWeights weights = new ClassWeights(Three, 0.5, 2, 3).ToSampleWeights(index);
        Assert.Equal([0.5, 3, 2, 0.5, 0.5, 3], weights.Values.ToArray());
        Assert.Throws<ClassMismatchException>(() => new ClassWeights(new ClassSet("x"), 1).ToSampleWeights(index));
    }
}
