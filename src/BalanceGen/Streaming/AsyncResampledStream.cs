namespace BalanceGen.Streaming;

/// <summary>The asynchronous <see cref="ResampledStream{T, TIndexer}"/>: the same rows for the same source and seed.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <typeparam name="TIndexer">The class indexer that the generator emitted for it.</typeparam>
public sealed class AsyncResampledStream<T, TIndexer> : AsyncPassStream<T>
    where TIndexer : struct, IClassIndexer<T>
{
    private readonly IAsyncEnumerable<T> _source;
    private readonly TIndexer _indexer;
    private readonly ResampleConfiguration _configuration;

    internal AsyncResampledStream(IAsyncEnumerable<T> source, TIndexer indexer, ResampleConfiguration configuration)
    {
        _source = source;
        _indexer = indexer;
        _configuration = configuration;
    }

    /// <summary>What is expected to come out; null where the shares are estimated (see <see cref="ResampleTrace.EstimatedPlan"/>).</summary>
    public ResamplePlan? Plan => _configuration.Plan;

    internal override async IAsyncEnumerator<T> Pass(long pass, CancellationToken cancellation)
    {
        var resampler = new Resampler(_configuration, pass);
        var source = new AsyncNumberedSource<T>(PassOf(_source, pass, cancellation), cancellation);
        await using (source.ConfigureAwait(false))
        {
            while (await source.ReadAsync().ConfigureAwait(false))
            {
                T row = source.Current;
                for (int copies = resampler.CopiesOfNext(Checked(in row, resampler.Row)); copies > 0; copies--)
                {
                    yield return row;
                }
            }
        }
    }

    private int Checked(in T row, long number)
    {
        int classIndex = _indexer.IndexOf(in row);
        if ((uint)classIndex >= (uint)_configuration.Classes.Count)
        {
            UnknownLabelException.Throw(_indexer.DescribeLabel(in row), _configuration.Classes, number);
        }

        return classIndex;
    }
}
