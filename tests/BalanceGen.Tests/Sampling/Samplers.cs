namespace BalanceGen.Tests.Sampling;

/// <summary>One sampler of every kind and of every path through the code.</summary>
internal static class Samplers
{
    public static string[] Kinds { get; } =
    [
        "balanced small", "balanced mixed", "balanced many", "balanced rounded", "weighted small", "weighted mixed", "weighted far",
        "successive small", "successive mixed", "successive checkpoints", "random small", "random large", "random replacement", "sequential",
        "over small", "over mixed", "under small", "under mixed", "repeat factor small", "repeat factor mixed", "interleaved",
    ];

    public static Sampler Create(string kind, long seed) => kind switch
    {
        "balanced small" => new BalancedSampler(Indices.Sorted(160, 10), seed),
        "balanced mixed" => new BalancedSampler(Indices.Mixed(255, 256, 257, 1, 2000).Index, seed, TargetDistribution.Of(0.1, 0.2, 0.3, 0.15, 0.25)),
        "balanced many" => new BalancedSampler(Indices.Mixed([.. Enumerable.Range(1, 100)]).Index, seed, TargetDistribution.AsSource),
        "balanced rounded" => new BalancedSampler(Indices.Sorted(5000, 300, 0, 70), seed, TargetDistribution.SquareRoot, ZeroCountPolicy.ZeroWeight),
        "weighted small" => new WeightedRandomSampler(Indices.Sorted(160, 10), seed),
        "weighted mixed" => new WeightedRandomSampler(Indices.Mixed(255, 1, 400, 30).Index, seed, target: TargetDistribution.SquareRoot),
        "weighted far" => new WeightedRandomSampler(Indices.Mixed(60000, 10000).Index, seed, sampleCount: 1000),
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
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such sampler."),
    };
}
