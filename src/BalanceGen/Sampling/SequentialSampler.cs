namespace BalanceGen;

/// <summary>All rows in their order, again and again: draw t is row t mod n. For validation and test sets.</summary>
/// <remarks>O(1) per draw. Immutable and thread-safe. Its seed is 0 and has no meaning.</remarks>
public sealed class SequentialSampler : Sampler
{
    /// <summary>A sequential sampler. O(1).</summary>
    /// <param name="rowCount">The number of rows, 1 or more.</param>
    /// <exception cref="EmptyDatasetException"><paramref name="rowCount"/> is 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rowCount"/> is negative.</exception>
    public SequentialSampler(int rowCount)
        : base(RowsOf(rowCount, "A sequential sampler"), seed: 0, rowCount)
    {
        var hasher = new ConfigurationHasher(nameof(SequentialSampler));
        hasher.Add(rowCount);
        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <inheritdoc/>
    public override int RowAt(long draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        return (int)(draw % RowCount);
    }

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows)
    {
        int row = RowAt(firstDraw);
        foreach (ref int drawn in rows)
        {
            drawn = row;
            row = row + 1 == RowCount ? 0 : row + 1;
        }
    }
}
