namespace BalanceGen;

/// <summary>Draws all rows alike, whatever their class: a new permutation of the rows for each pass, or independent uniform draws.</summary>
/// <remarks>
/// Without replacement draw t is place t mod n of the permutation that belongs to the seed and t div n. Nothing is stored per row.
/// A draw is O(1), also after a seek. Thread-safe.
/// </remarks>
public sealed class RandomSampler : Sampler
{
    private readonly PermutedClass[] _all;

    /// <summary>From places to the rows of a subset of a data set; of all rows, place and row are the same.</summary>
    private readonly RowLookup _lookup;

    // One window, taken for the time of a call. A concurrent second caller makes its own.
    private PermutedRows? _permuted;

    /// <summary>A random sampler. O(1).</summary>
    /// <param name="rowCount">The number of rows, 1 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="replacement">Whether the draws are independent, so that a row may be drawn again before the others.</param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more; the number of rows by default. It does not change the draws.</param>
    /// <exception cref="EmptyDatasetException"><paramref name="rowCount"/> is 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rowCount"/> is negative or <paramref name="epochLength"/> is less than 1.</exception>
    public RandomSampler(int rowCount, long seed, bool replacement = false, long? epochLength = null)
        : base(RowsOf(rowCount, "A random sampler"), seed, EpochOf(epochLength, rowCount, nameof(epochLength)))
    {
        Replacement = replacement;
        _all = [new PermutedClass(0, rowCount, DrawStreams.AllRows)];
        ConfigurationHash = Hash().Hash;
    }

    /// <summary>A random sampler of the rows of an index, such as the training subset of a split. O(1).</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="replacement">Whether the draws are independent, so that a row may be drawn again before the others.</param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more; the number of rows by default. It does not change the draws.</param>
    /// <remarks>For an index of all rows of a data set it is the same sampler as the one made from their number.</remarks>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochLength"/> is less than 1.</exception>
    public RandomSampler(RowIndex index, long seed, bool replacement = false, long? epochLength = null)
        : base(WithRows(index, "A random sampler"), seed, EpochOf(epochLength, index.RowCount, nameof(epochLength)))
    {
        Replacement = replacement;
        _all = [new PermutedClass(0, index.RowCount, DrawStreams.AllRows)];
        ConfigurationHasher hasher = Hash();
        if (index.IsSubset)
        {
            _lookup = new RowLookup(index.SortedRows);
        }

        if (index.RowsHash != 0)
        {
            hasher.AddRows((long)index.RowsHash);
        }

        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>Whether the draws are independent.</summary>
    public bool Replacement { get; }

    /// <summary>What the sampler will do, with all rows as one class: exactly, or with replacement the expectation. O(1); allocates the plan.</summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        if (Replacement)
        {
            FillIndependent(firstDraw, rows);
            return;
        }

        PermutedRows permuted = Interlocked.Exchange(ref _permuted, null) ?? new PermutedRows(Seed, _all);
        VisitLookup visits = permuted.Visits;
        foreach (ref int row in rows)
        {
            row = visits.PositionOf(0, firstDraw++);
        }

        _lookup.Read(rows);

        _permuted = permuted;
    }

    // Visits: without replacement the number of the pass over all rows.
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => Replacement ? VisitNumbering.Draw : VisitNumbering.Exact;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        if (Replacement)
        {
            base.FillVisits(firstDraw, visits);
        }
        else
        {
            PassVisits.Fill(firstDraw, RowCount, visits);
        }
    }

    internal override SamplerPlan PlanOf(long draws) =>
        Replacement ? IndependentPlan.Of(PassPlan.AllRows(RowCount), [1], draws) : PassPlan.Of(RowCount, draws);

    private ConfigurationHasher Hash()
    {
        var hasher = new ConfigurationHasher(nameof(RandomSampler));
        hasher.AddRows(RowCount);
        hasher.AddOption(EpochLength);
        hasher.AddOption(Replacement ? 1 : 0);
        return hasher;
    }

    [SkipLocalsInit]
    private void FillIndependent(long firstDraw, Span<int> rows)
    {
        Span<ulong> words = stackalloc ulong[DrawBlock.WordCount];
        while (!rows.IsEmpty)
        {
            (long block, long first) = Math.DivRem(firstDraw, DrawBlock.Length);
            int run = Math.Min(DrawBlock.Length - (int)first, rows.Length);
            DrawBlock.Fill(Seed, DrawStreams.Draw, block, (int)first + run, words);
            for (int draw = 0; draw < run; draw++)
            {
                rows[draw] = (int)Math.BigMul(words[DrawBlock.IndexOf((int)first + draw)], (ulong)RowCount, out _);
            }

            _lookup.Read(rows[..run]);
            rows = rows[run..];
            firstDraw += run;
        }
    }
}
