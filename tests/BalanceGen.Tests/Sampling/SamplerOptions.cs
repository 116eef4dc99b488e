namespace BalanceGen.Tests.Sampling;

/// <summary>Configuration hashes of two samplers of the same kind and seed that differ in one option.</summary>
internal static class SamplerOptions
{
    private static readonly RowIndex Index = Indices.Mixed(60, 40, 20).Index;

    /// <summary>Parts of a data set with the same counts and other rows.</summary>
    private static readonly RowIndex[] Parts = [.. StratifiedKFold.Of(Index, 4, seed: 1).Select(fold => fold.Train)];

    private static readonly RowIndex WithEmpty = Indices.Sorted(60, 0, 20);
    private static readonly BalancedSampler Balanced = new(Index, 1);
    private static readonly EpochLengthSampler Shrinking = Balanced.WithEpochLengths(EpochLengths.Steps(9, 7));
    private static readonly RandomSampler Random = new(50, 2);

    public static IReadOnlyList<(string Option, ulong One, ulong Other)> Pairs { get; } =
    [
        Pair("balanced: counts", Balanced, new BalancedSampler(Indices.Mixed(60, 20, 40).Index, 1)),
        Pair("balanced: rows of a part", new BalancedSampler(Parts[0], 1), new BalancedSampler(Parts[1], 1)),
        Pair("balanced: target", Balanced, new BalancedSampler(Index, 1, TargetDistribution.SquareRoot)),
        Pair("balanced: empty classes", new BalancedSampler(WithEmpty, 1, TargetDistribution.AsSource, ZeroCountPolicy.ZeroWeight), new BalancedSampler(WithEmpty, 1, TargetDistribution.AsSource, ZeroCountPolicy.Smooth(9))),
        Pair("balanced: epoch length", Balanced, new BalancedSampler(Index, 1, epochLength: 121)),
        Pair("scheduled: target", Balanced.WithTarget(TargetDistribution.AsSource, 50), Balanced.WithTarget(TargetDistribution.SquareRoot, 50)),
        Pair("scheduled: switch point", Balanced.WithTarget(TargetDistribution.AsSource, 50), Balanced.WithTarget(TargetDistribution.AsSource, 51)),
        Pair("scheduled: number of phases", Balanced.WithTarget(TargetDistribution.AsSource, 50), Balanced.WithTarget(TargetDistribution.AsSource, 50).WithTarget(TargetDistribution.AsSource, 60)),
        Pair("scheduled: epoch length", Balanced.WithTarget(TargetDistribution.AsSource, 50), new BalancedSampler(Index, 1, epochLength: 121).WithTarget(TargetDistribution.AsSource, 50)),
        Pair("scheduled: rows of a part", new ScheduledBalancedSampler(Parts[0], 1, TargetSchedule.Progressive(2)), new ScheduledBalancedSampler(Parts[1], 1, TargetSchedule.Progressive(2))),
        Pair("weighted: target", new WeightedRandomSampler(Index, 1), new WeightedRandomSampler(Index, 1, target: TargetDistribution.SquareRoot)),
        Pair("weighted: number of draws", new WeightedRandomSampler(Index, 1, 50), new WeightedRandomSampler(Index, 1, 51)),
        Pair("weighted: replacement", new WeightedRandomSampler(Index, 1, 50), new WeightedRandomSampler(Index, 1, 50, replacement: false)),
        Pair("weighted: rows of a part", new WeightedRandomSampler(Parts[0], 1), new WeightedRandomSampler(Parts[1], 1)),
        Pair("row weights: one weight", OfRows(50, last: 1), OfRows(50, last: 1.5)),
        Pair("row weights: number of draws", OfRows(50), OfRows(51)),
        Pair("row weights: replacement", OfRows(50), OfRows(50, replacement: false)),
        Pair("stratified: target", Stratified(), Stratified(target: TargetDistribution.SquareRoot)),
        Pair("stratified: batch size", Stratified(), Stratified(batchSize: 12)),
        Pair("stratified: epoch length", Stratified(), Stratified(epochLength: 240)),
        Pair("class aware: classes a batch", ClassAware(), ClassAware(classes: 3)),
        Pair("class aware: rows a class", ClassAware(), ClassAware(rows: 3)),
        Pair("class aware: epoch length", ClassAware(), ClassAware(epochLength: 240)),
        Pair("minimum: batch size", Minimum(1, 0), Minimum(1, 0, batchSize: 12)),
        Pair("minimum: minima", Minimum(1, 0), Minimum(0, 1)),
        Pair("minimum: target", Minimum(1, 0), Minimum(1, 0, target: TargetDistribution.AsSource)),
        Pair("minimum: epoch length", Minimum(1, 0), Minimum(1, 0, epochLength: 240)),
        Pair("random: number of rows", Random, new RandomSampler(51, 2, epochLength: 50)),
        Pair("random: replacement", Random, new RandomSampler(50, 2, replacement: true)),
        Pair("random: epoch length", Random, new RandomSampler(50, 2, epochLength: 51)),
        Pair("random: rows of a part", new RandomSampler(Parts[0], 1), new RandomSampler(Parts[1], 1)),
        Pair("sequential: number of rows", new SequentialSampler(50), new SequentialSampler(51)),
        Pair("sequential: rows of a part", new SequentialSampler(Parts[0]), new SequentialSampler(Parts[1])),
        Pair("over: strategy", new RandomOverSampler(Index, 1), new RandomOverSampler(Index, 1, SamplingStrategy.Minority)),
        Pair("over: rows of a part", new RandomOverSampler(Parts[0], 1), new RandomOverSampler(Parts[1], 1)),
        Pair("under: strategy", new RandomUnderSampler(Index, 1), new RandomUnderSampler(Index, 1, SamplingStrategy.Majority)),
        Pair("repeat factor: threshold", new RepeatFactorSampler(Index, 1, 0.5), new RepeatFactorSampler(Index, 1, 0.51)),
        Pair("block shuffle: length of a block", new BlockShuffleSampler(Index, 1, 5, 2), new BlockShuffleSampler(Index, 1, 6, 2)),
        Pair("block shuffle: blocks of a window", new BlockShuffleSampler(Index, 1, 5, 2), new BlockShuffleSampler(Index, 1, 5, 3)),
        Pair("given order: order of the rows", new GivenOrderSampler(Index, 1, [0, 1, 2, 3], 2), new GivenOrderSampler(Index, 1, [0, 1, 3, 2], 2)),
        Pair("given order: batch size", new GivenOrderSampler(Index, 1, [0, 1, 2, 3], 2), new GivenOrderSampler(Index, 1, [0, 1, 2, 3], 4)),
        Pair("given order: order of the batches", new GivenOrderSampler(Index, 1, [0, 1, 2, 3], 2), new GivenOrderSampler(Index, 1, [0, 1, 2, 3], 2, shuffleBatches: false)),
        Pair("epoch lengths: lengths", Shrinking, Balanced.WithEpochLengths(EpochLengths.Steps(9, 6))),
        Pair("interleaved: shares", Interleaved(0.5, Balanced, Random), Interleaved(0.4, Balanced, Random)),
        Pair("interleaved: order of the samplers", Interleaved(0.5, Balanced, Random), Interleaved(0.5, Random, Balanced)),
        Pair("interleaved: seed of a sampler", Interleaved(0.5, Balanced, Random), Interleaved(0.5, Balanced, new RandomSampler(50, 3))),
        Pair("interleaved: option of a sampler", Interleaved(0.5, Balanced, Random), Interleaved(0.5, Balanced, new RandomSampler(50, 2, replacement: true))),
        Pair("interleaved: end of an epoch", Ending(InterleavedEpoch.EachOnce, 0.5), Ending(InterleavedEpoch.AllExhausted, 0.5)),
        Pair("interleaved: shares until one is exhausted", Ending(InterleavedEpoch.EachOnce, 0.5), Ending(InterleavedEpoch.EachOnce, 0.4)),
        Pair("interleaved: shares of a step", InSteps(1, 0.5), InSteps(1, 0.4)),
        Pair("interleaved: epoch of a step", InSteps(1, 0.5), InSteps(2, 0.5)),
        Pair("interleaved: number of steps", InSteps(1, 0.5), new InterleavedSampler(1, TargetSchedule.Steps(new TargetStep(0, TargetDistribution.Of(0.25, 0.75))), Balanced, Random)),
        ("class places: counts", Places(60, 40).ConfigurationHash, Places(60, 41).ConfigurationHash),
        ("class places: target", Places(60, 40).ConfigurationHash, Places(60, 40, TargetDistribution.AsSource).ConfigurationHash),
    ];

