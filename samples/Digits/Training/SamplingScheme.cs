using BalanceGen;

namespace Digits.Training;

/// <summary>One of the three ways to draw training rows that the article compares.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Create">Makes the sampler of a data set for a seed.</param>
public sealed record SamplingScheme(string Name, Func<IndexedDataset<Digit>, long, Sampler> Create)
{
    /// <summary>What everybody starts with: every row once an epoch, in random order.</summary>
    public static SamplingScheme Shuffled { get; } = new("shuffled", (rows, seed) => new RandomSampler(rows.Index.RowCount, seed));

    /// <summary>PyTorch's remedy: independent draws, each row with the weight of its class.</summary>
    public static SamplingScheme WeightedRandom { get; } = new("WeightedRandomSampler", (rows, seed) => rows.WeightedRandomSampler(seed));

    /// <summary>BalanceGen's default: the shares hold in every batch, and each class is gone through before a row comes again.</summary>
    public static SamplingScheme Balanced { get; } = new("BalancedSampler", (rows, seed) => rows.BalancedSampler(seed));

    /// <summary>The three.</summary>
    public static IReadOnlyList<SamplingScheme> All { get; } = [Shuffled, WeightedRandom, Balanced];
}
