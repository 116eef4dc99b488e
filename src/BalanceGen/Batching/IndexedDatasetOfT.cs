using System.Runtime.InteropServices;

namespace BalanceGen;

/// <summary>The rows of a data set with their row index. Make samplers from it and draw batches from it.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>It refers to the rows and does not copy them. Thread-safe as long as nobody changes the rows.</remarks>
public sealed partial class IndexedDataset<T>
{
    private readonly ReadOnlyMemory<T> _memory;
    private readonly List<T>? _list;
    private readonly RowGrouping<T>? _grouping;

    internal IndexedDataset(ReadOnlyMemory<T> memory, List<T>? list, RowIndex index, ClassExtractor<T> extractor, RowGrouping<T>? grouping = null)
    {
        _grouping = grouping;
        _memory = memory;
        _list = list;
        Index = index;
        Extractor = extractor;
    }

    /// <summary>The rows of this data set or subset, and no others: to be enumerated in order, or read by row number.</summary>
    /// <remarks>Reading throws an <see cref="InvalidOperationException"/> once the list of rows has got another length than it had when it was indexed.</remarks>
    public DatasetRows<T> Rows => new(this);

    /// <summary>The number of rows of this data set or subset, 0 or more; ignored rows are not counted.</summary>
    public int Count => Index.RowCount;

    /// <summary>The class-sorted row index.</summary>
    public RowIndex Index { get; }

    /// <summary>The classes.</summary>
    public ClassSet Classes => Index.Classes;

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts => Index.Counts;

    /// <summary>All rows that row numbers refer to, those of other subsets and ignored ones among them.</summary>
    internal ReadOnlySpan<T> AllRows
    {
        get
        {
            if (_list is null)
            {
                return _memory.Span;
            }

            return _list.Count == Index.DatasetLength
                ? CollectionsMarshal.AsSpan(_list)
                : throw new InvalidOperationException(
                    $"The list had {Index.DatasetLength} rows when it was indexed and has {_list.Count} now. Index it again.");
        }
    }

    internal ClassExtractor<T> Extractor { get; }

    /// <summary>
    /// The rows that a sampler draws in one epoch, in the order of the draws: a resampled data set as a sequence. O(1); enumerating it
    /// draws the rows.
    /// </summary>
    /// <param name="sampler">A sampler over this data set's rows.</param>
    /// <param name="epoch">The epoch, 0 or more.</param>
    /// <exception cref="ArgumentException">The sampler is for another number of rows, or for another subset of the data set.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    /// <exception cref="OverflowException">The epoch starts beyond draw 2^63 − 1.</exception>
    public DrawnRows<T> RowsOfEpoch(Sampler sampler, [ValueRange(0, long.MaxValue)] long epoch)
    {
        RefuseOther(sampler);
        _ = sampler.Epoch(epoch);
        return new DrawnRows<T>(this, sampler, epoch);
    }

    private void RefuseOther(Sampler sampler)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        if (sampler.DatasetLength != Index.DatasetLength)
        {
            throw new ArgumentException(
                $"The sampler draws from {sampler.DatasetLength} rows, this data set has {Index.DatasetLength}.", nameof(sampler));
        }

        // Rows of the other subset of a split must never get in.
        if (sampler.RowsHash != Index.RowsHash)
        {
            throw new ArgumentException(
                $"The sampler draws from another subset of the data set: {sampler.RowCount} of {sampler.DatasetLength} rows, while this subset has {Index.RowCount}. Make it from this subset's index.", nameof(sampler));
        }
    }
}
