namespace BalanceGen.Streaming;

/// <summary>An operator over asynchronous sources.</summary>
internal sealed class AsyncStepStream<TIn, TOut, TStep>(TStep step, params IAsyncEnumerable<TIn>[] sources) : AsyncResumableStream<TOut>
    where TStep : struct, IStreamStep<TIn, TOut>
{
    internal override AsyncStreamEnumerator<TOut> Pass(long pass, CancellationToken cancellation) =>
        new AsyncStepEnumerator<TIn, TOut, TStep>(sources, step, pass, null, cancellation);

    internal override AsyncStreamEnumerator<TOut> Resume(OperatorState state, CancellationToken cancellation) =>
        new AsyncStepEnumerator<TIn, TOut, TStep>(sources, step, state.Pass, state, cancellation);
}
