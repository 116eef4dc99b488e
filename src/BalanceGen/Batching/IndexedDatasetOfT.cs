using System.Runtime.InteropServices;

namespace BalanceGen;

/// <summary>The rows of a data set with their row index: what samplers are made from and batches are taken from.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>It refers to the rows and does not copy them. Thread-safe as long as nobody changes the rows.</remarks>
public sealed partial class IndexedDataset<T>
{
    private readonly ReadOnlyMemory<T> _memory;
    private readonly List<T>? _list;

    internal IndexedDataset(ReadOnlyMemory<T> memory, List<T>? list, RowIndex index, ClassExtractor<T> extractor)
    {
        _memory = memory;
        _list = list;
        Index = index;
        Extractor = extractor;
    }

    /// <summary>All rows of the data set; for a part of it, row numbers refer to these too.</summary>
    /// <exception cref="InvalidOperationException">The list of rows has got another length since it was indexed.</exception>
    public ReadOnlySpan<T> Rows
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

    /// <summary>The class-sorted row index.</summary>
    public RowIndex Index { get; }

    /// <summary>The classes.</summary>
    public ClassSet Classes => Index.Classes;

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts => Index.Counts;

    internal ClassExtractor<T> Extractor { get; }

    /// <summary>The rows that a sampler draws, in batches, one epoch at a time.</summary>
    /// <param name="sampler">A sampler over this data set's rows.</param>
    /// <param name="batchSize">The number of rows in a batch, 1 or more.</param>
    /// <param name="dropLast">Whether an epoch's last batch is left out if it is smaller than the others.</param>
    /// <exception cref="ArgumentException">The sampler is for another number of rows, or for another part of the data set.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is less than 1.</exception>
    public Batches<T> Batches(Sampler sampler, [ValueRange(1, int.MaxValue)] int batchSize, bool dropLast = false)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (sampler.DatasetLength != Index.DatasetLength)
        {
            throw new ArgumentException(
                $"The sampler draws from {sampler.DatasetLength} rows, this data set has {Index.DatasetLength}.", nameof(sampler));
        }

        // Rows of the other side of a split must never get in.
        return sampler.RowsHash == Index.RowsHash
            ? new Batches<T>(this, sampler, batchSize, dropLast, 0)
            : throw new ArgumentException(
                $"The sampler draws from another part of the data set: {sampler.RowCount} of {sampler.DatasetLength} rows, while this part has {Index.RowCount}. Make it from this part's index.", nameof(sampler));
    }
}
