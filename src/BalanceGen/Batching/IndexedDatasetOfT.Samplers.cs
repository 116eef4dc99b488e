namespace BalanceGen;

/// <content>The samplers over the data set's rows.</content>
public sealed partial class IndexedDataset<T>
{
    /// <inheritdoc cref="BalanceGen.BalancedSampler(RowIndex, long, TargetDistribution?, ZeroCountPolicy, long?)"/>
    public BalancedSampler BalancedSampler(
        long seed, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default, long? epochLength = null) =>
        new(Index, seed, target, zeroCounts, epochLength);

    /// <inheritdoc cref="BalanceGen.BalancedSampler(RowIndex, long, SamplerTables, long?)"/>
    public BalancedSampler BalancedSampler(long seed, SamplerTables tables, long? epochLength = null) => new(Index, seed, tables, epochLength);

    /// <inheritdoc cref="BalanceGen.WeightedRandomSampler(RowIndex, long, long?, bool, TargetDistribution?, ZeroCountPolicy)"/>
    public WeightedRandomSampler WeightedRandomSampler(
        long seed, long? epochLength = null, bool replacement = true, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default) =>
        new(Index, seed, epochLength, replacement, target, zeroCounts);

    /// <inheritdoc cref="BalanceGen.WeightedRandomSampler(RowIndex, long, SamplerTables, long?, bool)"/>
    public WeightedRandomSampler WeightedRandomSampler(long seed, SamplerTables tables, long? epochLength = null, bool replacement = true) =>
        new(Index, seed, tables, epochLength, replacement);

    /// <inheritdoc cref="BalanceGen.WeightedRandomSampler(RowIndex, SampleWeights, long, long?, bool)"/>
    public WeightedRandomSampler WeightedRandomSampler(SampleWeights weights, long seed, long? epochLength = null, bool replacement = true) =>
        new(Index, weights, seed, epochLength, replacement);

    /// <inheritdoc cref="BalanceGen.Sampling.StratifiedRandomSampler(RowIndex, long, int, TargetDistribution?, ZeroCountPolicy, long?)"/>
    public StratifiedRandomSampler StratifiedRandomSampler(
        long seed, int batchSize, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default, long? epochLength = null) =>
        new(Index, seed, batchSize, target, zeroCounts, epochLength);

    /// <inheritdoc cref="BalanceGen.Sampling.ClassAwareSampler(RowIndex, long, int, int, ZeroCountPolicy, long?)"/>
    public ClassAwareSampler ClassAwareSampler(
        long seed, int classesPerBatch, int rowsPerClass, ZeroCountPolicy zeroCounts = default, long? epochLength = null) =>
        new(Index, seed, classesPerBatch, rowsPerClass, zeroCounts, epochLength);

    /// <inheritdoc cref="BalanceGen.Sampling.MinimumQuotaSampler(RowIndex, long, int, ReadOnlySpan{int}, TargetDistribution?, ZeroCountPolicy, long?)"/>
    public MinimumQuotaSampler MinimumQuotaSampler(
        long seed, int batchSize, ReadOnlySpan<int> minima, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default, long? epochLength = null) =>
        new(Index, seed, batchSize, minima, target, zeroCounts, epochLength);

    /// <inheritdoc cref="BalanceGen.Sampling.ScheduledBalancedSampler(RowIndex, long, TargetSchedule, ZeroCountPolicy, long?)"/>
    public ScheduledBalancedSampler ScheduledBalancedSampler(
        long seed, TargetSchedule schedule, ZeroCountPolicy zeroCounts = default, long? epochLength = null) =>
        new(Index, seed, schedule, zeroCounts, epochLength);

    /// <inheritdoc cref="BalanceGen.RandomSampler(RowIndex, long, bool, long?)"/>
    public RandomSampler RandomSampler(long seed, bool replacement = false, long? epochLength = null) => new(Index, seed, replacement, epochLength);

    /// <summary>Every row once per epoch, in order.</summary>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    public SequentialSampler SequentialSampler() => new(Index);

    /// <inheritdoc cref="BalanceGen.Sampling.BlockShuffleSampler(RowIndex, long, int, int)"/>
    public BlockShuffleSampler BlockShuffleSampler(long seed, int blockLength, int windowBlocks = 1) => new(Index, seed, blockLength, windowBlocks);

    /// <inheritdoc cref="BalanceGen.Sampling.GivenOrderSampler(RowIndex, ReadOnlySpan{int})"/>
    public GivenOrderSampler GivenOrderSampler(params ReadOnlySpan<int> rows) => new(Index, rows);

    /// <inheritdoc cref="BalanceGen.Sampling.GivenOrderSampler(RowIndex, long, ReadOnlySpan{int}, int, bool)"/>
    public GivenOrderSampler GivenOrderSampler(long seed, ReadOnlySpan<int> rows, int batchSize, bool shuffleBatches = true) => new(Index, seed, rows, batchSize, shuffleBatches);

    /// <inheritdoc cref="BalanceGen.RandomOverSampler(RowIndex, long, SamplingStrategy?)"/>
    public RandomOverSampler RandomOverSampler(long seed, SamplingStrategy? strategy = null) => new(Index, seed, strategy);

    /// <inheritdoc cref="BalanceGen.RandomUnderSampler(RowIndex, long, SamplingStrategy?, bool)"/>
    public RandomUnderSampler RandomUnderSampler(long seed, SamplingStrategy? strategy = null, bool replacement = false) => new(Index, seed, strategy, replacement);

    /// <inheritdoc cref="BalanceGen.Sampling.RepeatFactorSampler(RowIndex, long, double, ZeroCountPolicy)"/>
    public RepeatFactorSampler RepeatFactorSampler(long seed, double threshold, ZeroCountPolicy zeroCounts = default) =>
        new(Index, seed, threshold, zeroCounts);

    /// <inheritdoc cref="BalanceGen.Sampling.RepeatFactorSampler(RowIndex, long, ClassWeights)"/>
    public RepeatFactorSampler RepeatFactorSampler(long seed, ClassWeights repeatFactors) => new(Index, seed, repeatFactors);

    /// <inheritdoc cref="Partners.OfSameClass(RowIndex, long)"/>
    public Partners PartnersOfSameClass(long seed) => Partners.OfSameClass(Index, seed);

    /// <inheritdoc cref="Partners.ByTarget(RowIndex, long, TargetDistribution?, ZeroCountPolicy)"/>
    public Partners PartnersByTarget(long seed, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default) =>
        Partners.ByTarget(Index, seed, target, zeroCounts);
}
