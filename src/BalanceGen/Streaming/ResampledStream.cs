namespace BalanceGen.Streaming;

/// <summary>A stream whose rows are repeated or dropped, so that the classes have other shares.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <typeparam name="TIndexer">The class indexer that the generator emitted for it.</typeparam>
/// <remarks>
/// Lazy: nothing is read before it is enumerated, and every enumeration is independent. An enumeration holds one row, and O(classes)
/// numbers; it allocates nothing per row. The copies of a row come one after the other: shuffle afterwards.
/// </remarks>
public sealed class ResampledStream<T, TIndexer> : ResumableStream<T>
    where TIndexer : struct, IClassIndexer<T>
{
    private readonly IEnumerable<T>[] _source;
    private readonly ResampleStep<T, TIndexer> _step;

    internal ResampledStream(IEnumerable<T> source, TIndexer indexer, ResampleConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = [source];
        _step = new(indexer, configuration);
    }

    /// <summary>The plan of the rows that come out; null if the shares are estimated (see <see cref="ResamplingTrace.EstimatedPlan"/>).</summary>
    public ResamplingPlan? Plan => _step.Plan;

    /// <summary>Enumerates the first pass.</summary>
    public new Enumerator GetEnumerator() => new(Run(0));

    internal override StreamEnumerator<T> Pass(long pass) => Run(pass);

    internal override StreamEnumerator<T> Resume(OperatorState state) =>
        new StepEnumerator<T, T, ResampleStep<T, TIndexer>>(_source, _step, state.Pass, state);

    private StepEnumerator<T, T, ResampleStep<T, TIndexer>> Run(long pass) => new(_source, _step, pass);

    /// <summary>Enumerates the resampled rows. A sealed class: a foreach over it calls nothing virtual but the source.</summary>
    public sealed class Enumerator : StreamEnumerator<T>
    {
        private readonly StepEnumerator<T, T, ResampleStep<T, TIndexer>> _rows;

        internal Enumerator(StepEnumerator<T, T, ResampleStep<T, TIndexer>> rows) => _rows = rows;

        /// <inheritdoc/>
        public override T Current => _rows.Current;

        /// <inheritdoc/>
        /// <exception cref="UnknownLabelException">The label of a row is no class; the error names the row.</exception>
        public override bool MoveNext() => _rows.MoveNext();

        /// <inheritdoc/>
        public override void Dispose() => _rows.Dispose();

        internal override OperatorState Save() => _rows.Save();
    }
}
