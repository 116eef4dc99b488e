namespace BalanceGen.Streaming;

/// <summary>
/// <see cref="StreamResampling"/> by a function that gives the class index of a row, for classes that are known only at run time.
/// </summary>
/// <remarks>For functions that give a class name use <see cref="ClassIndexer.Of{T}(ClassSet, Func{T, string})"/> as the indexer.</remarks>
public static class FunctionResampling
{
    /// <inheritdoc cref="StreamResampling.Resample{T, TIndexer}(IEnumerable{T}, TIndexer, TargetDistribution, SourceDistribution, double, double, long, int, ResamplingTrace)"/>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="source">The rows; they are read once per enumeration and never held in memory together.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="classOf">The class index of a row; see <see cref="ClassIndexer.Of{T}(ClassSet, Func{T, int})"/>.</param>
    /// <param name="target">In which shares the classes are to come out.</param>
    /// <param name="shares">In which shares they go in; null estimates them while the stream flows.</param>
    /// <param name="oversampling">How far rare classes are lifted towards the target, of [0, 1]: 0 not at all, 1 all the way.</param>
    /// <param name="undersampling">How far frequent classes are lowered towards the target, of [0, 1].</param>
    /// <param name="seed">The seed: row i of pass k is treated by a random word that belongs to (seed, k, i).</param>
    /// <param name="maximumRepeats">The most times that a row comes out, 1 or more.</param>
    /// <param name="trace">Counts what goes in and comes out, if given.</param>
    public static ResampledStream<T, FunctionIndexer<T>> Resample<T>(
        this IEnumerable<T> source,
        ClassSet classes,
        Func<T, int> classOf,
        TargetDistribution target,
        SourceDistribution? shares = null,
        double oversampling = 1,
        double undersampling = 1,
        long seed = 0,
        int maximumRepeats = int.MaxValue,
        ResamplingTrace? trace = null) =>
        source.Resample(ClassIndexer.Of(classes, classOf), target, shares, oversampling, undersampling, seed, maximumRepeats, trace);

    /// <inheritdoc cref="StreamResampling.RejectionResample{T, TIndexer}(IEnumerable{T}, TIndexer, TargetDistribution, SourceDistribution, long, double, ResamplingTrace)"/>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="source">The rows; they are read once per enumeration and never held in memory together.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="classOf">The class index of a row; see <see cref="ClassIndexer.Of{T}(ClassSet, Func{T, int})"/>.</param>
    /// <param name="target">In which shares the classes are to come out.</param>
    /// <param name="shares">In which shares they go in; null estimates them while the stream flows.</param>
    /// <param name="seed">The seed: row i of pass k is treated by a random word that belongs to (seed, k, i).</param>
    /// <param name="minimumAcceptance">The least part of the rows that may be kept, of [0, 1]. 0, the default, allows anything.</param>
    /// <param name="trace">Counts what goes in and comes out, if given.</param>
    public static ResampledStream<T, FunctionIndexer<T>> RejectionResample<T>(
        this IEnumerable<T> source,
        ClassSet classes,
        Func<T, int> classOf,
        TargetDistribution target,
        SourceDistribution? shares = null,
        long seed = 0,
        double minimumAcceptance = 0,
        ResamplingTrace? trace = null) =>
        source.RejectionResample(ClassIndexer.Of(classes, classOf), target, shares, seed, minimumAcceptance, trace);

    /// <inheritdoc cref="StreamResampling.RepeatResample{T, TIndexer}(IEnumerable{T}, TIndexer, TargetDistribution, SourceDistribution, long, int, ResamplingTrace)"/>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="source">The rows; they are read once per enumeration and never held in memory together.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="classOf">The class index of a row; see <see cref="ClassIndexer.Of{T}(ClassSet, Func{T, int})"/>.</param>
    /// <param name="target">In which shares the classes are to come out.</param>
    /// <param name="shares">In which shares they go in; null estimates them while the stream flows.</param>
    /// <param name="seed">The seed: row i of pass k is treated by a random word that belongs to (seed, k, i).</param>
    /// <param name="maximumRepeats">The most times that a row comes out, 1 or more.</param>
    /// <param name="trace">Counts what goes in and comes out, if given.</param>
    public static ResampledStream<T, FunctionIndexer<T>> RepeatResample<T>(
        this IEnumerable<T> source,
        ClassSet classes,
        Func<T, int> classOf,
        TargetDistribution target,
        SourceDistribution? shares = null,
        long seed = 0,
        int maximumRepeats = int.MaxValue,
        ResamplingTrace? trace = null) =>
        source.RepeatResample(ClassIndexer.Of(classes, classOf), target, shares, seed, maximumRepeats, trace);

    /// <inheritdoc cref="Resample{T}(IEnumerable{T}, ClassSet, Func{T, int}, TargetDistribution, SourceDistribution, double, double, long, int, ResamplingTrace)"/>
    public static AsyncResampledStream<T, FunctionIndexer<T>> Resample<T>(
        this IAsyncEnumerable<T> source,
        ClassSet classes,
        Func<T, int> classOf,
        TargetDistribution target,
        SourceDistribution? shares = null,
        double oversampling = 1,
        double undersampling = 1,
        long seed = 0,
        int maximumRepeats = int.MaxValue,
        ResamplingTrace? trace = null) =>
        source.Resample(ClassIndexer.Of(classes, classOf), target, shares, oversampling, undersampling, seed, maximumRepeats, trace);

    /// <inheritdoc cref="RejectionResample{T}(IEnumerable{T}, ClassSet, Func{T, int}, TargetDistribution, SourceDistribution, long, double, ResamplingTrace)"/>
    public static AsyncResampledStream<T, FunctionIndexer<T>> RejectionResample<T>(
        this IAsyncEnumerable<T> source,
        ClassSet classes,
        Func<T, int> classOf,
        TargetDistribution target,
        SourceDistribution? shares = null,
        long seed = 0,
        double minimumAcceptance = 0,
        ResamplingTrace? trace = null) =>
        source.RejectionResample(ClassIndexer.Of(classes, classOf), target, shares, seed, minimumAcceptance, trace);

    /// <inheritdoc cref="RepeatResample{T}(IEnumerable{T}, ClassSet, Func{T, int}, TargetDistribution, SourceDistribution, long, int, ResamplingTrace)"/>
    public static AsyncResampledStream<T, FunctionIndexer<T>> RepeatResample<T>(
        this IAsyncEnumerable<T> source,
        ClassSet classes,
        Func<T, int> classOf,
        TargetDistribution target,
        SourceDistribution? shares = null,
        long seed = 0,
        int maximumRepeats = int.MaxValue,
        ResamplingTrace? trace = null) =>
        source.RepeatResample(ClassIndexer.Of(classes, classOf), target, shares, seed, maximumRepeats, trace);
}
