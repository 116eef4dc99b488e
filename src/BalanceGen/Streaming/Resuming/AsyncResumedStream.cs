namespace BalanceGen.Streaming;

/// <summary>The asynchronous <see cref="ResumedStream{T}"/>.</summary>
internal sealed class AsyncResumedStream<T>(AsyncResumableStream<T> stream, OperatorState state) : AsyncResumableStream<T>
{
    internal override AsyncStreamEnumerator<T> Pass(long pass, CancellationToken cancellation) =>
        pass == 0 ? stream.Resume(state, cancellation) : stream.Pass(pass, cancellation);

    internal override AsyncStreamEnumerator<T> Resume(OperatorState at, CancellationToken cancellation) => stream.Resume(at, cancellation);
}
