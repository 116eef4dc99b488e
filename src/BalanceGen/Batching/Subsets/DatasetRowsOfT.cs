using System.Collections;

namespace BalanceGen.Batching;

/// <summary>The rows of a data set or of a subset, and no others: enumerated in ascending order of their numbers, or read by number.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>
/// Row numbers are those of the whole data set. Samplers draw these numbers, batches show them, and a subset of a split keeps them. A number of another subset is refused.
/// Rows that were declared to be ignored are not among the rows. Thread-safe as long as nobody changes the rows.
/// </remarks>
public readonly struct DatasetRows<T> : IReadOnlyCollection<T>
{
    private readonly IndexedDataset<T> _dataset;

    internal DatasetRows(IndexedDataset<T> dataset) => _dataset = dataset;

    /// <summary>The number of rows, 0 or more.</summary>
    public int Count => _dataset.Count;

    /// <summary>The numbers of the rows, ascending.</summary>
    public RowIndex Numbers => _dataset.Index;

    /// <summary>A row by its number. O(1); for a subset, after a first call that takes O(rows) (see <see cref="RowIndex.Contains"/>).</summary>
    /// <param name="rowNumber">The number of a row of this data set or subset, such as a sampler draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">This data set or subset does not have the row.</exception>
    /// <exception cref="InvalidOperationException">The list of rows has got another length since it was indexed.</exception>
    public ref readonly T this[int rowNumber]
    {
        get
        {
            ReadOnlySpan<T> all = _dataset.AllRows;
            if ((uint)rowNumber >= (uint)all.Length || (_dataset.Index.IsSubset && !_dataset.Index.Contains(rowNumber)))
            {
                _dataset.Index.ThrowAbsent(rowNumber);
            }

            return ref all[rowNumber];
        }
    }

    /// <summary>A row by its number, where that is a 64-bit integer, as data loaders of other libraries have it.</summary>
    /// <inheritdoc cref="this[int]"/>
    public ref readonly T this[long rowNumber] => ref this[rowNumber is >= 0 and <= int.MaxValue ? (int)rowNumber : -1];

    /// <summary>The rows in a new array, in ascending order of their numbers. O(rows).</summary>
    public T[] ToArray() => _dataset.Index.IsSubset ? [.. this] : _dataset.AllRows.ToArray();

    /// <summary>Enumerates the rows. No allocation.</summary>
    public Enumerator GetEnumerator() => new(_dataset);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates rows.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly IndexedDataset<T> _dataset;
        private RowIndex.Enumerator _numbers;

        internal Enumerator(IndexedDataset<T> dataset)
        {
            _dataset = dataset;
            _numbers = dataset.Index.GetEnumerator();
        }

        /// <summary>The current row.</summary>
        public readonly T Current => _dataset.AllRows[_numbers.Current];

        readonly object? IEnumerator.Current => Current;

        /// <summary>Moves to the next row.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => _numbers.MoveNext();

        /// <summary>Starts again before the first row.</summary>
        public void Reset() => _numbers.Reset();

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
