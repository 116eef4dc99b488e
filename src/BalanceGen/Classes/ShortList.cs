namespace BalanceGen;

/// <summary>Lists in messages: whole up to a dozen items, else the first and the last ones with the number of those between.</summary>
internal static class ShortList
{
    /// <summary>The longest list that is spelled out.</summary>
    public const int MostShown = 12;

    private const int Head = 8;
    private const int Tail = 2;

    /// <summary>Class names in quotes: <c>'a', 'b', … 8,132 more …, 'y', 'z'</c>.</summary>
    public static string OfNames(ReadOnlySpan<string> names)
    {
        string[] all = names.ToArray();
        return Of(all.Length, place => $"'{all[place]}'");
    }

    /// <summary>Items that are made only where they are shown.</summary>
    public static string Of(int count, Func<int, string> item, string separator = ", ")
    {
        if (count <= MostShown)
        {
            return string.Join(separator, Enumerable.Range(0, count).Select(item));
        }

        string more = string.Create(CultureInfo.InvariantCulture, $"… {count - Head - Tail:N0} more …");
        IEnumerable<string> last = Enumerable.Range(count - Tail, Tail).Select(item);
        return string.Join(separator, Enumerable.Range(0, Head).Select(item).Append(more).Concat(last));
    }
}
