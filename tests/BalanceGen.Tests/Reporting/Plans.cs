using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Reporting;

/// <summary>A plan of every kind of sampler, and of the classes and epochs that only a plan has to tell apart.</summary>
internal static class Plans
{
    private static readonly Dictionary<string, Func<long, Sampler>> Others = new()
    {
        ["balanced, one class empty and one not drawn"] = seed => new BalancedSampler(Indices.Sorted(60, 10, 0, 5), seed, TargetDistribution.Of(0.5, 0.5, 0, 0)),
        ["balanced, uneven shares and many periods"] = seed => new BalancedSampler(Indices.Sorted(500, 90, 1), seed, TargetDistribution.Of(0.2, 0.5, 0.3)),
        ["scheduled, one class empty and one not drawn at last"] = seed => new BalancedSampler(Indices.Sorted(60, 10, 0, 5), seed, TargetDistribution.Of(0.5, 0.25, 0, 0.25)).WithTarget(TargetDistribution.Of(0.5, 0.5, 0, 0), 8),
        ["scheduled, rows seen in a late period of a late phase"] = seed => new BalancedSampler(Indices.Sorted(500, 90, 1), seed).WithTarget(TargetDistribution.Of(0.125, 0.75, 0.125), 50).WithTarget(TargetDistribution.Of(0.75, 0.125, 0.125), 700),
        ["weighted, one class empty and one not drawn"] = seed => new WeightedRandomSampler(Indices.Sorted(60, 10, 0, 5), seed, target: TargetDistribution.Of(0.75, 0.25, 0, 0)),
        ["successive, one class empty and one not drawn"] = seed => new WeightedRandomSampler(Indices.Sorted(60, 10, 0, 5), seed, 30, replacement: false, TargetDistribution.Of(0.75, 0.25, 0, 0)),
        ["successive, a class used up"] = seed => new WeightedRandomSampler(Indices.Sorted(60, 10, 3), seed, 50, replacement: false, TargetDistribution.Of(0.1, 0.45, 0.45)),
        ["row weights of three sizes"] = seed => new WeightedRandomSampler(Indices.Sorted(60, 10, 0, 5), new SampleWeights([.. Enumerable.Range(0, 75).Select(row => row < 70 ? 1.0 + (row % 3) : 0)]), seed),
        ["row weights of three sizes without replacement"] = seed => new WeightedRandomSampler(Indices.Sorted(60, 10, 0, 5), new SampleWeights([.. Enumerable.Range(0, 75).Select(row => row < 70 ? 1.0 + (row % 3) : 0)]), seed, 40, replacement: false),
        ["row weights that are all different"] = seed => new WeightedRandomSampler(Indices.Sorted(9000, 1000), new SampleWeights([.. Enumerable.Range(0, 10_000).Select(row => 1 + (row * 1e-4))]), seed),
        ["stratified, one class empty and one not drawn"] = seed => new StratifiedRandomSampler(Indices.Sorted(60, 10, 0, 5), seed, 7, TargetDistribution.Of(0.6, 0.4, 0, 0)),
        ["class aware, one class empty"] = seed => new ClassAwareSampler(Indices.Sorted(60, 10, 0, 5), seed, 2, 4, ZeroCountPolicy.ZeroWeight),
        ["class aware, classes of fewer rows than are drawn together"] = seed => new ClassAwareSampler(Indices.Sorted(90, 4, 1, 40, 7), seed, 3, 8),
        ["class aware, one batch of classes of fewer rows than are drawn together"] = seed => new ClassAwareSampler(Indices.Sorted(10, 10, 10, 10, 10), seed, 4, 32, epochLength: 128),
        ["minimum quotas, one class empty"] = seed => new MinimumQuotaSampler(Indices.Sorted(60, 10, 0, 5), seed, 9, [0, 2, 0, 1], TargetDistribution.Of(0.7, 0.3, 0, 0)),
        ["oversampled, one class empty and one left out"] = seed => new RandomOverSampler(Indices.Sorted(60, 10, 0, 5), seed, SamplingStrategy.Minority),
        ["undersampled to counts"] = seed => new RandomUnderSampler(Indices.Sorted(60, 10, 5), seed, SamplingStrategy.Counts(("class 0", 12), ("class 1", 4), ("class 2", 0))),
        ["repeat factors between whole numbers"] = seed => new RepeatFactorSampler(Indices.Sorted(60, 10, 0, 5), seed, new ClassWeights(Indices.Classes(4), 1, 1.7, 1, 2.25)),
        ["interleaved, samplers of every kind"] = seed => new InterleavedSampler(
            seed,
            TargetDistribution.Of(0.3, 0.25, 0.15, 0.2, 0.1, 0),
            new BalancedSampler(Indices.Sorted(33, 10), 1),
            new WeightedRandomSampler(Indices.Sorted(60, 20), seed + 2),
            new WeightedRandomSampler(Indices.Sorted(200, 60), seed, 40, replacement: false),
            new RandomUnderSampler(Indices.Sorted(200, 15), seed + 4),
            new SequentialSampler(7),
            new RandomSampler(5, seed + 6)),
        ["interleaved, shares that change"] = seed => new InterleavedSampler(
            seed,
            TargetSchedule.Steps(new(0, TargetDistribution.Of(0.5, 0.5, 0)), new(2, TargetDistribution.Of(0.1, 0.3, 0.6)), new(9, TargetDistribution.Of(0.5, 0.5, 0))),
            new BalancedSampler(Indices.Sorted(33, 10), 1),
            new SequentialSampler(97),
            new WeightedRandomSampler(Indices.Sorted(30, 6), seed + 2)),
        ["random, more epochs than rows"] = seed => new RandomSampler(7, seed, replacement: true, epochLength: 100),
    };

    public static IEnumerable<string> Kinds => [.. Samplers.Kinds, .. Others.Keys];

    /// <summary>Whether the rows lie class by class, or sampler by sampler, in the order of the plan.</summary>
    public static bool AreSorted(string kind) => Others.ContainsKey(kind);

    public static Sampler Create(string kind, long seed) => Others.TryGetValue(kind, out Func<long, Sampler>? create) ? create(seed) : Samplers.Create(kind, seed);
}
