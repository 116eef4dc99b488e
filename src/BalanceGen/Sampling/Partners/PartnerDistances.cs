namespace BalanceGen.Sampling;

/// <summary>
/// The distance of partners in the cyclic order of a class, for each visit. It remembers the last visit of each class. Not thread-safe:
/// each user has its own.
/// </summary>
internal sealed class PartnerDistances(RowIndex index, long seed)
{
    private readonly long[] _visits = [.. Enumerable.Repeat(-1L, index.Classes.Count)];
    private readonly int[] _distances = new int[index.Classes.Count];

    /// <summary>The distance at a visit, of [1, rows of the class): visits i·(n − 1) to (i + 1)·(n − 1) − 1 have every distance once.</summary>
    /// <param name="classIndex">A class of 2 rows or more.</param>
    /// <param name="visit">The visit, 0 or more.</param>
    public int Of(int classIndex, long visit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(visit);
        if (_visits[classIndex] != visit)
        {
            int others = (int)index.Counts.Values[classIndex] - 1;
            (long round, long place) = Math.DivRem(visit, others);
            _distances[classIndex] = 1 + KeyedPermutation.At(others, seed, DrawStreams.PartnerDistance(classIndex), (ulong)round, (int)place);
            _visits[classIndex] = visit;
        }

        return _distances[classIndex];
    }
}
