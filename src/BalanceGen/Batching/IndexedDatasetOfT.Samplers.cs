namespace BalanceGen;

/// <content>The samplers over the data set's rows.</content>
public sealed partial class IndexedDataset<T>
{
    /// <inheritdoc cref="BalanceGen.BalancedSampler(RowIndex, long, TargetDistribution?, ZeroCountPolicy, long?)"/>
    public BalancedSampler BalancedSampler(
        long seed, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default, long? epochLength = null) =>
        new(Index, seed, target, zeroCounts, epochLength);

    /// <inheritdoc cref="BalanceGen.WeightedRandomSampler(RowIndex, long, long?, bool, TargetDistribution?, ZeroCountPolicy)"/>
    public WeightedRandomSampler WeightedRandomSampler(
        long seed, long? sampleCount = null, bool replacement = true, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default) =>
        new(Index, seed, sampleCount, replacement, target, zeroCounts);

    /// <summary>Every row once per epoch in random order, whatever its class: what shuffling does.</summary>
    /// <param name="seed">The seed.</param>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    public RandomSampler RandomSampler(long seed) => new(Index, seed);

    /// <summary>Every row once per epoch, in order.</summary>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    public SequentialSampler SequentialSampler() => new(Index);

    /// <inheritdoc cref="BalanceGen.RandomOverSampler(RowIndex, long, ResamplingStrategy?)"/>
    public RandomOverSampler RandomOverSampler(long seed, ResamplingStrategy? strategy = null) => new(Index, seed, strategy);

    /// <inheritdoc cref="BalanceGen.RandomUnderSampler(RowIndex, long, ResamplingStrategy?)"/>
    public RandomUnderSampler RandomUnderSampler(long seed, ResamplingStrategy? strategy = null) => new(Index, seed, strategy);

    /// <inheritdoc cref="BalanceGen.RepeatFactorSampler(RowIndex, long, double, ZeroCountPolicy)"/>
    public RepeatFactorSampler RepeatFactorSampler(long seed, double threshold, ZeroCountPolicy zeroCounts = default) =>
        new(Index, seed, threshold, zeroCounts);
}
