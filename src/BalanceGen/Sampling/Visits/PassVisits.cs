namespace BalanceGen.Sampling;

/// <summary>Visits of draws that come in passes of equal length, in which no row comes twice.</summary>
internal static class PassVisits
{
    /// <summary>Writes the number of the pass of each draw.</summary>
    public static void Fill(long firstDraw, long length, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        (long pass, long place) = Math.DivRem(firstDraw, length);
        foreach (ref long visit in visits)
        {
            visit = pass;
            if (++place == length)
            {
                place = 0;
                pass++;
            }
        }
    }
}
