namespace BalanceGen;

/// <summary>Checks spans that a caller supplies for results.</summary>
internal static class SpanRoom
{
    public static void ThrowIfShort(int length, int needed, string parameter, string of = "values")
    {
        if (length < needed)
        {
            throw new ArgumentException($"The span has room for {length} {of}, {needed} are needed.", parameter);
        }
    }

    /// <summary>The first elements of a span, which must have as many.</summary>
    public static Span<T> Prefix<T>(Span<T> span, int length, string parameter)
    {
        ThrowIfShort(span.Length, length, parameter);
        return span[..length];
    }
}
