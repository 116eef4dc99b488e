namespace BalanceGen.Loading;

/// <summary>A decoder that returns a new value.</summary>
internal sealed class SynchronousDecoder<T, TDecoded> : RowDecoder<T, TDecoded>
{
    private readonly Func<T, TDecoded> _decode;

    /// <exception cref="ArgumentException">What is returned is a task: nobody would wait for it, and its failure would go unseen.</exception>
    public SynchronousDecoder(Func<T, TDecoded> decode)
    {
        if (typeof(Task).IsAssignableFrom(typeof(TDecoded)) || typeof(TDecoded) == typeof(ValueTask) || IsGenericValueTask(typeof(TDecoded)))
        {
            throw new ArgumentException(
                "The decoder returns a task, which would not be awaited. Give an asynchronous decoder a token as its last parameter: async (row, token) => await DecodeAsync(row, token).", nameof(decode));
        }

        _decode = decode;
    }

    public override bool Blocks => true;

    public override ValueTask<TDecoded> DecodeAsync(T row, TDecoded pooled, CancellationToken cancellation) => new(_decode(row));

    private static bool IsGenericValueTask(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>);
}
