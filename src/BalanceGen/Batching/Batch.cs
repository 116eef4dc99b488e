namespace BalanceGen;

/// <summary>The rows of one batch, by reference. Valid until the enumerator moves on.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>It is on the stack, so loops with <c>await</c>, lambdas and lists cannot hold it. Use <see cref="Batches{T}.Owned"/> for those.</remarks>
public readonly ref struct Batch<T>
{
    private readonly IndexedDataset<T> _dataset;
    private readonly Sampler _sampler;
    private readonly BatchList? _list;
    private readonly ReadOnlySpan<T> _allRows;
    private readonly Span<int> _classIndices;
    private readonly long _firstDraw;
    private readonly long _nextDraw;

    internal Batch(
        IndexedDataset<T> dataset,
        Sampler sampler,
        BatchList? list,
        ReadOnlySpan<T> allRows,
        ReadOnlySpan<int> rowNumbers,
        Span<int> classIndices,
        long epoch,
        long firstDraw,
        long nextDraw)
    {
        _list = list;
        _firstDraw = firstDraw;
        _classIndices = classIndices;
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

    /// <summary>The class index of each row, in the order of the rows. Valid until the enumerator moves on. O(rows) each time it is read; no allocation.</summary>
    public ReadOnlySpan<int> ClassIndices
    {
        get
        {
            CopyClassIndices(_classIndices);
            return _classIndices;
        }
    }

    /// <summary>The epoch of the batch.</summary>
    public long Epoch { get; }

    /// <summary>The classes.</summary>
    public ClassSet Classes => _dataset.Classes;

    /// <summary>
    /// The state from which a later run continues with the batch after this one; after the last batch of an epoch, where draws may be left out, with the first batch of the
    /// next epoch. See <see cref="Batches{T}.ResumeFrom"/>.
    /// </summary>
    public SamplerState State => _sampler.StateAt(_nextDraw);

    /// <summary>A row of the batch.</summary>
    /// <param name="index">The index in the batch, of [0, <see cref="Count"/>).</param>
    /// <exception cref="IndexOutOfRangeException">The index is outside that range.</exception>
    public ref readonly T this[int index] => ref _allRows[RowNumbers[index]];

    /// <summary>Counts the batch's rows by class. No allocation.</summary>
    /// <param name="counts">Receives one count per class; longer spans are left alone beyond the classes.</param>
    /// <exception cref="ArgumentException">The span is shorter than the number of classes.</exception>
    public void CountClasses([MayBeZero] Span<long> counts)
    {
        Span<long> perClass = SpanRoom.Prefix(counts, Classes.Count, nameof(counts));
        perClass.Clear();
        _dataset.Extractor.Count(_allRows, RowNumbers, perClass);
    }

    /// <summary>Writes the class index of each row of the batch. No allocation.</summary>
    /// <param name="classIndices">Receives one class index per row; longer spans are left alone beyond the batch.</param>
    /// <exception cref="ArgumentException">The span is shorter than the batch.</exception>
    public void CopyClassIndices(Span<int> classIndices) =>
        _dataset.Extractor.ClassesOf(_allRows, RowNumbers, SpanRoom.Prefix(classIndices, Count, nameof(classIndices)));

    /// <summary>Writes the class index of each row of the batch as 64-bit integers, which losses take. No allocation.</summary>
    /// <inheritdoc cref="CopyClassIndices(Span{int})"/>
    public void CopyClassIndices(Span<long> classIndices)
    {
        Span<long> destination = SpanRoom.Prefix(classIndices, Count, nameof(classIndices));
        ReadOnlySpan<int> narrow = ClassIndices;
        for (int place = 0; place < narrow.Length; place++)
        {
            destination[place] = narrow[place];
        }
    }

    /// <summary>The class index of each row as a new array of 64-bit integers, which losses take.</summary>
    public long[] ToLongClassIndices()
    {
        var classIndices = new long[Count];
        CopyClassIndices(classIndices);
        return classIndices;
    }

    /// <summary>The rows in a new array, in the order of the draws: for LINQ, for lists, and for what is awaited.</summary>
    public T[] ToArray()
    {
        var rows = new T[Count];
        for (int place = 0; place < rows.Length; place++)
        {
            rows[place] = this[place];
        }

        return rows;
    }

    /// <summary>A copy of the batch that stays valid; see <see cref="Batches{T}.Owned"/>.</summary>
    public OwnedBatch<T> ToOwned() => new(ToArray(), RowNumbers.ToArray(), ClassIndices.ToArray(), Classes, Epoch, _sampler, _list, _firstDraw, _nextDraw);

    /// <summary>Enumerates the rows by reference.</summary>
    public Enumerator GetEnumerator() => new(_allRows, RowNumbers);

    /// <summary>
    /// Writes the context of each draw of the batch, in the order of its rows: draw, epoch, visit of the row, and seed for its
    /// augmentation. No allocation.
    /// </summary>
    /// <param name="contexts">Receives one context per row; a longer span is left alone beyond the batch.</param>
    /// <exception cref="ArgumentException">The span is shorter than the batch.</exception>
    public void CopyContexts(Span<DrawContext> contexts) =>
        Batches<T>.FillContexts(_sampler, _list, _firstDraw, RowNumbers, SpanRoom.Prefix(contexts, Count, nameof(contexts)));

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
