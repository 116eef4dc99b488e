using System.Runtime.InteropServices;

namespace BalanceGen.Streaming;

/// <summary>Everything that decides which rows come out of a resampled stream, except the rows.</summary>
internal sealed class ResampleConfiguration(ClassSet classes, SourceDistribution shares, ResampleRule rule, long seed, ResamplingTrace? trace)
{
    public ClassSet Classes { get; } = classes;

    public SourceDistribution Shares { get; } = shares;

    public ResampleRule Rule { get; } = rule;

    public long Seed { get; } = seed;

    public ResamplingTrace? Trace { get; } = trace is null || trace.Classes.Count == classes.Count
        ? trace
        : throw new ClassMismatchException("The trace", trace.Classes.Count, classes);

    /// <summary>Null where the shares are estimated.</summary>
    public ResamplingPlan? Plan { get; } = shares.IsEstimated ? null : ResamplingPlan.Of(classes, shares, rule);

    /// <summary>See <see cref="OperatorState.Configuration"/>. Long lists have a digest beside their first and last items.</summary>
    public string Description => field ??= string.Create(
        CultureInfo.InvariantCulture,
        $"Resample; method {Rule.Method}; classes {Classes.Count}/{Digest(string.Join('\n', Classes))}; target {Rule.Target}/{Digest(TargetOfEqualShares())}; source {SourceText()}; zero counts {Shares.ZeroCounts}; oversampling {Rule.Oversampling}; undersampling {Rule.Undersampling}; maximumRepeats {Rule.MaximumRepeats}; minimumAcceptance {Rule.MinimumAcceptance}; seed {Seed}");

    private string SourceText() => Shares.IsEstimated
        ? string.Create(CultureInfo.InvariantCulture, $"estimated with the decay {Shares.Decay}")
        : $"{ShortList.Of(Classes.Count, index => Shares.Given[index].ToString(CultureInfo.InvariantCulture))}/{Digest(TextOf(Shares.Given))}";

    private string TargetOfEqualShares()
    {
        double[] equal = [.. Enumerable.Repeat(1.0, Classes.Count)];
        Rule.Target.ResolveShares(equal, Classes, leaveOutAbsent: true, equal);
        return TextOf(equal);
    }

    private static string TextOf(ReadOnlySpan<double> numbers) => Convert.ToHexString(MemoryMarshal.AsBytes(numbers));

    /// <summary>FNV-1a: it tells configurations apart, not attackers.</summary>
    private static string Digest(string text) => text.Aggregate(2166136261, (hash, letter) => unchecked((hash ^ letter) * 16777619)).ToString("x8", CultureInfo.InvariantCulture);
}
