namespace BalanceGen.Sampling;

/// <summary>The samplers, names and shares of what a user gives an <see cref="InterleavedSampler"/> by name.</summary>
internal static class NamedSources
{
    public static Sampler[] SamplersOf(ReadOnlySpan<(string Name, Sampler Sampler)> sources) =>
        [.. sources.ToArray().Select(source => source.Sampler)];

    public static ClassSet NamesOf(ReadOnlySpan<(string Name, Sampler Sampler)> sources) => new([.. sources.ToArray().Select(source => source.Name)]);

    public static (string Name, Sampler Sampler)[] WithoutWeights(ReadOnlySpan<(string Name, Sampler Sampler, double Weight)> sources) =>
        [.. sources.ToArray().Select(source => (source.Name, source.Sampler))];

    public static TargetDistribution SharesOf(ReadOnlySpan<(string Name, Sampler Sampler, double Weight)> sources)
    {
        double sum = 0;
        foreach ((string name, _, double weight) in sources)
        {
            sum += double.IsFinite(weight) && weight >= 0
                ? weight
                : throw new ArgumentOutOfRangeException(nameof(sources), weight, $"The weight of sampler '{name}' must be finite and 0 or more.");
        }

        if (!(sum > 0 && double.IsFinite(sum)))
        {
            throw new ArgumentException("The weights of the samplers add up to 0 or to infinity.", nameof(sources));
        }

        return TargetDistribution.Of([.. sources.ToArray().Select(source => source.Weight / sum)]);
    }
}
