namespace BalanceGen.Streaming;

/// <summary>A stream whose first pass is the rest of one. Later passes are whole.</summary>
internal sealed class ResumedStream<T>(ResumableStream<T> stream, OperatorState state) : ResumableStream<T>
{
    internal override StreamEnumerator<T> Pass(long pass) => pass == 0 ? stream.Resume(state) : stream.Pass(pass);

    internal override StreamEnumerator<T> Resume(OperatorState at) => stream.Resume(at);
}
