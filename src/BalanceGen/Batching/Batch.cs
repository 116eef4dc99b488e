namespace BalanceGen;

/// <summary>The rows of one batch, by reference. Valid until the enumerator moves on.</summary>
/// <typeparam name="T">The record type.</typeparam>
public readonly ref partial struct Batch<T>
{
    private readonly IndexedDataset<T> _dataset;
    private readonly Sampler _sampler;
    private readonly ReadOnlySpan<T> _allRows;
    private readonly long _nextDraw;

    internal Batch(IndexedDataset<T> dataset, Sampler sampler, ReadOnlySpan<T> allRows, ReadOnlySpan<int> rowNumbers, long epoch, long nextDraw)
    {
        _dataset = dataset;
        _sampler = sampler;
        _allRows = allRows;
        _nextDraw = nextDraw;
        RowNumbers = rowNumbers;
        Epoch = epoch;
    }

    /// <summary>The number of rows, 1 or more.</summary>
    public int Count => RowNumbers.Length;

    /// <summary>The row numbers in the data set, in the order of the draws. A row that was drawn twice is there twice.</summary>
    public ReadOnlySpan<int> RowNumbers { get; }

    /// <summary>The epoch of the batch.</summary>
    public long Epoch { get; }

    /// <summary>The classes.</summary>
    public ClassSet Classes => _dataset.Classes;

    /// <summary>The state from which a later run continues with the batch after this one; see <see cref="Batches{T}.ResumeFrom"/>.</summary>
    public SamplerState State => _sampler.StateAt(_nextDraw);

    /// <summary>A row of the batch.</summary>
    /// <param name="place">The place in the batch, of [0, <see cref="Count"/>).</param>
    /// <exception cref="IndexOutOfRangeException">The place is outside that range.</exception>
    public ref readonly T this[int place] => ref _allRows[RowNumbers[place]];

    /// <summary>Counts the batch's rows by class. No allocation.</summary>
    /// <param name="counts">Receives one count per class; longer spans are left alone beyond the classes.</param>
    /// <exception cref="ArgumentException">The span is shorter than the number of classes.</exception>
    public void CountClasses(Span<long> counts)
    {
        Span<long> perClass = Prefix(counts, Classes.Count, nameof(counts));
        perClass.Clear();
        _dataset.Extractor.Count(_allRows, RowNumbers, perClass);
    }

    /// <summary>Writes the class index of each row of the batch. No allocation.</summary>
    /// <param name="classIndices">Receives one class index per row; longer spans are left alone beyond the batch.</param>
    /// <exception cref="ArgumentException">The span is shorter than the batch.</exception>
    public void CopyClassIndices(Span<int> classIndices) =>
        _dataset.Extractor.ClassesOf(_allRows, RowNumbers, Prefix(classIndices, Count, nameof(classIndices)));

    /// <summary>Enumerates the rows by reference.</summary>
    public Enumerator GetEnumerator() => new(_allRows, RowNumbers);

    private static Span<TValue> Prefix<TValue>(Span<TValue> span, int length, string name) =>
        span.Length >= length
            ? span[..length]
            : throw new ArgumentException($"The span has room for {span.Length} values, {length} are needed.", name);

    /// <summary>Enumerates the rows of a batch by reference.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<T> _allRows;
        private readonly ReadOnlySpan<int> _rowNumbers;
        private int _place;

        internal Enumerator(ReadOnlySpan<T> allRows, ReadOnlySpan<int> rowNumbers)
        {
            _allRows = allRows;
            _rowNumbers = rowNumbers;
            _place = -1;
        }

        /// <summary>The current row.</summary>
        public readonly ref readonly T Current => ref _allRows[_rowNumbers[_place]];

        /// <summary>Moves to the next row.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_place < _rowNumbers.Length;
    }
}
