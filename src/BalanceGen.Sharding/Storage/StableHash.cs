using System.Text;
using BalanceGen.Randomness;

namespace BalanceGen.Sharding;

/// <summary>A 64-bit hash that is the same on every machine and in every version of this format.</summary>
internal struct StableHash
{
    private ulong _hash;

    public readonly ulong Value => _hash;

    public static ulong Of(ReadOnlySpan<string> texts)
    {
        var hash = new StableHash();
        hash.Add(texts.Length);
        foreach (string text in texts)
        {
            hash.Add(text);
        }

        return hash.Value;
    }

    public void Add(long value) => _hash = SplitMix64.Mix((_hash * 0x9E3779B97F4A7C15) ^ ((ulong)value + 0x632BE59BD9B4E019));

    public void Add(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Add(bytes.Length);
        foreach (byte one in bytes)
        {
            Add(one);
        }
    }
}
