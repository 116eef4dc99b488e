namespace BalanceGen.Loading;

/// <summary>A decoder that waits for files or the network without a thread.</summary>
internal sealed class AsynchronousDecoder<T, TDecoded>(Func<T, CancellationToken, ValueTask<TDecoded>> decode) : RowDecoder<T, TDecoded>
{
    public override bool Blocks => false;

    public override ValueTask<TDecoded> DecodeAsync(T row, TDecoded pooled, CancellationToken cancellation) => decode(row, cancellation);
}
