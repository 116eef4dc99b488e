namespace BalanceGen.Sampling;

/// <summary>All rows in their order, again and again: draw t is row t mod n. For validation and test sets.</summary>
/// <remarks>O(1) per draw. Immutable and thread-safe. Its seed is 0 and has no meaning.</remarks>
[SameInEveryEpoch]
public sealed class SequentialSampler : Sampler
{
    /// <summary>The rows of a subset of a data set in ascending order; null where they are all rows.</summary>
    private readonly int[]? _rows;

    /// <summary>A sequential sampler. O(1).</summary>
    /// <param name="rowCount">The number of rows, 1 or more.</param>
    /// <exception cref="EmptyDatasetException"><paramref name="rowCount"/> is 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rowCount"/> is negative.</exception>
    public SequentialSampler(int rowCount)
        : base(RowsOf(rowCount, "A sequential sampler"), seed: 0, rowCount)
    {
        var hasher = new ConfigurationHasher(nameof(SequentialSampler));
        hasher.AddRows(rowCount);
        ConfigurationHash = hasher.Hash;
    }

    /// <summary>A sequential sampler of the rows of an index, such as the test subset of a split. O(1); for a subset of a data set O(rows · log rows), and 4 bytes a row.</summary>
    /// <param name="index">The row index.</param>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    public SequentialSampler(RowIndex index)
        : base(WithRows(index, "A sequential sampler"), seed: 0, index.RowCount)
    {
        var hasher = new ConfigurationHasher(nameof(SequentialSampler));
        hasher.AddUnlabelledRows(index);
        if (index is { IsSubset: true, SortedRows: { } rows })
        {
            _rows = (int[])rows.Clone();
            Array.Sort(_rows);
        }

        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>What the sampler will do, exactly, with all rows as one class. O(1); allocates the plan.</summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <inheritdoc/>
    public override int RowAt(long draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        int place = (int)(draw % RowCount);
        return _rows is null ? place : _rows[place];
    }

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        int place = (int)(firstDraw % RowCount);
        foreach (ref int row in rows)
        {
            row = _rows is null ? place : _rows[place];
            place = place + 1 == RowCount ? 0 : place + 1;
        }
    }

    // Visits: the number of the pass over all rows.
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Exact;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits) => PassVisits.Fill(firstDraw, RowCount, visits);

    internal override SamplerPlan PlanOf(long draws) => PassPlan.Of(RowCount, draws);
}
