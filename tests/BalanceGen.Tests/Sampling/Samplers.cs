namespace BalanceGen.Tests.Sampling;

/// <summary>One sampler of every kind and of every path through the code.</summary>
internal static class Samplers
{
    public static string[] Kinds { get; } =
    [
        "balanced small", "balanced mixed", "balanced many", "balanced rounded", "weighted small", "weighted mixed", "weighted far",
        "successive small", "successive mixed", "successive checkpoints", "random small", "random large", "random replacement", "sequential",
        "over small", "over mixed", "under small", "under mixed", "repeat factor small", "repeat factor mixed", "interleaved",
        "weights small", "weights mixed", "race small", "race mixed", "race binned", "stratified even", "stratified mixed", "class aware", "class aware uneven",
        "scheduled progressive", "scheduled steps", "changed target", "minimum quotas", "minimum quotas only", "balanced wide", "repeat factor sets",
        "minimum quotas rounded", "balanced part", "block shuffle", "block shuffle part", "given batches", "each",
        "under replacement", "interleaved first", "interleaved all", "epoch lengths", "interleaved steps", "interleaved progressive", "interleaved once",
    ];

    /// <summary>Rows of one and two of four classes.</summary>
    public static MultiLabelIndex LabelSets { get; } = MultiLabelRepeatFactorTests.Build(
        4, [.. Enumerable.Range(0, 700).Select(row => row % 11 == 0 ? (int[])[2] : row % 17 == 0 ? [1, 3] : row % 13 == 0 ? [1] : row % 5 == 0 ? [0, 2] : [0])]);

