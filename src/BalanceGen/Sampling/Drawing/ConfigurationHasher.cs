namespace BalanceGen.Sampling;

/// <summary>
/// A 64-bit hash of everything but the seed that decides a sampler's draws. Its upper 40 bits are 10 bits each of the hashes of kind, rows, target and options, so that two hashes
/// tell which of them differ; the lower 24 bits are of all of it.
/// </summary>
/// <remarks>One part that differs goes unnoticed with a probability of 2^-34, and unnamed with one of 2^-10.</remarks>
internal struct ConfigurationHasher
{
    private const int PartBits = 10;
    private const int CommonBits = 24;

    private static readonly string[] PartNames = ["kind", "rows", "target", "options"];

    private readonly ulong _kind;
    private ulong _rows;
    private ulong _target;
    private ulong _options;
    private ulong _derived;

    public ConfigurationHasher(string kind)
    {
        foreach (char letter in kind)
        {
            Add(ref _kind, letter);
        }
    }

    /// <summary>What a message calls the parts, from the upper bits on.</summary>
    public static ReadOnlySpan<string> Parts => PartNames;

    public readonly ulong Hash
    {
        get
        {
            ulong all = 0;
            ulong parts = 0;
            foreach (ulong part in (ReadOnlySpan<ulong>)[_kind, _rows, _target, _options])
            {
                Add(ref all, (long)part);
                parts = (parts << PartBits) | (part >> (64 - PartBits));
            }

            Add(ref all, (long)_derived);
            return (parts << CommonBits) | (all >> (64 - CommonBits));
        }
    }

    /// <summary>Whether two hashes differ in a part.</summary>
    public static bool DifferIn(int part, ulong one, ulong other)
    {
        int shift = CommonBits + (PartBits * (PartNames.Length - 1 - part));
        return (((one ^ other) >> shift) & ((1UL << PartBits) - 1)) != 0;
    }

    /// <summary>The counts of an index and, for a subset of a data set, which rows it has.</summary>
    public void AddRows(RowIndex index)
    {
        AddRows(index.Counts.Values);
        AddRows((long)index.RowsHash);
    }

    /// <summary>The number of rows, and of a subset which ones they are.</summary>
    public void AddUnlabelledRows(RowIndex index)
    {
        AddRows(index.RowCount);
        if (index.RowsHash != 0)
        {
            AddRows((long)index.RowsHash);
        }
    }

    public void AddRows(long value) => Add(ref _rows, value);

    public void AddRows(ReadOnlySpan<long> values) => Add(ref _rows, values);

    /// <summary>Shares, weights, minima, strategies: how often which rows are to be drawn.</summary>
    public void AddTarget(long value) => Add(ref _target, value);

    public void AddTarget(ReadOnlySpan<long> values) => Add(ref _target, values);

    /// <summary>Sizes of batches and epochs, replacement, samplers inside a sampler.</summary>
    public void AddOption(long value) => Add(ref _options, value);

    /// <summary>What follows from several parts and decides the draws: it counts, and no part is named for it.</summary>
    public void AddDerived(ReadOnlySpan<long> values) => Add(ref _derived, values);

    private static void Add(ref ulong hash, ReadOnlySpan<long> values)
    {
        Add(ref hash, values.Length);
        foreach (long value in values)
        {
            Add(ref hash, value);
        }
    }

    private static void Add(ref ulong hash, long value) => hash = SplitMix64.Mix((hash * 0x9E3779B97F4A7C15) ^ ((ulong)value + 0x632BE59BD9B4E019));
}
