namespace BalanceGen.ML;

/// <summary>Finds a source row that is in a view more than once. One bit for each source row.</summary>
internal sealed class CopyCheck(ValueGetter<long> sourceRow)
{
    private ulong[] _seen = new ulong[64];

    /// <exception cref="ResampledViewException">The current row's source row was there before.</exception>
    public void RefuseSeen()
    {
        long row = 0;
        sourceRow(ref row);
        long word = row >> 6;
        if (word >= _seen.Length)
        {
            Array.Resize(ref _seen, (int)Math.Min(Array.MaxLength, Math.Max(word + 1, _seen.Length * 2L)));
        }

        ulong bit = 1UL << (int)(row & 63);
        if ((_seen[word] & bit) != 0)
        {
            throw new ResampledViewException(row);
        }

        _seen[word] |= bit;
    }
}