    private static (string Option, ulong One, ulong Other) Pair(string option, Sampler one, Sampler other) => (option, one.ConfigurationHash, other.ConfigurationHash);

    private static WeightedRandomSampler OfRows(int draws, double last = 1, bool replacement = true) =>
        new(Index, new SampleWeights([.. Enumerable.Repeat(1.0, 119), last]), 1, draws, replacement);

    private static InterleavedSampler Ending(InterleavedEpoch epoch, double share) => new(1, TargetDistribution.Of(share, 1 - share), epoch, Balanced, Random);

    private static InterleavedSampler InSteps(long epoch, double share) =>
        new(1, TargetSchedule.Steps(new(0, TargetDistribution.Of(0.25, 0.75)), new(epoch, TargetDistribution.Of(share, 1 - share))), Balanced, Random);

    private static StratifiedRandomSampler Stratified(int batchSize = 10, TargetDistribution? target = null, long epochLength = 120) =>
        new(Index, 1, batchSize, target, epochLength: epochLength);

    private static ClassAwareSampler ClassAware(int classes = 2, int rows = 4, long epochLength = 120) => new(Index, 1, classes, rows, epochLength: epochLength);

    private static MinimumQuotaSampler Minimum(int first, int second, int batchSize = 10, TargetDistribution? target = null, long epochLength = 120) =>
        new(Index, 1, batchSize, [first, second, 0], target, epochLength: epochLength);

    private static InterleavedSampler Interleaved(double share, params ReadOnlySpan<Sampler> samplers) => new(1, TargetDistribution.Of(share, 1 - share), samplers);

    private static WeightedRandomPlaceSampler Places(long first, long second, TargetDistribution? target = null) =>
        new(new ClassCounts(Indices.Classes(2), first, second), 1, target);
}
