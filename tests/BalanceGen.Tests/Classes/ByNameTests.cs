namespace BalanceGen.Tests.Classes;

/// <summary>Counts and weights by class name, and as sequences.</summary>
public sealed class ByNameTests
{
    private static readonly ClassSet Breeds = new("Siamese", "Birman");

    private static readonly ClassCounts Counts = new(Breeds, 160, 10);

    [Fact]
    public void Counts_and_weights_are_read_by_class_name()
    {
        ClassWeights weights = ClassWeights.Balanced(Counts);
        Assert.Equal((160, 10), (Counts["Siamese"], Counts["Birman"]));
        Assert.Equal((0.53125, 8.5), (weights["Siamese"], weights["Birman"]));
        Assert.Equal("birman", Assert.Throws<UnknownLabelException>(() => Counts["birman"]).Label);
        Assert.Equal("x", Assert.Throws<UnknownLabelException>(() => weights["x"]).Label);
    }

    [Fact]
    public void Counts_and_weights_are_sequences_of_names_and_numbers()
    {
        List<string> lines = [];
        foreach ((string name, long count) in Counts)
        {
            lines.Add($"{name} {count}");
        }

        foreach ((string name, double weight) in ClassWeights.Balanced(Counts))
        {
            lines.Add(FormattableString.Invariant($"{name} {weight}"));
        }

        Assert.Equal(["Siamese 160", "Birman 10", "Siamese 0.53125", "Birman 8.5"], lines);
        Assert.Equal(["Birman", "Siamese"], Counts.OrderBy(pair => pair.Count).Select(pair => pair.Name));
        Assert.Equal(["Siamese", "Birman"], Breeds.Select(name => name));
        Assert.Equal(new Dictionary<string, long> { ["Siamese"] = 160, ["Birman"] = 10 }, Counts.ToDictionary());
        Assert.Equal(new Dictionary<string, double> { ["Siamese"] = 0.53125, ["Birman"] = 8.5 }, ClassWeights.Balanced(Counts).ToDictionary());
        Assert.Equal(2, ((IReadOnlyCollection<(string, long)>)Counts).Count);
        Assert.Equal(2, ((IReadOnlyCollection<(string, double)>)ClassWeights.Balanced(Counts)).Count);
    }

    [OptimizedFact]
    public void Loops_over_counts_and_weights_allocate_nothing()
    {
        ClassWeights weights = ClassWeights.Balanced(Counts);
        AllocationFree.Assert(() =>
        {
            double sum = 0;
            foreach ((string name, long count) in Counts)
            {
                sum += count + name.Length;
            }

            foreach ((_, double weight) in weights)
            {
                sum += weight;
            }

            return (int)sum;
        });
    }

    [Fact]
    public void Counts_are_made_of_pairs_in_any_order()
    {
        Assert.Equal([160, 10], ClassCounts.Of(Breeds, ("Birman", 10), ("Siamese", 160)).Values);
        Assert.Equal([0, 10], ClassCounts.Of(Breeds, new Dictionary<string, long> { ["Birman"] = 10 }).Values);
        Assert.Equal([2, 1], ClassCounts.Of(Breeds, ((string[])["Siamese", "Birman", "Siamese"]).CountBy(name => name)).Values);
        Assert.Equal(Counts, ClassCounts.Of(Breeds, Counts));
        Assert.Throws<UnknownLabelException>(() => ClassCounts.Of(Breeds, ("horse", 1)));
        Assert.Contains("The class 'Birman' is counted twice: 1 and 2", Assert.Throws<ArgumentException>(() => ClassCounts.Of(Breeds, ("Birman", 1), ("Birman", 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassCounts.Of(Breeds, ("Birman", -1)));
        Assert.Throws<ArgumentNullException>(() => ClassCounts.Of(null!, ("Birman", 1)));
    }

    [Fact]
    public void Weights_in_single_precision_are_those_of_the_classes()
    {
        Assert.Equal([0.53125f, 8.5f], ClassWeights.Balanced(Counts).ToSingles());
        Assert.Contains("of class 'Birman' is beyond the range of float", Assert.Throws<OverflowException>(() => new ClassWeights(Breeds, 1, 1e300).ToSingles()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Single_precision_is_taken_where_double_is_and_literals_stay_double()
    {
        float[] shares = [0.25f, 0.75f];
        Assert.Equal([0.25, 0.75], TargetDistribution.Of(shares).Resolve(Counts));
        Assert.Equal([0.25, 0.75], TargetDistribution.Proportional(shares).Resolve(Counts));
        Assert.Equal([0.25, 0.75], new ClassWeights(Breeds, shares).Values);
        Assert.Equal([0.25, 0.75], new SampleWeights(shares).Values);
        Assert.Equal([0.25, 0.75], new RunningClassCounts(Counts, shares, 0.5).Averages);
        Assert.Equal([0.25, 0.75], SourceDistribution.Of(shares).Given);
        Assert.Equal([0.1, 0.9], new ClassWeights(Breeds, [0.1, 0.9]).Values);
        Assert.Equal([16777217, 1.0], new ClassWeights(Breeds, [16777217, 1]).Values);
        Assert.Equal([16777217, 1.0], new ClassWeights(Breeds, 16777217, 1).Values);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SampleWeights([float.NaN]));
    }

    [Fact]
    public void Classes_of_labels_are_the_distinct_ones_in_ordinal_order()
    {
        Assert.Equal(["Birman", "Siamese", "siamese"], ClassSet.OfLabels(["siamese", "Siamese", "Birman", "Siamese"]));
        Assert.Contains("Label 1 is empty", Assert.Throws<ArgumentException>(() => ClassSet.OfLabels(["a", ""])).Message, StringComparison.Ordinal);
        Assert.Contains("Label 0 is null", Assert.Throws<ArgumentException>(() => ClassSet.OfLabels([null!])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ClassSet.OfLabels([]));
        Assert.Throws<ArgumentNullException>(() => ClassSet.OfLabels(null!));
    }

    [Fact]
    public void Class_indices_of_64_bits_are_indexed_and_never_truncated()
    {
        Assert.Equal([1, 2], RowIndex.Build(Breeds, (long[])[0, 1, 1]).Counts.Values);
        UnknownLabelException error = Assert.Throws<UnknownLabelException>(() => RowIndex.Build(Breeds, (long[])[0, 1L << 32]));
        Assert.Equal(("4294967296", 1L), (error.Label, error.Row));
        Assert.Throws<UnknownLabelException>(() => RowIndex.Build(Breeds, (long[])[-1]));
    }
}
