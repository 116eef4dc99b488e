namespace BalanceGen.Tests.Streaming;

/// <summary>Pipelines of up to three operators over few rows, synchronous and asynchronous, for tests of states. A batch becomes its rows again at the end.</summary>
internal static class StreamPipelines
{
    private static readonly double[] Skewed = [0.6, 0.3, 0.1];
    private static readonly LabelledIndexer Indexer = new(new ClassSet("a", "b", "c"));

    private static readonly Dictionary<string, (Func<ResumableStream<Labelled>, ResumableStream<Labelled>> Rows, Func<AsyncResumableStream<Labelled>, AsyncResumableStream<Labelled>> Async)> Operators = new()
    {
        ["resample"] = (
            rows => rows.Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of(Skewed), 0.9, 0.5, seed: 1),
            rows => rows.Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of(Skewed), 0.9, 0.5, seed: 1)),
        ["estimate"] = (
            rows => rows.Resample(Indexer, TargetDistribution.SquareRoot, SourceDistribution.Estimated(decay: 0.9), seed: 2),
            rows => rows.Resample(Indexer, TargetDistribution.SquareRoot, SourceDistribution.Estimated(decay: 0.9), seed: 2)),
        ["reject"] = (
            rows => rows.RejectionResample(Indexer, TargetDistribution.SquareRoot, SourceDistribution.Of(Skewed), seed: 3),
            rows => rows.RejectionResample(Indexer, TargetDistribution.SquareRoot, SourceDistribution.Of(Skewed), seed: 3)),
        ["repeat rare"] = (
            rows => rows.RepeatResample(Indexer, TargetDistribution.Uniform, seed: 4, maximumRepeats: 3),
            rows => rows.RepeatResample(Indexer, TargetDistribution.Uniform, seed: 4, maximumRepeats: 3)),
        ["shuffle"] = (rows => rows.Shuffle(5, seed: 5), rows => rows.Shuffle(5, seed: 5)),
        ["take"] = (rows => rows.Take(11L), rows => rows.Take(11L)),
        ["repeat"] = (rows => rows.Repeat(2), rows => rows.Repeat(2)),
        ["interleave"] = (
            rows => StreamInterleaving.Interleave<Labelled>([rows, Few().Shuffle(3, seed: 6)], [0.7, 0.3], seed: 7, StoppingStrategy.AllExhausted),
            rows => StreamInterleaving.Interleave<Labelled>([rows, Streams.Async(Few()).Shuffle(3, seed: 6)], [0.7, 0.3], seed: 7, StoppingStrategy.AllExhausted)),
        ["mix what is left"] = (
            rows => StreamInterleaving.Interleave<Labelled>([Few(), rows], [0.5, 0.5], seed: 8, StoppingStrategy.AllExhaustedWithoutReplacement),
            rows => StreamInterleaving.Interleave<Labelled>([Streams.Async(Few()), rows], [0.5, 0.5], seed: 8, StoppingStrategy.AllExhaustedWithoutReplacement)),
    };

    public static IReadOnlyList<string> Names { get; } = [.. Operators.Keys];

    /// <summary>The operators whose names are given, divided by commas, over <see cref="Rows"/>.</summary>
    public static ResumableStream<Labelled> Make(string names, IEnumerable<Labelled>? source = null) =>
        names.Split(',').Aggregate((source ?? Rows()).Take(1000L), (stream, name) => Operators[name].Rows(stream));

    public static AsyncResumableStream<Labelled> MakeAsync(string names) =>
        names.Split(',').Aggregate(Streams.Async(Rows()).Take(1000L), (stream, name) => Operators[name].Async(stream));

    /// <summary>One operator, every pair, and every triple.</summary>
    public static IEnumerable<string> UpTo(int operators) => operators == 1
        ? Names
        : [.. UpTo(operators - 1), .. Of(operators)];

    public static IEnumerable<Labelled> Rows() => Streams.Drawn(Skewed, 17, seed: 5);

    private static IEnumerable<string> Of(int operators) =>
        operators == 1 ? Names : Of(operators - 1).SelectMany(first => Names.Select(second => $"{first},{second}"));

    private static IEnumerable<Labelled> Few() => Rows().Take(6).Select(row => row with { Number = row.Number + 100 });
}
