namespace BalanceGen.Sampling;

/// <summary>What the samplers with resampled epochs have in common when they are made.</summary>
internal static class Resampling
{
    /// <summary>The number of draws in an epoch.</summary>
    /// <exception cref="EmptyDatasetException">It is 0.</exception>
    /// <exception cref="ArgumentException">It is too large.</exception>
    public static long EpochOf(ClassCounts resampled) =>
        resampled.Total > 0 ? EpochOf(resampled.Total) : throw new EmptyDatasetException("A resampled epoch", "the strategy leaves no row of any class");

    /// <inheritdoc cref="EpochOf(ClassCounts)"/>
    public static long EpochOf(double draws) =>
        draws <= ResampledEpoch.LongestEpoch
            ? (long)draws
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"An epoch would have {draws:F0} draws; at most {ResampledEpoch.LongestEpoch} are possible. Use a BalancedSampler, whose epoch may have any length."));

    public static ResampledEpoch Epoch(RowIndex index, ClassCounts resampled, long seed, bool replacement = false) =>
        new(index, [.. resampled.Values.ToArray().Select(count => (double)count)], seed, replacement);

    public static ulong Hash(string kind, RowIndex index, ResampledEpoch epoch)
    {
        var hasher = new ConfigurationHasher(kind);
        hasher.AddRows(index);
        foreach (ulong number in epoch.Cumulative)
        {
            hasher.AddTarget((long)number);
        }

        if (epoch.Replacement)
        {
            hasher.AddOption(1);
        }

        return hasher.Hash;
    }
}
