namespace BalanceGen.Loading;

/// <summary>A decoder that returns a new value.</summary>
internal sealed class SynchronousDecoder<T, TDecoded>(Func<T, TDecoded> decode) : RowDecoder<T, TDecoded>
{
    public override bool Blocks => true;

    public override ValueTask<TDecoded> DecodeAsync(T row, TDecoded pooled, CancellationToken cancellation) => new(decode(row));
}
