namespace BalanceGen.Tests.Weights;

public sealed class CombinedWeightsTests
{
    private static readonly ClassSet Breeds = new("Siamese", "Birman", "Maine Coon");

    [Fact]
    public void Classes_that_are_not_named_have_the_weight_of_the_others()
    {
        Assert.Equal([1, 8.5, 1], ClassWeights.Of(Breeds, others: 1, ("Birman", 8.5)).Values);
        Assert.Equal([2, 0, 0], ClassWeights.Of(Breeds, others: 0, new Dictionary<string, double> { ["Siamese"] = 2 }).Values);
        Assert.Equal([3, 3, 3], ClassWeights.Of(Breeds, others: 3).Values);
    }

    [Fact]
    public void The_programs_of_the_page_are_the_ones_that_are_compiled_here() => DocumentedPage.AssertCompiled("weights.md", "Weights/CombinedWeightsTests.cs");

    [Fact]
    public void The_page_runs()
    {
        string[] breeds = [.. Enumerable.Range(0, 170).Select(row => row < 160 ? "Siamese" : "Birman")];
        IndexedDataset<string> cats = IndexedDataset.Create(breeds, new ClassSet("Siamese", "Birman"), breed => (string?)breed);
        ClassCounts counts = cats.Counts;
        var own = new SampleWeights(Enumerable.Range(1, 170).Select(row => (double)row).ToArray().AsSpan());

        ClassWeights weights = ClassWeights.Balanced(cats.Counts);
        float[] forTheLoss = weights.ToSingles();
        Assert.Equal([0.53125f, 8.5f], forTheLoss);

        // Drawn balanced, but the loss is to be that of the data as it is: π_c / p_c.
        ClassWeights.ImportanceCorrection(counts, sampled: TargetDistribution.Uniform, goal: TargetDistribution.AsSource);

        // Drawn by square root, the loss is to be balanced: (1/C) / p_c.
        ClassWeights.ImportanceCorrection(counts, sampled: TargetDistribution.SquareRoot, goal: TargetDistribution.Uniform);

        // Drawn as they are, the loss is to be balanced: the balanced weights N / (C·n_c).
        ClassWeights.ImportanceCorrection(counts, sampled: TargetDistribution.AsSource, goal: TargetDistribution.Uniform);
        Assert.Equal(weights.Values.ToArray(), ClassWeights.ImportanceCorrection(counts, TargetDistribution.AsSource, TargetDistribution.Uniform).Values.ToArray(), (one, other) => Math.Abs(one - other) < 1e-14);

        TargetDistribution target = TargetDistribution.OfClassWeights(cats.Counts, ClassWeights.EffectiveNumber(cats.Counts, beta: 0.999));
        BalancedSampler sampler = cats.BalancedSampler(seed: 42, target);
        Assert.Equal(170, sampler.EpochLength);

        ClassWeights costs = ClassWeights.Of(cats.Classes, others: 1, ("Birman", 4));     // a misspelt name is an error that says the nearest one
        ClassWeights both = ClassWeights.Balanced(cats.Counts).Times(costs).WithRowMeanOne(cats.Counts);
        SampleWeights perRow = both.ToSampleWeights(cats.Index).Times(own).WithMeanOne();

        Assert.Equal(64, both["Birman"] / both["Siamese"], 12);
        Assert.Equal(170, perRow.Values.ToArray().Sum(), 9);
    }

    [Fact]
    public void A_misspelt_name_is_refused_with_the_nearest_one()
    {
        Assert.Contains("The nearest class is 'Birman'.", Assert.Throws<UnknownLabelException>(() => ClassWeights.Of(Breeds, 1, ("Birmann", 8.5))).Message, StringComparison.Ordinal);
        Assert.Contains("'Birman' is given twice", Assert.Throws<ArgumentException>(() => ClassWeights.Of(Breeds, 1, ("Birman", 8.5), ("Birman", 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassWeights.Of(Breeds, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassWeights.Of(Breeds, 1, ("Birman", -1)));
    }

    [Fact]
    public void Weights_are_multiplied_class_by_class_and_row_by_row()
    {
        Assert.Equal([2, 17, 3], ClassWeights.Of(Breeds, 1, ("Birman", 8.5)).Times(new ClassWeights(Breeds, 2, 2, 3)).Values);
        Assert.Equal([2, 0, 12], new SampleWeights([1, 5, 3]).Times(new SampleWeights([2.0, 0, 4])).Values);
        Assert.Throws<ClassMismatchException>(() => ClassWeights.Of(Breeds, 1).Times(new ClassWeights(new ClassSet("a"), 1)));
        Assert.Throws<ArgumentException>(() => new SampleWeights([1.0]).Times(new SampleWeights([1.0, 2])));
        Assert.Contains("row 1", Assert.Throws<ArgumentOutOfRangeException>(() => new SampleWeights([1, 1e300]).Times(new SampleWeights([1, 1e300]))).Message, StringComparison.Ordinal);
        Assert.Contains("'Birman'", Assert.Throws<ArgumentOutOfRangeException>(() => ClassWeights.Of(Breeds, 1, ("Birman", 1e300)).Times(ClassWeights.Of(Breeds, 1e300))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_rows_are_scaled_to_a_mean_or_a_sum_of_one()
    {
        Assert.Equal([0.5, 0, 2.5], new SampleWeights([1.0, 0, 5]).WithMeanOne().Values);
        Assert.Equal([0.25, 0, 0.75], new SampleWeights([1.0, 0, 3]).WithSumOne().Values);
        Assert.Equal([1, 1], new SampleWeights([1e308, 1e308]).WithMeanOne().Values);
        Assert.Throws<InvalidOperationException>(() => new SampleWeights([0.0, 0]).WithMeanOne());
        Assert.Throws<InvalidOperationException>(() => new SampleWeights([0.0]).WithSumOne());
    }
}
