using System.Buffers;

namespace BalanceGen;

/// <summary>The batches of one epoch, or of the rest of an epoch. Enumerating them allocates nothing per batch.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>
/// <para>
/// Batch b of epoch e holds the draws from e·L + b·B on, where L is the sampler's epoch length and B the batch size.
/// A batch never has draws of two epochs. If L is no multiple of B, the last batch of an epoch is smaller, or left out.
/// A batch of a <see cref="BatchList"/> is one draw of its sampler, of any size.
/// </para>
/// <para>
/// This is one epoch, and enumerating it again gives the same rows in the same order. Train with <see cref="Epochs(long, long)"/>.
/// </para>
/// </remarks>
public readonly struct Batches<T>
{
    private readonly bool _dropLast;

    internal Batches(IndexedDataset<T> dataset, Sampler sampler, int batchSize, bool dropLast, long epoch, long firstDraw, BatchList? list = null)
    {
        List = list;
        Dataset = dataset;
        Sampler = sampler;
        _dropLast = dropLast;
        FirstDraw = firstDraw;
        BatchSize = batchSize;
        EpochNumber = epoch;
    }

    /// <summary>The number of rows in a batch; an epoch's last batch may have fewer. Of a list of batches, the number of rows of the largest one.</summary>
    public int BatchSize { get; }

    /// <summary>The epoch that is enumerated.</summary>
    public long EpochNumber { get; }

    /// <summary>Exactly how many batches the enumeration yields.</summary>
    public long Count
    {
        get
        {
            long draws = EndOfBatches - FirstDraw;
            return _dropLast ? draws / DrawsPerBatch : (draws + DrawsPerBatch - 1) / DrawsPerBatch;
        }
    }

    /// <summary>The data set that the rows are of.</summary>
    public IndexedDataset<T> Dataset { get; }

    /// <summary>The sampler that draws the rows; of a list of batches, the one that draws the batches.</summary>
    public Sampler Sampler { get; }

    /// <summary>Exactly how many rows the batches of the enumeration have together. O(1), of a list of batches O(batches).</summary>
    public long RowCount => List is null ? EndDraw - FirstDraw : List.RowsOf(Sampler, FirstDraw, EndDraw);

    /// <summary>The batches that were given, if they were.</summary>
    internal BatchList? List { get; }

    /// <summary>The most rows that a batch of the enumeration can have.</summary>
    internal int MaxRows => List is null ? (int)Math.Min(BatchSize, EndDraw - FirstDraw) : BatchSize;

    private int DrawsPerBatch => List is null ? BatchSize : 1;

    internal long FirstDraw { get; }

    /// <summary>The draw after the last one that is enumerated.</summary>
    internal long EndDraw => _dropLast ? FirstDraw + (Count * DrawsPerBatch) : EndOfBatches;

    /// <summary>The first draw of the epoch after this one, with which a run goes on after the last batch.</summary>
    internal long EndOfEpoch => checked(Sampler.StartOf(EpochNumber) + Sampler.DrawsOf(EpochNumber));

    /// <summary>The end of the draws that batches are made of. Left out is what a rank has and others have not, so that all ranks have as many batches.</summary>
    private long EndOfBatches => _dropLast
        ? Math.Max(FirstDraw, checked(Sampler.StartOf(EpochNumber) + Sampler.CommonDrawsOf(EpochNumber)))
        : EndOfEpoch;

    /// <summary>The batches of another epoch.</summary>
    /// <param name="epoch">The epoch, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative, or before the sampler's <see cref="Sampler.FirstEpoch"/>.</exception>
    /// <exception cref="OverflowException">The epoch starts beyond draw 2^63 − 1.</exception>
    public Batches<T> Epoch([ValueRange(0, long.MaxValue)] long epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return new Batches<T>(Dataset, Sampler, BatchSize, _dropLast, epoch, Sampler.StartOf(epoch), List);
    }

    /// <summary>Consecutive epochs, each as its batches, for the outer loop of a training. Every epoch has draws of its own.</summary>
    /// <param name="first">The first epoch, 0 or more.</param>
    /// <param name="count">The number of epochs, 0 or more.</param>
    /// <remarks>
    /// Epochs before the one where these batches stand are over and left out: <c>batches.ResumeFrom(state).Epochs(0, 10)</c> is the rest of
    /// a training of ten epochs. It begins with the rest of the interrupted epoch. The same holds for a shard that starts in mid-epoch.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    /// <exception cref="OverflowException">There is no such number of epochs in 64 bits.</exception>
    public BatchEpochs<T> Epochs(long first, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new BatchEpochs<T>(this, first, checked(first + count));
    }

    /// <summary>What is left of an interrupted epoch: the first batch starts with the very next draw. O(1).</summary>
    /// <param name="state">
    /// A state of the same sampler, from <see cref="Batch{T}.State"/> or <see cref="Sampler.StateAt"/>. The state after an epoch's last
    /// batch is the start of the next epoch.
    /// </param>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed or configuration.</exception>
    /// <exception cref="BatchSizeException">The state stands inside a batch of a sampler that promises something of its batches.</exception>
    public Batches<T> ResumeFrom(SamplerState state)
    {
        (long epoch, long draw) = Sampler.PositionOf(state);
        BatchSizeException.ThrowIfInside(Sampler, epoch, draw);
        return new Batches<T>(Dataset, Sampler, BatchSize, _dropLast, epoch, draw, List);
    }

    /// <summary>The batches as objects that stay: for loops with <c>await</c>, for LINQ and for lists, where a <see cref="Batch{T}"/> cannot be used.</summary>
    /// <remarks>Each batch is copied: rows, row numbers and class indices. A plain loop over the batches copies nothing.</remarks>
    public OwnedBatches<T> Owned() => new(this);

    /// <summary>The number of rows of the batch that begins with a draw; 0 behind the last one.</summary>
    internal int RowsAt(long draw) =>
        List is null || draw >= EndDraw ? (int)Math.Clamp(EndDraw - draw, 0, BatchSize) : List[Sampler.RowAt(draw)].Length;

    /// <summary>Draws the batch that begins with a draw.</summary>
    /// <param name="draw">The first draw of the batch; it becomes that of the next one.</param>
    /// <param name="rows">Receives the row numbers, at most <see cref="MaxRows"/>.</param>
    /// <returns>The number of rows; 0 behind the last batch.</returns>
    internal int Draw(ref long draw, Span<int> rows)
    {
        int length = RowsAt(draw);
        if (List is null)
        {
            Sampler.Fill(draw, rows[..length]);
            draw += length;
        }
        else if (length > 0)
        {
            List[Sampler.RowAt(draw++)].CopyTo(rows);
        }

        return length;
    }

    /// <summary>Writes the contexts of the batch that begins with a draw.</summary>
    internal void FillContexts(long draw, ReadOnlySpan<int> rows, Span<DrawContext> contexts) => FillContexts(Sampler, List, draw, rows, contexts);

    /// <summary>Writes the contexts of a batch of a sampler or of a list.</summary>
    internal static void FillContexts(Sampler sampler, BatchList? list, long draw, ReadOnlySpan<int> rows, Span<DrawContext> contexts)
    {
        if (list is null)
        {
            sampler.FillContexts(draw, rows, contexts);
        }
        else
        {
            list.FillContexts(sampler, draw, contexts);
        }
    }

    /// <summary>Enumerates the batches. The buffer for row numbers comes from the shared pool and goes back at the end of the loop.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Enumerates batches.</summary>
    public ref struct Enumerator : IDisposable
    {
        /// <summary>About how many draws are made at once: enough that the cost of a call is spread, few enough to stay in the L1 cache.</summary>
        private const int DrawsAtOnce = 1024;

        private readonly IndexedDataset<T> _dataset;
        private readonly Sampler _sampler;
        private readonly BatchList? _list;
        private readonly ReadOnlySpan<T> _rows;
        private readonly bool _isFar;
        private readonly int _batchSize;
        private readonly long _epoch;
        private readonly long _end;
        private readonly long _endOfEpoch;
        private readonly int _capacity;
        private int[]? _buffer;
        private long _nextDraw;
        private int _start;
        private int _length;
        private int _filled;

        internal Enumerator(Batches<T> batches)
        {
            _dataset = batches.Dataset;
            _sampler = batches.Sampler;
            _list = batches.List;
            _rows = batches.Dataset.AllRows;
            _isFar = RowPrefetch.Pays(_rows);
            _batchSize = batches.BatchSize;
            _epoch = batches.EpochNumber;
            _nextDraw = batches.FirstDraw;
            _end = batches.EndDraw;
            _endOfEpoch = batches.EndOfEpoch;

            int batchesAtOnce = Math.Max(1, DrawsAtOnce / _batchSize);
            _capacity = _list is null ? (int)Math.Min((long)batchesAtOnce * _batchSize, Math.Max(1, _end - _nextDraw)) : _batchSize;

            // Behind the row numbers there is room for the class indices of one batch.
            _buffer = ArrayPool<int>.Shared.Rent(_capacity + Math.Min(_batchSize, _capacity));
        }

        /// <summary>The current batch. It is valid until the next call of <see cref="MoveNext"/>.</summary>
        public readonly Batch<T> Current =>
            new(
                _dataset,
                _sampler,
                _list,
                _rows,
                new ReadOnlySpan<int>(_buffer, _start, _length),
                new Span<int>(_buffer, _capacity, _length),
                _epoch,
                _list is null ? _nextDraw - _length : _nextDraw - 1,
                _nextDraw == _end ? _endOfEpoch : _nextDraw);

        /// <summary>Moves to the next batch.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            _start += _length;
            if (_start == _filled && !Refill())
            {
                return false;
            }

            _length = Math.Min(_batchSize, _filled - _start);
            _nextDraw += _list is null ? _length : 1;
            if (_isFar)
            {
                FetchAhead(_start + _length);
            }

            return true;
        }

        /// <summary>Gives the buffer back.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Dispose()
        {
            if (_buffer is { } buffer)
            {
                _buffer = null;
                ArrayPool<int>.Shared.Return(buffer);
            }
        }

        /// <summary>Apart, as <see cref="Dispose"/> is: inlined, they leave no registers for the variables of the user's loop.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        private bool Refill()
        {
            _start = 0;
            _length = 0;
            ObjectDisposedException.ThrowIf(_buffer is null, typeof(Enumerator));
            if (_list is null)
            {
                _filled = (int)Math.Min(_capacity, _end - _nextDraw);
                _sampler.Fill(_nextDraw, _buffer.AsSpan(0, _filled));
            }
            else
            {
                _filled = _nextDraw == _end ? 0 : CopyListed();
            }

            if (_isFar)
            {
                FetchAhead(0);
            }

            return _filled > 0;
        }

        private readonly int CopyListed()
        {
            ReadOnlySpan<int> batch = _list![_sampler.RowAt(_nextDraw)];
            batch.CopyTo(_buffer);
            return batch.Length;
        }

        /// <summary>Loads the rows of a batch early: of the first of a filled buffer at once, of another during the batch before it.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        private readonly void FetchAhead(int start) =>
            RowPrefetch.Start(_rows, _buffer.AsSpan(start, Math.Min(_batchSize, _filled - start)));
    }
}
