namespace BalanceGen.Streaming;

/// <summary>An operator over synchronous sources.</summary>
internal sealed class StepStream<TIn, TOut, TStep>(TStep step, params IEnumerable<TIn>[] sources) : ResumableStream<TOut>
    where TStep : struct, IStreamStep<TIn, TOut>
{
    internal override StreamEnumerator<TOut> Pass(long pass) => new StepEnumerator<TIn, TOut, TStep>(sources, step, pass);

    internal override StreamEnumerator<TOut> Resume(OperatorState state) => new StepEnumerator<TIn, TOut, TStep>(sources, step, state.Pass, state);
}
