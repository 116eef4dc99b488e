namespace BalanceGen.Sampling;

/// <summary>The samplers, names and shares of what a user gives an <see cref="InterleavedSampler"/> by name.</summary>
internal static class NamedSources
{
    public static Sampler[] SamplersOf(ReadOnlySpan<(string Name, Sampler Sampler)> sources)
    {
        var samplers = new Sampler[sources.Length];
        for (int index = 0; index < samplers.Length; index++)
        {
            samplers[index] = sources[index].Sampler;
        }

        return samplers;
    }

    public static ClassSet NamesOf(ReadOnlySpan<(string Name, Sampler Sampler)> sources)
    {
        var names = new string[sources.Length];
        for (int index = 0; index < names.Length; index++)
        {
            names[index] = sources[index].Name;
        }

        return new ClassSet(names);
    }

    public static (string Name, Sampler Sampler)[] WithoutWeights(ReadOnlySpan<(string Name, Sampler Sampler, double Weight)> sources)
    {
        var named = new (string, Sampler)[sources.Length];
        for (int index = 0; index < named.Length; index++)
        {
            named[index] = (sources[index].Name, sources[index].Sampler);
        }

        return named;
    }

    public static TargetDistribution SharesOf(ReadOnlySpan<(string Name, Sampler Sampler, double Weight)> sources)
    {
        var shares = new double[sources.Length];
        double sum = 0;
        for (int index = 0; index < shares.Length; index++)
        {
            double weight = sources[index].Weight;
            shares[index] = double.IsFinite(weight) && weight >= 0
                ? weight
                : throw new ArgumentOutOfRangeException(nameof(sources), weight, $"The weight of sampler '{sources[index].Name}' must be finite and 0 or more.");
            sum += weight;
        }

        if (!(sum > 0 && double.IsFinite(sum)))
        {
            throw new ArgumentException("The weights of the samplers add up to 0 or to infinity.", nameof(sources));
        }

        for (int index = 0; index < shares.Length; index++)
        {
            shares[index] /= sum;
        }

        return TargetDistribution.Of(shares);
    }
}
