using BalanceGen.Randomness;

namespace BalanceGen.Sampling;

/// <summary>A 64-bit hash of everything but the seed that decides a sampler's draws.</summary>
internal struct ConfigurationHasher
{
    private ulong _hash;

    public ConfigurationHasher(string kind)
    {
        foreach (char letter in kind)
        {
            Add(letter);
        }
    }

    public readonly ulong Hash => _hash;

    public void Add(long value) => _hash = SplitMix64.Mix((_hash * 0x9E3779B97F4A7C15) ^ ((ulong)value + 0x632BE59BD9B4E019));

    /// <summary>The counts of an index and, for a part of a data set, which rows it has.</summary>
    public void Add(RowIndex index)
    {
        Add(index.Counts.Values);
        Add((long)index.RowsHash);
    }

    public void Add(ReadOnlySpan<long> values)
    {
        Add(values.Length);
        foreach (long value in values)
        {
            Add(value);
        }
    }
}
