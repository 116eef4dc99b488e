namespace BalanceGen.Streaming;

/// <summary>
/// Resampling of streams that are never all in memory: the repeat-and-filter recipe of tf.data, its rejection_resample, and an alternative
/// that drops nothing. One pass, no allocation per row.
/// </summary>
public static class StreamResampling
{
    /// <summary>
    /// Over- and undersamples a stream in one pass. With r = p_c / q_c, the target share of the row's class over its source share, a row is
    /// repeated max(1, r^oversampling) times on average (⌊·⌋ times, and once more with the probability of the fraction) and kept with the
    /// probability min(1, r^undersampling).
    /// </summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TIndexer">The class indexer that the generator emitted for it.</typeparam>
    /// <param name="source">The rows; they are read once per enumeration and never held in memory together.</param>
    /// <param name="indexer">The class indexer.</param>
    /// <param name="target">In which shares the classes are to come out.</param>
    /// <param name="shares">In which shares they go in; null estimates them while the stream flows.</param>
    /// <param name="seed">The seed: row i of pass k is treated by a random word that belongs to (seed, k, i).</param>
    /// <param name="oversampling">How far rare classes are lifted towards the target, of [0, 1]: 0 not at all, 1 all the way.</param>
    /// <param name="undersampling">How far frequent classes are lowered towards the target, of [0, 1]. 0 and 0 returns the stream unchanged.</param>
    /// <param name="maximumRepeats">The most times that a row comes out, 1 or more.</param>
    /// <param name="trace">Counts what goes in and comes out, if given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ClassMismatchException">The target, the shares or the trace are for another number of classes.</exception>
    /// <exception cref="ZeroShareException">The target asks for a class whose share is 0, and the policy of the shares is to throw.</exception>
    [CorrectsImbalance, RepeatsRows]
    public static ResampledStream<T, TIndexer> Resample<T, TIndexer>(
        this IEnumerable<T> source,
        TIndexer indexer,
        TargetDistribution target,
        SourceDistribution? shares = null,
        [ValueRange(0, 1)] double oversampling = 1,
        [ValueRange(0, 1)] double undersampling = 1,
        long seed = 0,
        [ValueRange(1, int.MaxValue)] int maximumRepeats = int.MaxValue,
        ResamplingTrace? trace = null)
        where TIndexer : struct, IClassIndexer<T> =>
        new(source, indexer, Configure(indexer.Classes, shares, ResampleRule.OverAndUnder(target, oversampling, undersampling, maximumRepeats), seed, trace));

    /// <summary>
    /// Drops rows until the classes come in the target shares: a row is kept with the probability (p_c / q_c) / max (p_k / q_k). Rows are never
    /// repeated. What is thrown away grows with the distance between source and target: see <see cref="ResamplingPlan.AcceptanceRate"/>.
    /// </summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TIndexer">The class indexer that the generator emitted for it.</typeparam>
    /// <param name="source">The rows; they are read once per enumeration and never held in memory together.</param>
    /// <param name="indexer">The class indexer.</param>
    /// <param name="target">In which shares the classes are to come out.</param>
    /// <param name="shares">In which shares they go in; null estimates them while the stream flows.</param>
    /// <param name="seed">The seed: row i of pass k is treated by a random word that belongs to (seed, k, i).</param>
    /// <param name="minimumAcceptance">
    /// The least part of the rows that may be kept, of [0, 1]; below it <see cref="LowAcceptanceException"/> is thrown, before the first row
    /// where the shares are given, after the first 1,000 rows where they are estimated. 0, the default, allows anything.
    /// </param>
    /// <param name="trace">Counts what goes in and comes out, if given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ClassMismatchException">The target, the shares or the trace are for another number of classes.</exception>
    /// <exception cref="ZeroShareException">The target asks for a class whose share is 0, and the policy of the shares is to throw.</exception>
    /// <exception cref="LowAcceptanceException">Less would be kept than is asked for.</exception>
    [CorrectsImbalance]
    public static ResampledStream<T, TIndexer> RejectionResample<T, TIndexer>(
        this IEnumerable<T> source,
        TIndexer indexer,
        TargetDistribution target,
        SourceDistribution? shares = null,
        long seed = 0,
        double minimumAcceptance = 0,
        ResamplingTrace? trace = null)
        where TIndexer : struct, IClassIndexer<T> =>
        new(source, indexer, Configure(indexer.Classes, shares, ResampleRule.Reject(target, minimumAcceptance), seed, trace));

