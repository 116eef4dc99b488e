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
    public void The_program_of_the_page_runs()
    {
        string[] breeds = [.. Enumerable.Range(0, 170).Select(row => row < 160 ? "Siamese" : "Birman")];
        IndexedDataset<string> cats = IndexedDataset.Create(breeds, new ClassSet("Siamese", "Birman"), breed => (string?)breed);
        var own = new SampleWeights(Enumerable.Range(1, 170).Select(row => (double)row).ToArray().AsSpan());

        ClassWeights costs = ClassWeights.Of(cats.Classes, others: 1, ("Birman", 4));     // a misspelt name is an error that says the nearest one
        ClassWeights both = ClassWeights.Balanced(cats.Counts).Times(costs).WithRowMeanOne(cats.Counts);
        SampleWeights perRow = both.ToSampleWeights(cats.Index).Times(own).WithMeanOne();

        Assert.Equal(64, both["Birman"] / both["Siamese"], 12);
        Assert.Equal(170, perRow.Values.ToArray().Sum(), 9);
        string page = DocumentedPage.Of("weights.md");
        string[] lines = [.. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "BalanceGen.Tests", "Weights", "CombinedWeightsTests.cs")).Select(line => line.Trim()).Where(line => line.StartsWith("ClassWeights costs", StringComparison.Ordinal) || line.StartsWith("ClassWeights both", StringComparison.Ordinal) || line.StartsWith("SampleWeights perRow", StringComparison.Ordinal))];
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Contains(line, page, StringComparison.Ordinal));
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
