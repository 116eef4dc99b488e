using System.Collections;

namespace BalanceGen.Sampling;

/// <summary>Rows in an order that the user gives, again and again: a curriculum, hard examples first, rows by length. Or a list of batches, in their order or shuffled.</summary>
/// <remarks>
/// A row may be given several times or not at all. Draw t is the row at place t mod n of the n rows given. With shuffled batches, whole batches change places in every
/// epoch. If the order follows what the model has learnt, make a new sampler for every epoch. O(1) per draw, for shuffled batches O(min(batches, 256)) more per batch. 4
/// bytes a given row. Thread-safe.
/// </remarks>
[ComposesBatches("batchSize")]
public sealed class GivenOrderSampler : Sampler
{
    private readonly int[] _rows;
    private readonly int _batchSize;
    private readonly bool _shuffles;

    /// <summary>A sampler of rows in a given order. O(given rows). Its seed is 0 and has no meaning.</summary>
    /// <param name="index">The row index to whose rows the numbers belong.</param>
    /// <param name="rows">The row numbers in the order of the draws of an epoch, one or more.</param>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="ArgumentException">No row is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row is not in the index; the error has its place in the order.</exception>
    public GivenOrderSampler(RowIndex index, params ReadOnlySpan<int> rows)
        : this(index, seed: 0, rows, batchSize: 1, shuffleBatches: false)
    {
    }

    /// <summary>A sampler of batches of one size. O(given rows).</summary>
    /// <param name="index">The row index to whose rows the numbers belong.</param>
    /// <param name="seed">The seed of the order of the batches.</param>
    /// <param name="rows">The row numbers of the batches, one batch after the other.</param>
    /// <param name="batchSize">The number of rows of each batch, 1 or more. Batches of a data set hold whole ones of them.</param>
    /// <param name="shuffleBatches">Whether the batches are in a new random order in every epoch. The order inside a batch stays.</param>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="ArgumentException">No row is given, or the rows are not whole batches.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row is not in the index, or <paramref name="batchSize"/> is less than 1.</exception>
    public GivenOrderSampler(RowIndex index, long seed, ReadOnlySpan<int> rows, int batchSize, bool shuffleBatches = true)
        : base(WithRows(index, "A sampler of a given order"), seed, Checked(index, rows, batchSize))
    {
        _rows = rows.ToArray();
        _batchSize = batchSize;
        _shuffles = shuffleBatches;
        var hasher = new ConfigurationHasher(nameof(GivenOrderSampler));
        hasher.AddRows(index);
        foreach (int row in rows)
        {
            hasher.AddOption(row);
        }

        hasher.AddOption(batchSize);
        hasher.AddOption(shuffleBatches ? 1 : 0);
        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>What the sampler will do, exactly, with all rows as one class: rows that are not given are never seen. O(rows); allocates the plan.</summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    internal override int BatchMultiple => _batchSize;

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        (long epoch, long place) = Math.DivRem(firstDraw, _rows.Length);
        int stride = _shuffles ? _batchSize : _rows.Length;
        while (!rows.IsEmpty)
        {
            (int batch, int first) = Math.DivRem((int)place, stride);
            int given = _shuffles ? KeyedPermutation.At(_rows.Length / stride, Seed, DrawStreams.GivenBatches, (ulong)epoch, batch) : batch;
            ReadOnlySpan<int> run = _rows.AsSpan((given * stride) + first, Math.Min(stride - first, rows.Length));
            run.CopyTo(rows);
            rows = rows[run.Length..];
            place += run.Length;
            (epoch, place) = place == _rows.Length ? (epoch + 1, 0) : (epoch, place);
        }
    }

    internal override SamplerPlan PlanOf(long draws)
    {
        var seen = new BitArray(DatasetLength);
        int seenRows = 0;
        long untilAllSeen = 0;
        foreach (int row in Draws(0, Math.Max(draws, _rows.Length)))
        {
            untilAllSeen++;
            seenRows += seen[row] ? 0 : 1;
            seen[row] = true;
            if (seenRows == RowCount)
            {
                break;
            }
        }

        double? epochs = seenRows == RowCount ? (double)untilAllSeen / draws : null;
        var first = new HashSet<int>(Draws(0, Math.Min(draws, _rows.Length)));
        return new SamplerPlan(PassPlan.AllRows(RowCount), draws, isExact: true, epochs, [new ClassPlan(0, RowCount, 1, 1, draws, (double)first.Count / RowCount, epochs)]);
    }

    private static long Checked(RowIndex index, ReadOnlySpan<int> rows, int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (rows.IsEmpty || rows.Length % batchSize != 0)
        {
            throw new ArgumentException($"{rows.Length} rows are given; one or more whole batches of {batchSize} are needed.", nameof(rows));
        }

        for (int place = 0; place < rows.Length; place++)
        {
            if ((uint)rows[place] >= (uint)index.DatasetLength || (index.IsSubset && !index.Contains(rows[place])))
            {
                throw new ArgumentOutOfRangeException(nameof(rows), rows[place], $"The row at place {place} of the order is not in this data set or subset.");
            }
        }

        return rows.Length;
    }
}
