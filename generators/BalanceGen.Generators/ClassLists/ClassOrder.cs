namespace BalanceGen.Generators.ClassLists;

/// <summary>
/// The order of classes in a few characters, <c>3:1F0C…</c>: how many there are, and a hash of their names. Classes that are added behind them do not change
/// the indices of these, so only the first ones are compared.
/// </summary>
internal static class ClassOrder
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static string Of(IReadOnlyList<string> names) => Of(names, names.Count);

    /// <summary>Whether the first names are still those of an order. Null if the text is not an order at all.</summary>
    public static bool? IsKept(string order, IReadOnlyList<string> names)
    {
        int colon = order.IndexOf(':');
        return colon > 0 && order.Length == colon + 17 && int.TryParse(order.Substring(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count <= names.Count && string.Equals(order, Of(names, count), StringComparison.OrdinalIgnoreCase)
            : null;
    }

    /// <summary>FNV-1a of 64 bits over the characters of the names, with a 0 behind each.</summary>
    private static string Of(IReadOnlyList<string> names, int count)
    {
        ulong hash = OffsetBasis;
        for (int index = 0; index < count; index++)
        {
            foreach (char character in names[index])
            {
                hash = unchecked((hash ^ character) * Prime);
            }

            hash = unchecked(hash * Prime);
        }

        return CSharpLiteral.Of(count) + ":" + hash.ToString("X16", CultureInfo.InvariantCulture);
    }
}
