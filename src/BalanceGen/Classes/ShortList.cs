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
        var quoted = new string[names.Length <= MostShown ? names.Length : Head + Tail];
        for (int place = 0; place < quoted.Length; place++)
        {
            quoted[place] = $"'{names[place < Head || names.Length <= MostShown ? place : names.Length - quoted.Length + place]}'";
        }

        return Join(quoted, names.Length, ", ");
    }

    /// <summary>Items that are made only where they are shown.</summary>
    public static string Of(int count, Func<int, string> item, string separator = ", ")
    {
        var shown = new string[count <= MostShown ? count : Head + Tail];
        for (int place = 0; place < shown.Length; place++)
        {
            shown[place] = item(place < Head || count <= MostShown ? place : count - shown.Length + place);
        }

        return Join(shown, count, separator);
    }

    private static string Join(string[] shown, int count, string separator)
    {
        if (shown.Length == count)
        {
            return string.Join(separator, shown);
        }

        string more = string.Create(CultureInfo.InvariantCulture, $"… {count - shown.Length:N0} more …");
        string[] parts = [.. shown[..Head], more, .. shown[Head..]];
        return string.Join(separator, parts);
    }
}