    public static Sampler Create(string kind, long seed) => kind switch
    {
        "balanced small" => new BalancedSampler(Indices.Sorted(160, 10), seed),
        "balanced mixed" => new BalancedSampler(Indices.Mixed(255, 256, 257, 1, 2000).Index, seed, TargetDistribution.Of(0.1, 0.2, 0.3, 0.15, 0.25)),
        "balanced many" => new BalancedSampler(Indices.Mixed([.. Enumerable.Range(1, 100)]).Index, seed, TargetDistribution.AsSource),
        "balanced rounded" => new BalancedSampler(Indices.Sorted(5000, 300, 0, 70), seed, TargetDistribution.SquareRoot, ZeroCountPolicy.ZeroWeight),
        "weighted small" => new WeightedRandomSampler(Indices.Sorted(160, 10), seed),
        "weighted mixed" => new WeightedRandomSampler(Indices.Mixed(255, 1, 400, 30).Index, seed, target: TargetDistribution.SquareRoot),
        "weighted far" => new WeightedRandomSampler(Indices.Mixed(60000, 10000).Index, seed, epochLength: 1000),
        "successive small" => new WeightedRandomSampler(Indices.Sorted(160, 10), seed, replacement: false),
        "successive mixed" => new WeightedRandomSampler(Indices.Mixed(255, 1, 400, 30).Index, seed, 200, replacement: false, TargetDistribution.SquareRoot),
        "successive checkpoints" => new WeightedRandomSampler(Indices.Mixed(9000, 600).Index, seed, replacement: false),
        "random small" => new RandomSampler(170, seed),
        "random large" => new RandomSampler(1001, seed),
        "random replacement" => new RandomSampler(1001, seed, replacement: true),
        "sequential" => new SequentialSampler(170),
        "over small" => new RandomOverSampler(Indices.Sorted(60, 10), seed),
        "over mixed" => new RandomOverSampler(Indices.Mixed(600, 400, 1, 30).Index, seed),
        "under small" => new RandomUnderSampler(Indices.Sorted(160, 10), seed),
        "under mixed" => new RandomUnderSampler(Indices.Mixed(2000, 400, 300).Index, seed),
        "repeat factor small" => new RepeatFactorSampler(Indices.Sorted(160, 10), seed, 0.2),
        "repeat factor mixed" => new RepeatFactorSampler(Indices.Mixed(3000, 400, 300, 1).Index, seed, 0.1),
        "interleaved" => new InterleavedSampler(seed, TargetDistribution.Of(0.5, 0.3, 0.2), new BalancedSampler(Indices.Sorted(160, 10), 1), new RandomSampler(999, 2), new WeightedRandomSampler(Indices.Sorted(16, 10), 3)),
        "weights small" => new WeightedRandomSampler(Indices.Sorted(160, 10), RowWeights(170), seed),
        "weights mixed" => new WeightedRandomSampler(Indices.Mixed(255, 1, 400, 30).Index, RowWeights(686), seed, 1000),
        "race small" => new WeightedRandomSampler(Indices.Sorted(160, 10), RowWeights(170), seed, 100, replacement: false),
        "race mixed" => new WeightedRandomSampler(Indices.Mixed(255, 1, 400, 30).Index, RowWeights(686), seed, 500, replacement: false),
        "race binned" => new WeightedRandomSampler(Indices.Mixed(19000, 1000).Index, RowWeights(20000), seed, 3000, replacement: false),
        "stratified even" => new StratifiedRandomSampler(Indices.Sorted(160, 10), seed, 10),
        "stratified mixed" => new StratifiedRandomSampler(Indices.Mixed(255, 1, 400, 30).Index, seed, 33, TargetDistribution.SquareRoot),
        "class aware" => new ClassAwareSampler(Indices.Mixed(255, 1, 400, 30).Index, seed, 2, 8),
        "class aware uneven" => new ClassAwareSampler(Indices.Mixed(255, 1, 400, 30, 7).Index, seed, 3, 5),
        "scheduled progressive" => new ScheduledBalancedSampler(Indices.Mixed(255, 1, 400, 30).Index, seed, TargetSchedule.Progressive(3)),
        "scheduled steps" => new ScheduledBalancedSampler(
            Indices.Sorted(160, 10, 30), seed, TargetSchedule.Steps(new(0, TargetDistribution.AsSource), new(2, TargetDistribution.Of(0.5, 0.5, 0)), new(5, TargetDistribution.Uniform)), epochLength: 77),
        "changed target" => new BalancedSampler(Indices.Sorted(160, 10), seed).WithTarget(TargetDistribution.Of(0.25, 0.75), 333),
        "minimum quotas" => new MinimumQuotaSampler(Indices.Mixed(255, 1, 400, 30).Index, seed, 16, [0, 1, 0, 2], TargetDistribution.AsSource),
        "minimum quotas only" => new MinimumQuotaSampler(Indices.Sorted(160, 10), seed, 6, [4, 2]),
        "minimum quotas rounded" => new MinimumQuotaSampler(Indices.Mixed(255, 1, 400, 30).Index, seed, 16, [0, 1, 0, 2], TargetDistribution.SquareRoot),
        "balanced part" => new BalancedSampler(Indices.Mixed(255, 1, 400, 30).Index.Where(row => row % 5 != 2), seed),
        "balanced wide" => new BalancedSampler(Indices.Sorted([.. Enumerable.Repeat(1L, 70_000)]), seed),
        "repeat factor sets" => new RepeatFactorSampler(LabelSets, seed, 0.2),
        "block shuffle" => new BlockShuffleSampler(Indices.Sorted(1000, 77), seed, 20, 4),
        "block shuffle part" => new BlockShuffleSampler(Indices.Mixed(255, 1, 400, 30).Index.Where(row => row % 5 != 2), seed, 1, 100),
        "given batches" => new GivenOrderSampler(Indices.Sorted(160, 10), seed, [.. Enumerable.Range(0, 160).Select(place => place * 7 % 170)], 8),
        "each" => new RandomUnderSampler(Indices.Mixed(255, 1, 400, 30).Index, seed, SamplingStrategy.Each(50)),
        "under replacement" => new RandomUnderSampler(Indices.Mixed(2000, 400, 300).Index, seed, replacement: true),
        "interleaved first" => new InterleavedSampler(
            seed, TargetDistribution.Of(0.5, 0.3, 0.2), InterleavedEpoch.FirstExhausted, new BalancedSampler(Indices.Sorted(160, 10), 1), new RandomSampler(999, 2), new SequentialSampler(50)),
        "epoch lengths" => new BalancedSampler(Indices.Sorted(160, 10), seed).WithEpochLengths(EpochLengths.Steps(170, 120, 90, 61)),
        "interleaved all" => new InterleavedSampler(seed, InterleavedEpoch.AllExhausted, ("web", new RandomSampler(170, 2), 3), ("studio", new SequentialSampler(50), 1)),
        "interleaved steps" => new InterleavedSampler(
            seed,
            TargetSchedule.Steps(new(0, TargetDistribution.Of(0.7, 0.2, 0.1)), new(1, TargetDistribution.Of(0.2, 0, 0.8)), new(3, TargetDistribution.Of(0.5, 0.5, 0))),
            new BalancedSampler(Indices.Sorted(160, 10), 1),
            new RandomSampler(99, 2),
            new SequentialSampler(50)),
        "interleaved once" => new InterleavedSampler(
            seed, TargetDistribution.Of(0.2, 0.5, 0.3), InterleavedEpoch.EachOnce, new BalancedSampler(Indices.Sorted(160, 10), 1), new RandomSampler(99, 2), new SequentialSampler(50)),
        "interleaved progressive" => new InterleavedSampler(seed, TargetSchedule.Progressive(3), ("web", new RandomSampler(170, 2)), ("studio", new WeightedRandomSampler(Indices.Sorted(16, 10), 3))),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such sampler."),
    };

    /// <summary>Weights of several sizes, some of them 0.</summary>
    public static SampleWeights RowWeights(int rows) => new([.. Enumerable.Range(0, rows).Select(row => row % 7 == 3 ? 0 : (row % 5) + (0.1 * (row % 11)) + 0.05)]);
}
