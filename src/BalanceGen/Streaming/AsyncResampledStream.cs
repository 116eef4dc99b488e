namespace BalanceGen.Streaming;

/// <summary>The asynchronous <see cref="ResampledStream{T, TIndexer}"/>: the same rows for the same source and seed.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <typeparam name="TIndexer">The class indexer that the generator emitted for it.</typeparam>
public sealed class AsyncResampledStream<T, TIndexer> : AsyncResumableStream<T>
    where TIndexer : struct, IClassIndexer<T>
{
    private readonly IAsyncEnumerable<T>[] _source;
    private readonly ResampleStep<T, TIndexer> _step;

    internal AsyncResampledStream(IAsyncEnumerable<T> source, TIndexer indexer, ResampleConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = [source];
        _step = new(indexer, configuration);
    }

    /// <summary>The plan of the rows that come out; null if the shares are estimated (see <see cref="ResamplingTrace.EstimatedPlan"/>).</summary>
    public ResamplingPlan? Plan => _step.Plan;

    internal override AsyncStreamEnumerator<T> Pass(long pass, CancellationToken cancellation) =>
        new AsyncStepEnumerator<T, T, ResampleStep<T, TIndexer>>(_source, _step, pass, null, cancellation);

    internal override AsyncStreamEnumerator<T> Resume(OperatorState state, CancellationToken cancellation) =>
        new AsyncStepEnumerator<T, T, ResampleStep<T, TIndexer>>(_source, _step, state.Pass, state, cancellation);
}
