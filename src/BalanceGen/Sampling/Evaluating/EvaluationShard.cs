using System.Collections;

namespace BalanceGen.Sampling;

/// <summary>The rows that one rank evaluates: together the ranks have every row once, in order, and all lengths are known before.</summary>
/// <remarks>
/// Rank r of W has the places r, r + W, r + 2W … of the rows in ascending order, as PyTorch's DistributedSampler deals them out. A padded row is a row that another rank
/// has too. Leave it out of every measure: see <see cref="IsPadding"/>. To draw batches, use the subset <c>dataset.Subset(shard.RowsWithoutPadding())</c>. 4 bytes a row of
/// the shard. Immutable and thread-safe.
/// </remarks>
public sealed class EvaluationShard : IReadOnlyList<int>
{
    private readonly int[] _rows;

    private EvaluationShard(WorldRank rank, ShardTail tail, int rowCount, int[] rows)
    {
        Rank = rank;
        Tail = tail;
        RowCount = rowCount;
        LengthWithoutPadding = LengthOf(rank.Rank, withoutPadding: true);
        _rows = rows;
    }

    /// <summary>The rank.</summary>
    public WorldRank Rank { get; }

    /// <summary>What happens to the rows that cannot be divided evenly.</summary>
    public ShardTail Tail { get; }

    /// <summary>The number of rows of all ranks together.</summary>
    public int RowCount { get; }

    /// <summary>The number of rows that this rank shows, padding among them.</summary>
    public int Count => _rows.Length;

    /// <summary>The number of rows of this rank without padding.</summary>
    public int LengthWithoutPadding { get; }

    /// <summary>A row number.</summary>
    /// <param name="index">The index, of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside that range.</exception>
    public int this[int index] => _rows.At(index);

    /// <summary>The rows of a rank. O(rows · log rows).</summary>
    /// <param name="index">The index of the rows to evaluate, such as the test subset of a split.</param>
    /// <param name="rank">The rank, such as <see cref="WorldRank.FromEnvironment()"/>.</param>
    /// <param name="tail">What happens to the rows that cannot be divided evenly.</param>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tail.</exception>
    /// <exception cref="ArgumentException">The tail is dropped and there are fewer rows than ranks.</exception>
    public static EvaluationShard Of(RowIndex index, WorldRank rank, ShardTail tail = ShardTail.Uneven)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (!Enum.IsDefined(tail))
        {
            throw new ArgumentOutOfRangeException(nameof(tail), tail, "No such tail of a shard.");
        }

        int count = index.RowCount;
        EmptyDatasetException.ThrowIfEmpty(count, "An evaluation");
        if (tail == ShardTail.Dropped && count < rank.WorldSize)
        {
            throw new ArgumentException($"{count} rows on {rank.WorldSize} ranks would all be dropped. Choose another tail.", nameof(tail));
        }

        int[] all = [.. index];
        int length = Length(count, rank.Rank, rank.WorldSize, tail);
        int[] rows = [.. Enumerable.Range(0, length).Select(place => all[(int)((rank.Rank + ((long)place * rank.WorldSize)) % count)])];
        return new EvaluationShard(rank, tail, count, rows);
    }

    /// <summary>The number of rows of any rank, padding among them unless it is left out.</summary>
    /// <param name="rank">The rank, of [0, world size).</param>
    /// <param name="withoutPadding">Whether padding is left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rank is outside that range.</exception>
    public int LengthOf(int rank, bool withoutPadding = false)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)rank, (uint)Rank.WorldSize, nameof(rank));
        return Length(RowCount, rank, Rank.WorldSize, withoutPadding && Tail == ShardTail.Padded ? ShardTail.Uneven : Tail);
    }

    /// <summary>Whether the row at an index is padding: a copy of a row that another rank shows, which is not to be measured. Only the last one can be.</summary>
    /// <param name="index">The index, of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside that range.</exception>
    public bool IsPadding(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        return index >= LengthWithoutPadding;
    }

    /// <summary>The rows of this rank without padding, in order.</summary>
    public ReadOnlySpan<int> RowsWithoutPadding() => _rows.AsSpan(0, LengthWithoutPadding);

    /// <summary>Enumerates the rows of this rank, padding among them.</summary>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)_rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int Length(int count, int rank, int worldSize, ShardTail tail) => tail switch
    {
        ShardTail.Uneven => (count / worldSize) + (rank < count % worldSize ? 1 : 0),
        ShardTail.Dropped => count / worldSize,
        _ => (count / worldSize) + (count % worldSize > 0 ? 1 : 0),
    };
}
