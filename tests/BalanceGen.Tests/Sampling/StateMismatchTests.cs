namespace BalanceGen.Tests.Sampling;

/// <summary>What a state of another sampler is refused with.</summary>
public sealed class StateMismatchTests
{
    private static readonly RowIndex Rows = Indices.Sorted(160, 10);

    [Fact]
    public void The_part_that_differs_is_named()
    {
        var sampler = new BalancedSampler(Rows, 7);
        AssertRefused("kind", "it was saved with another kind", sampler, new RandomSampler(170, 7));
        AssertRefused("rows", "it was saved with other rows", sampler, new BalancedSampler(Indices.Sorted(150, 20), 7, TargetDistribution.Of(0.5, 0.5)));
        AssertRefused("rows", "it was saved with other rows", new BalancedSampler(Rows.Where(row => row > 1), 7), new BalancedSampler(Rows.Where(row => row is not (5 or 6)), 7));
        AssertRefused("target", "it was saved with another target", sampler, new BalancedSampler(Rows, 7, TargetDistribution.AsSource));
        AssertRefused("options", "it was saved with other options", sampler, new BalancedSampler(Rows, 7, epochLength: 99));
        AssertRefused("target, options", "it was saved with another target, and it was saved with other options", sampler, new BalancedSampler(Rows, 7, TargetDistribution.AsSource, epochLength: 99));
        AssertRefused("seed, options", "its seed is 8, this sampler's is 7, and it was saved with other options", sampler, new BalancedSampler(Rows, 8, epochLength: 99));
    }

    [Fact]
    public void The_sampler_says_what_it_is() =>
        Assert.Equal(
            "The state belongs to another sampler: it was saved with other options. This sampler is a BalancedSampler of 170 rows with epochs of 170 draws and the target Uniform. Resume with the data set, seed, target and options the state was saved with.",
            Assert.Throws<SamplerStateMismatchException>(() => new BalancedSampler(Rows, 7).Shard(1, 2).ResumeFrom(new BalancedSampler(Rows, 7, epochLength: 99).StateAt(4))).Message);

    [Fact]
    public void Every_option_of_every_sampler_is_named_by_its_part()
    {
        string[] rows = ["counts", "rows of a part", "number of rows"];
        string[] target = ["target", "empty classes", "switch point", "number of phases", "one weight", "minima", "strategy", "threshold", "shares", "shares until one is exhausted", "shares of a step", "epoch of a step", "number of steps"];
        foreach ((string option, ulong one, ulong other) in SamplerOptions.Pairs)
        {
            string name = option[(option.IndexOf(':', StringComparison.Ordinal) + 2)..];
            string[] parts = [.. Enumerable.Range(0, 4).Where(part => ConfigurationHasher.DifferIn(part, one, other)).Select(part => ConfigurationHasher.Parts[part])];
            string expected = rows.Contains(name) ? "rows" : target.Contains(name) ? "target" : "options";
            if (name is "order of the samplers")
            {
                // The samplers have other numbers of rows.
                Assert.Equal(["rows", "options"], parts);
            }
            else
            {
                Assert.True(parts is [{ } part] && part == expected, $"{option}: {string.Join(", ", parts)}");
            }
        }
    }

    [Fact]
    public void Kinds_of_samplers_have_hashes_of_their_own()
    {
        string[] kinds = [.. GoldenDraws.Pinned.Select(type => type.Name), "WeightedRandomSampler of sample weights"];
        Assert.Equal(kinds.Length, kinds.Select(kind => new ConfigurationHasher(kind).Hash >> 54).Distinct().Count());
    }

    [Fact]
    public void Weights_of_which_none_is_positive_are_told_so_with_and_without_replacement()
    {
        const string message = "No row has a positive weight: every weight is 0, so that there is no row to draw. Give at least one row a weight above 0.";
        foreach (bool replacement in (bool[])[true, false])
        {
            var error = Assert.Throws<TooFewRowsException>(() => new WeightedRandomSampler(Rows, new SampleWeights(new double[170]), 1, replacement: replacement));
            Assert.Equal((message, 170, 0), (error.Message, error.Requested, error.Available));
        }
    }

    private static void AssertRefused(string mismatch, string difference, Sampler sampler, Sampler saved)
    {
        var error = Assert.Throws<SamplerStateMismatchException>(() => sampler.ResumeFrom(saved.StateAt(3)));
        Assert.Equal(mismatch, error.Mismatch);
        Assert.StartsWith($"The state belongs to another sampler: {difference}. This sampler is a {sampler.GetType().Name} of ", error.Message, StringComparison.Ordinal);
    }
}
