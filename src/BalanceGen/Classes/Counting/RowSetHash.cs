namespace BalanceGen.Classes;

/// <summary>A hash of which rows a subset of a data set has, by which a sampler over one subset is told from a sampler over another.</summary>
internal static class RowSetHash
{
    /// <summary>The hash of rows that are given class by class, never 0, which stands for a whole data set.</summary>
    public static ulong Of(ReadOnlySpan<int> sortedRows)
    {
        ulong hash = 0;
        foreach (int row in sortedRows)
        {
            hash = Add(hash, row);
        }

        return Finish(hash, sortedRows.Length);
    }

    /// <summary>The hash with one row more.</summary>
    public static ulong Add(ulong hash, int row) => Mix(hash ^ (uint)row);

    /// <summary>The hash of all rows that were added.</summary>
    public static ulong Finish(ulong hash, int length) => Mix(hash ^ (ulong)length) | 1;

    /// <summary>The hash of several data sets or subsets one after the other: 0 if all are whole.</summary>
    public static ulong OfConcatenation(ReadOnlySpan<ulong> hashes, ReadOnlySpan<int> datasetLengths)
    {
        if (hashes.IndexOfAnyExcept(0UL) < 0)
        {
            return 0;
        }

        ulong hash = 0;
        for (int index = 0; index < hashes.Length; index++)
        {
            hash = Mix(Add(hash, datasetLengths[index]) ^ hashes[index]);
        }

        return hash | 1;
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood 2014) after one step of its counter.</summary>
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
