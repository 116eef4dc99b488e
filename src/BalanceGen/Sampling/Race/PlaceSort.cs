namespace BalanceGen.Sampling;

/// <summary>
/// Sorts words whose high halves are spread about evenly over all 32-bit numbers: a word's high half tells its place but for a few neighbours, which are then exchanged. O(words);
/// slow, but right, where they are not spread evenly.
/// </summary>
/// <remarks>Its memory, 12 bytes a word, is kept from call to call. Not thread-safe.</remarks>
internal sealed class PlaceSort
{
    /// <summary>Up to this many words are sorted by exchanges alone.</summary>
    private const int FewWords = 16;

    private ulong[] _sorted = [];
    private int[] _ends = [];

    /// <summary>The words in ascending order, until the next call, and whether the high halves of some are equal.</summary>
    public ReadOnlySpan<ulong> Sort(ReadOnlySpan<ulong> words, out bool hasEquals)
    {
        if (_sorted.Length < words.Length)
        {
            _sorted = new ulong[words.Length + (words.Length / 4) + 1024];
            _ends = new int[_sorted.Length];
        }

        Span<ulong> sorted = _sorted.AsSpan(0, words.Length);
        if (words.Length > FewWords)
        {
            Place(words, sorted, _ends.AsSpan(0, words.Length));
        }
        else
        {
            words.CopyTo(sorted);
        }

        hasEquals = Exchange(sorted);
        return sorted;
    }

    /// <summary>Puts every word near its place.</summary>
    private static void Place(ReadOnlySpan<ulong> words, Span<ulong> near, Span<int> ends)
    {
        ends.Clear();
        ulong count = (ulong)words.Length;
        foreach (ulong word in words)
        {
            ends[(int)(((word >> 32) * count) >> 32)]++;
        }

        int end = 0;
        foreach (ref int number in ends)
        {
            number = end += number;
        }

        foreach (ulong word in words)
        {
            near[--ends[(int)(((word >> 32) * count) >> 32)]] = word;
        }
    }

    private static bool Exchange(Span<ulong> words)
    {
        bool hasEquals = false;
        ulong last = words.IsEmpty ? 0 : words[0];
        for (int place = 1; place < words.Length; place++)
        {
            ulong word = words[place];
            if (word >> 32 > last >> 32)
            {
                last = word;
                continue;
            }

            int before = place - 1;
            for (; before >= 0 && words[before] > word; before--)
            {
                words[before + 1] = words[before];
            }

            words[before + 1] = word;
            hasEquals |= (before >= 0 && words[before] >> 32 == word >> 32) || (before + 2 <= place && words[before + 2] >> 32 == word >> 32);
            last = words[place];
        }

        return hasEquals;
    }
}
