using System.Globalization;

namespace BalanceGen.Sampling;

/// <summary>A saved state that belongs to a sampler of another configuration.</summary>
public sealed class SamplerStateMismatchException : BalanceGenException
{
    internal SamplerStateMismatchException(string what, object saved, object own)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The state belongs to another sampler: its {what} is {saved}, this sampler's is {own}. Resume with the data set, seed, target and options the state was saved with."))
    {
        Mismatch = what;
    }

    /// <summary>What differs: the format version, the seed or the configuration hash.</summary>
    public string Mismatch { get; }
}
