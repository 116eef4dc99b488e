namespace BalanceGen.Sampling;

/// <summary>A saved state belongs to a sampler of another configuration.</summary>
public sealed class SamplerStateMismatchException : BalanceGenArgumentException
{
    private SamplerStateMismatchException(string mismatch, string difference, string description)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The state belongs to another sampler: {difference}. This sampler is {description}. Resume with the data set, seed, target and options the state was saved with."))
    {
        Mismatch = mismatch;
    }

    /// <summary>
    /// What differs: <c>format version</c>; or all that differ of <c>seed</c>, <c>kind</c>, <c>rows</c>, <c>target</c> and <c>options</c>,
    /// separated by commas. Samplers of two kinds are compared no further. In one of a thousand cases the hashes do not tell what differs;
    /// then it is <c>configuration</c>.
    /// </summary>
    public string Mismatch { get; }

    internal static SamplerStateMismatchException Of(SamplerState state, Sampler sampler) => Of(state, sampler.Seed, sampler.ConfigurationHash, sampler.Description);

    internal static SamplerStateMismatchException Of(SamplerState state, long seed, ulong configurationHash, string description)
    {
        if (state.Version != Sampler.FormatVersion)
        {
            return new SamplerStateMismatchException("format version", Differs("format version", state.Version, Sampler.FormatVersion), description);
        }

        List<string> names = [];
        List<string> differences = [];
        if (state.Seed != seed)
        {
            names.Add("seed");
            differences.Add(Differs("seed", state.Seed, seed));
        }

        if (state.ConfigurationHash != configurationHash)
        {
            string[] parts = PartsThatDiffer(state.ConfigurationHash, configurationHash);
            names.AddRange(parts);
            differences.AddRange(parts.Select(part => $"it was saved with {(part is "rows" or "options" ? "other" : "another")} {part}"));
        }

        return new SamplerStateMismatchException(string.Join(", ", names), string.Join(", and ", differences), description);
    }

    private static string Differs(string what, long saved, long own) => string.Create(CultureInfo.InvariantCulture, $"its {what} is {saved}, this sampler's is {own}");

    private static string[] PartsThatDiffer(ulong saved, ulong own)
    {
        List<string> parts = [];
        for (int part = 0; part < ConfigurationHasher.Parts.Length; part++)
        {
            if (ConfigurationHasher.DifferIn(part, saved, own))
            {
                parts.Add(ConfigurationHasher.Parts[part]);
                if (part == 0)
                {
                    break;
                }
            }
        }

        return parts.Count > 0 ? [.. parts] : ["configuration"];
    }
}
