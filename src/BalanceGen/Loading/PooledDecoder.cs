namespace BalanceGen.Loading;

/// <summary>A decoder that writes into buffers that are used again.</summary>
internal sealed class PooledDecoder<T, TDecoded>(Func<TDecoded> create, Action<T, TDecoded, CancellationToken> decode) : RowDecoder<T, TDecoded>
{
    /// <summary>Refuses a function that returns before it is done, and whose failure nobody would see.</summary>
    /// <exception cref="ArgumentException">The function is <c>async</c>.</exception>
    public static void RefuseAsync(Delegate decode)
    {
        if (decode.Method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false))
        {
            throw new ArgumentException("A decoder into a buffer blocks its thread; an async one would return before the buffer is filled. Use LoadAsync for asynchronous decoders.", nameof(decode));
        }
    }

    public override bool Blocks => true;

    public override bool Pools => true;

    public override TDecoded Create() => create();

    public override ValueTask<TDecoded> DecodeAsync(T row, TDecoded pooled, CancellationToken cancellation)
    {
        decode(row, pooled, cancellation);
        return new ValueTask<TDecoded>(pooled);
    }
}
