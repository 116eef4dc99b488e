namespace BalanceGen.Loading;

/// <summary>A decoder that writes into buffers that are used again.</summary>
internal sealed class PooledDecoder<T, TDecoded>(Func<TDecoded> create, Action<T, TDecoded, CancellationToken> decode) : RowDecoder<T, TDecoded>
{
    public override bool Blocks => true;

    public override bool Pools => true;

    public override TDecoded Create() => create();

    public override ValueTask<TDecoded> DecodeAsync(T row, TDecoded pooled, CancellationToken cancellation)
    {
        decode(row, pooled, cancellation);
        return new ValueTask<TDecoded>(pooled);
    }
}
