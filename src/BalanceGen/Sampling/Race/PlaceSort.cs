namespace BalanceGen;

/// <summary>
/// Sorts words whose high halves are spread about evenly over all 32-bit numbers: a word's high half tells its place but for a few neighbours, which are then exchanged. O(words);
/// slow, but right, where they are not spread evenly.
/// </summary>
/// <remarks>Its memory, 12 bytes a word, is kept from call to call. Not thread-safe.</remarks>
internal sealed class PlaceSort
{
    /// <summary>Up to this many words are sorted by exchanges alone.</summary>
    private const int FewWords = 16;

    private ulong[] _copy = [];
    private int[] _ends = [];

    /// <summary>Sorts words in ascending order.</summary>
    public void Sort(Span<ulong> words)
    {
        if (words.Length > FewWords)
        {
            Place(words);
        }

        for (int place = 1; place < words.Length; place++)
        {
            ulong word = words[place];
            int before = place - 1;
            for (; before >= 0 && words[before] > word; before--)
            {
                words[before + 1] = words[before];
            }

            words[before + 1] = word;
        }
    }

    /// <summary>Puts every word near its place. Words with the same expected place stay in their order.</summary>
    private void Place(Span<ulong> words)
    {
        if (_copy.Length < words.Length)
        {
            _copy = new ulong[words.Length + (words.Length / 4) + 1024];
            _ends = new int[_copy.Length];
        }

        words.CopyTo(_copy);
        Span<ulong> copy = _copy.AsSpan(0, words.Length);
        Span<int> ends = _ends.AsSpan(0, words.Length);
        ends.Clear();
        ulong count = (ulong)words.Length;
        foreach (ulong word in copy)
        {
            ends[(int)(((word >> 32) * count) >> 32)]++;
        }

        int end = 0;
        foreach (ref int number in ends)
        {
            number = end += number;
        }

        for (int place = copy.Length - 1; place >= 0; place--)
        {
            ulong word = copy[place];
            words[--ends[(int)(((word >> 32) * count) >> 32)]] = word;
        }
    }
}