    /// <summary>
    /// Repeats rows until the classes come in the target shares: a row comes out (p_c / q_c) / min (p_k / q_k) times on average, at least
    /// once. No row of a class that the target asks for is dropped, whatever the distance between source and target: the alternative to
    /// <see cref="RejectionResample{T, TIndexer}(IEnumerable{T}, TIndexer, TargetDistribution, SourceDistribution, long, double, ResamplingTrace)"/>.
    /// </summary>
    /// <inheritdoc cref="Resample{T, TIndexer}(IEnumerable{T}, TIndexer, TargetDistribution, SourceDistribution, double, double, long, int, ResamplingTrace)"/>
    [CorrectsImbalance, RepeatsRows]
    public static ResampledStream<T, TIndexer> RepeatResample<T, TIndexer>(
        this IEnumerable<T> source,
        TIndexer indexer,
        TargetDistribution target,
        SourceDistribution? shares = null,
        long seed = 0,
        [ValueRange(1, int.MaxValue)] int maximumRepeats = int.MaxValue,
        ResamplingTrace? trace = null)
        where TIndexer : struct, IClassIndexer<T> =>
        new(source, indexer, Configure(indexer.Classes, shares, ResampleRule.Repeat(target, maximumRepeats), seed, trace));

    /// <inheritdoc cref="Resample{T, TIndexer}(IEnumerable{T}, TIndexer, TargetDistribution, SourceDistribution, double, double, long, int, ResamplingTrace)"/>
    [CorrectsImbalance, RepeatsRows]
    public static AsyncResampledStream<T, TIndexer> Resample<T, TIndexer>(
        this IAsyncEnumerable<T> source,
        TIndexer indexer,
        TargetDistribution target,
        SourceDistribution? shares = null,
        [ValueRange(0, 1)] double oversampling = 1,
        [ValueRange(0, 1)] double undersampling = 1,
        long seed = 0,
        [ValueRange(1, int.MaxValue)] int maximumRepeats = int.MaxValue,
        ResamplingTrace? trace = null)
        where TIndexer : struct, IClassIndexer<T> =>
        new(source, indexer, Configure(indexer.Classes, shares, ResampleRule.OverAndUnder(target, oversampling, undersampling, maximumRepeats), seed, trace));

    /// <inheritdoc cref="RejectionResample{T, TIndexer}(IEnumerable{T}, TIndexer, TargetDistribution, SourceDistribution, long, double, ResamplingTrace)"/>
    [CorrectsImbalance]
    public static AsyncResampledStream<T, TIndexer> RejectionResample<T, TIndexer>(
        this IAsyncEnumerable<T> source,
        TIndexer indexer,
        TargetDistribution target,
        SourceDistribution? shares = null,
        long seed = 0,
        double minimumAcceptance = 0,
        ResamplingTrace? trace = null)
        where TIndexer : struct, IClassIndexer<T> =>
        new(source, indexer, Configure(indexer.Classes, shares, ResampleRule.Reject(target, minimumAcceptance), seed, trace));

    /// <inheritdoc cref="RepeatResample{T, TIndexer}(IEnumerable{T}, TIndexer, TargetDistribution, SourceDistribution, long, int, ResamplingTrace)"/>
    [CorrectsImbalance, RepeatsRows]
    public static AsyncResampledStream<T, TIndexer> RepeatResample<T, TIndexer>(
        this IAsyncEnumerable<T> source,
        TIndexer indexer,
        TargetDistribution target,
        SourceDistribution? shares = null,
        long seed = 0,
        [ValueRange(1, int.MaxValue)] int maximumRepeats = int.MaxValue,
        ResamplingTrace? trace = null)
        where TIndexer : struct, IClassIndexer<T> =>
        new(source, indexer, Configure(indexer.Classes, shares, ResampleRule.Repeat(target, maximumRepeats), seed, trace));

    private static ResampleConfiguration Configure(ClassSet classes, SourceDistribution? shares, ResampleRule rule, long seed, ResamplingTrace? trace) =>
        new(classes, shares ?? SourceDistribution.Estimated(), rule, seed, trace);
}
