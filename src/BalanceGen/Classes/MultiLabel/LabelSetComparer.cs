namespace BalanceGen.Classes;

/// <summary>Compares label sets element by element, whether they are stored or still in a buffer.</summary>
internal sealed class LabelSetComparer : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
{
    public static LabelSetComparer Instance { get; } = new();

    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(int[] obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<int> alternate)
    {
        uint hash = 0;
        foreach (int classIndex in alternate)
        {
            hash = unchecked((hash ^ (uint)classIndex) * 0x9E3779B1);
            hash ^= hash >> 15;
        }

        return (int)hash;
    }

    public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();
}
