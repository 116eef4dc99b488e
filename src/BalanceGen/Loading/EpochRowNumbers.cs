using System.Collections;

namespace BalanceGen.Loading;

/// <summary>
/// The row numbers of a sampler as 64-bit integers, one epoch per enumeration: the first enumeration is the first epoch, the next one the
/// next. Use it for a data loader of another library that takes a sequence of rows and enumerates it anew for every epoch.
/// </summary>
/// <remarks>
/// With a sequence that starts from the same row each time, every epoch would have the same order. Enumerate it from one thread at a time. One
/// allocation per enumeration, none per row.
/// </remarks>
[DrawsAnew]
public sealed class EpochRowNumbers : IEnumerable<long>
{
    private readonly Sampler _sampler;

    internal EpochRowNumbers(Sampler sampler, long firstEpoch)
    {
        _sampler = sampler;
        NextEpoch = firstEpoch;
    }

    /// <summary>The epoch that the next enumeration yields. Save it with a checkpoint.</summary>
    public long NextEpoch { get; private set; }

    /// <summary>The number of rows that the next enumeration yields.</summary>
    public long Count => _sampler.DrawsOf(NextEpoch);

    /// <summary>Enumerates the next epoch.</summary>
    public IEnumerator<long> GetEnumerator() => Enumerate(_sampler, NextEpoch++);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IEnumerator<long> Enumerate(Sampler sampler, long epoch)
    {
        const int DrawsAtOnce = 1024;
        long count = sampler.DrawsOf(epoch);
        int[] rows = new int[(int)Math.Min(DrawsAtOnce, count)];
        long start = sampler.StartOf(epoch);
        long end = checked(start + count);
        for (long draw = start; draw < end; draw += rows.Length)
        {
            int run = (int)Math.Min(rows.Length, end - draw);
            sampler.Fill(draw, rows.AsSpan(0, run));
            for (int place = 0; place < run; place++)
            {
                yield return rows[place];
            }
        }
    }
}
