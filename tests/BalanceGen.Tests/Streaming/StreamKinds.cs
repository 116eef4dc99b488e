namespace BalanceGen.Tests.Streaming;

/// <summary>Every operator over 2,000 numbered rows; <see cref="Three"/> repeats it for three passes of at most 5,000 rows.</summary>
internal static class StreamKinds
{
    private static readonly double[] Skewed = [0.85, 0.1, 0.05];
    private static readonly LabelledIndexer Indexer = new(new ClassSet("a", "b", "c"));

    private static readonly Dictionary<string, (Func<IEnumerable<Labelled>> Rows, Func<IAsyncEnumerable<Labelled>> Async)> Operators = new()
    {
        ["shuffle of a short buffer"] = (() => Rows().Shuffle(7, seed: 11), () => Streams.Async(Rows()).Shuffle(7, seed: 11)),
        ["shuffle of a long buffer"] = (() => Rows().Shuffle(1000, seed: 12), () => Streams.Async(Rows()).Shuffle(1000, seed: 12)),
        ["resample"] = (
            () => Rows().Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of(Skewed), 0.9, 0.5, seed: 13),
            () => Streams.Async(Rows()).Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of(Skewed), 0.9, 0.5, seed: 13)),
        ["resample by an estimate"] = (
            () => Rows().Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Estimated(), 0.9, 0.5, seed: 14),
            () => Streams.Async(Rows()).Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Estimated(), 0.9, 0.5, seed: 14)),
        ["resample by a decayed estimate"] = (
            () => Rows().Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Estimated(decay: 0.98), 0.9, 0.5, seed: 15),
            () => Streams.Async(Rows()).Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Estimated(decay: 0.98), 0.9, 0.5, seed: 15)),
        ["rejection"] = (
            () => Rows().RejectionResample(Indexer, TargetDistribution.Of(0.2, 0.3, 0.5), SourceDistribution.Of(Skewed), seed: 16),
            () => Streams.Async(Rows()).RejectionResample(Indexer, TargetDistribution.Of(0.2, 0.3, 0.5), SourceDistribution.Of(Skewed), seed: 16)),
        ["repetition of rare rows"] = (
            () => Rows().RepeatResample(Indexer, TargetDistribution.SquareRoot, SourceDistribution.Of(Skewed), seed: 17),
            () => Streams.Async(Rows()).RepeatResample(Indexer, TargetDistribution.SquareRoot, SourceDistribution.Of(Skewed), seed: 17)),
        ["mix until one ends"] = Mix(StoppingStrategy.FirstExhausted, 18),
        ["mix of what is left"] = Mix(StoppingStrategy.AllExhaustedWithoutReplacement, 19),
        ["mix that starts again"] = Mix(StoppingStrategy.Never, 20),
        ["mix until all have ended"] = Mix(StoppingStrategy.AllExhausted, 21),
        ["mix of mixes"] = (
            () => StreamInterleaving.Interleave([Mix(StoppingStrategy.AllExhausted, 22).Rows(), Rows().Shuffle(9, seed: 23).Repeat(2)], [0.5, 0.5], seed: 24, StoppingStrategy.AllExhaustedWithoutReplacement),
            () => StreamInterleaving.Interleave([Mix(StoppingStrategy.AllExhausted, 22).Async(), Streams.Async(Rows()).Shuffle(9, seed: 23).Repeat(2)], [0.5, 0.5], seed: 24, StoppingStrategy.AllExhaustedWithoutReplacement)),
    };

    public static IEnumerable<string> Names => Operators.Keys;

    /// <summary>Three passes of an operator: each draws its own random numbers.</summary>
    public static IEnumerable<Labelled> Three(string name) => Operators[name].Rows().Take(5000L).Repeat(3);

    public static IAsyncEnumerable<Labelled> ThreeAsync(string name) => Operators[name].Async().Take(5000L).Repeat(3);

    private static (Func<IEnumerable<Labelled>> Rows, Func<IAsyncEnumerable<Labelled>> Async) Mix(StoppingStrategy rule, long seed)
    {
        return (
            () => StreamInterleaving.Interleave([Rows().Shuffle(5, seed: 1), Few(), Few().Shuffle(100, seed: 2)], [0.5, 0.2, 0.3], seed, rule),
            () => StreamInterleaving.Interleave([Streams.Async(Rows()).Shuffle(5, seed: 1), Streams.Async(Few()), Streams.Async(Few()).Shuffle(100, seed: 2)], [0.5, 0.2, 0.3], seed, rule));

        static IEnumerable<Labelled> Few() => Rows().Take(40).Select(row => row with { Number = row.Number + 10_000 });
    }

    private static IEnumerable<Labelled> Rows() => Streams.Drawn(Skewed, 2000, seed: 5);
}
