namespace BalanceGen.Loading;

/// <summary>Decodes a row, at once or later, into a new value or into one that was used before.</summary>
internal abstract class RowDecoder<T, TDecoded>
{
    /// <summary>Whether decoding blocks its thread, so that a worker needs one of its own.</summary>
    public abstract bool Blocks { get; }

    /// <summary>Whether decoded values go back to the loader after the consumer has used them.</summary>
    public virtual bool Pools => false;

    /// <summary>A value to decode into; only called where values are pooled.</summary>
    public virtual TDecoded Create() => throw new NotSupportedException();

    /// <summary>Decodes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="pooled">The value to decode into; the default value where values are not pooled.</param>
    /// <param name="cancellation">Cancelled when the row took too long or the loader ends.</param>
    public abstract ValueTask<TDecoded> DecodeAsync(T row, TDecoded pooled, CancellationToken cancellation);
}
