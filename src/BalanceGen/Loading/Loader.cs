namespace BalanceGen.Loading;

/// <summary>A loader that was set up but not started. Every enumeration is a run of its own.</summary>
internal sealed class Loader<T, TDecoded, TResult>(
    Func<CancellationToken, LoadSource<T>> open, RowDecoder<T, TDecoded> decoder, Func<LoadedBatch<TDecoded>, TResult> collate, LoadOptions options)
    : IAsyncEnumerable<TResult>
{
    public IAsyncEnumerator<TResult> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new LoadRun<T, TDecoded, TResult>(open, decoder, collate, options, cancellationToken).BatchesAsync();
}
