using System.Runtime.Intrinsics;

namespace BalanceGen.Sampling;

/// <summary>
/// A weighted sample without replacement of a stream of any length. It has the rows that <see cref="WeightedRandomSampler"/> draws first
/// without replacement from the same rows in memory, with the same weights and seed (the exponential race of Efraimidis and Spirakis,
/// Information Processing Letters 97, 2006, section 3).
/// </summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <remarks>
/// Row i arrives at E_i/w_i, where E_i is an exponential number that belongs to the seed and i; the reservoir keeps the
/// <see cref="Capacity"/> earliest. Memory is O(capacity). A row costs O(1), and O(log capacity) if it is kept. Once the reservoir is full,
/// a row allocates nothing. Weights have any scale; those of [1e-290, 1e290] are used exactly as they are. Not thread-safe.
/// </remarks>
public sealed class WeightedReservoir<T>
{
    private static readonly Comparer<(double Time, long Row)> LatestFirst = Comparer<(double Time, long Row)>.Create((one, other) => other.CompareTo(one));

    private readonly long _seed;
    private readonly PriorityQueue<T, (double Time, long Row)> _kept;
    private Xoshiro256x4 _generator;
    private Vector256<ulong> _words;

    /// <summary>An empty reservoir.</summary>
    /// <param name="capacity">The number of rows to draw, 1 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is less than 1.</exception>
    public WeightedReservoir(int capacity, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Capacity = capacity;
        _seed = seed;
        _kept = new PriorityQueue<T, (double Time, long Row)>(LatestFirst);
    }

    /// <summary>The number of rows to draw.</summary>
    public int Capacity { get; }

    /// <summary>The number of rows that the reservoir holds: those with a positive weight that were added, up to <see cref="Capacity"/>.</summary>
    public int Count => _kept.Count;

    /// <summary>The number of rows that were added, of any weight: the number of the next row.</summary>
    public long RowsAdded { get; private set; }

    /// <summary>Adds the next row of the stream.</summary>
    /// <param name="row">The row.</param>
    /// <param name="weight">Its weight, finite and 0 or more. A row of weight 0 is never drawn.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative, NaN or infinite; the error names the row, which is not added.</exception>
    public void Add(T row, double weight)
    {
        if (!double.IsFinite(weight) || weight < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, FormattableString.Invariant($"The weight of row {RowsAdded} must be finite and 0 or more."));
        }

        ulong word = NextWord();
        if (weight == 0)
        {
            return;
        }

        var arrival = (RaceTimes.TimeOf(word, weight), RowsAdded - 1);
        if (_kept.Count < Capacity)
        {
            _kept.Enqueue(row, arrival);
        }
        else
        {
            // Out goes the latest, which may be the row itself.
            _kept.EnqueueDequeue(row, arrival);
        }
    }

    /// <summary>The drawn rows in the order in which they are drawn. The reservoir goes on from there.</summary>
    /// <returns><see cref="Capacity"/> rows. O(capacity · log capacity).</returns>
    /// <exception cref="TooFewRowsException">Fewer rows with a positive weight were added.</exception>
    public T[] ToArray() =>
        Count < Capacity ? throw new TooFewRowsException(Capacity, Count) : [.. _kept.UnorderedItems.OrderBy(item => item.Priority).Select(item => item.Element)];

    private ulong NextWord()
    {
        (long block, long place) = Math.DivRem(RowsAdded++, RaceTimes.BlockLength);
        if (place == 0)
        {
            _generator = RaceTimes.WordsOf(_seed, epoch: 0, block);
        }

        // A step gives the words of four rows.
        int lane = (int)place % Vector256<ulong>.Count;
        if (lane == 0)
        {
            _words = _generator.Next();
        }

        return _words[lane];
    }
}
