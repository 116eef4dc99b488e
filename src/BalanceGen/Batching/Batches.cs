using System.Buffers;
using System.Runtime.CompilerServices;

namespace BalanceGen;

/// <summary>The batches of one epoch, or of what is left of it. Enumerating them allocates nothing per batch.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>
/// Batch b of epoch e holds the draws from e·L + b·B on, where L is the sampler's epoch length and B the batch size.
/// Batches do not reach across epochs: an epoch's last batch is smaller where L is no multiple of B, or left out.
/// </remarks>
public readonly struct Batches<T>
{
    private readonly IndexedDataset<T> _dataset;
    private readonly Sampler _sampler;
    private readonly bool _dropLast;
    private readonly long _firstDraw;

    internal Batches(IndexedDataset<T> dataset, Sampler sampler, int batchSize, bool dropLast, long firstDraw)
    {
        _dataset = dataset;
        _sampler = sampler;
        _dropLast = dropLast;
        _firstDraw = firstDraw;
        BatchSize = batchSize;
    }

    /// <summary>The number of rows in a batch; an epoch's last batch may have fewer.</summary>
    public int BatchSize { get; }

    /// <summary>The epoch that is enumerated.</summary>
    public long EpochNumber => _firstDraw / _sampler.EpochLength;

    /// <summary>Exactly how many batches the enumeration yields.</summary>
    public long Count
    {
        get
        {
            long draws = EndOfEpoch - _firstDraw;
            return _dropLast ? draws / BatchSize : (draws + BatchSize - 1) / BatchSize;
        }
    }

    /// <summary>The data set that the rows are of.</summary>
    public IndexedDataset<T> Dataset => _dataset;

    /// <summary>The sampler that draws the rows.</summary>
    public Sampler Sampler => _sampler;

    internal long FirstDraw => _firstDraw;

    /// <summary>The draw after the last one that is enumerated.</summary>
    internal long EndDraw => _dropLast ? _firstDraw + (Count * BatchSize) : EndOfEpoch;

    private long EndOfEpoch => checked((EpochNumber + 1) * _sampler.EpochLength);

    /// <summary>The batches of another epoch.</summary>
    /// <param name="epoch">The epoch, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    /// <exception cref="OverflowException">The epoch starts beyond draw 2^63 − 1.</exception>
    public Batches<T> Epoch(long epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return new Batches<T>(_dataset, _sampler, BatchSize, _dropLast, checked(epoch * _sampler.EpochLength));
    }

    /// <summary>What is left of an interrupted epoch: the first batch starts with the very next draw. O(1).</summary>
    /// <param name="state">A state of the same sampler, from <see cref="Batch{T}.State"/> or <see cref="Sampler.StateAt"/>.</param>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed or configuration.</exception>
    public Batches<T> ResumeFrom(SamplerState state) =>
        new(_dataset, _sampler, BatchSize, _dropLast, _sampler.Resume(state));

    /// <summary>Enumerates the batches. The buffer for row numbers comes from the shared pool and goes back at the end of the loop.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Enumerates batches.</summary>
    public ref struct Enumerator : IDisposable
    {
        /// <summary>About how many draws are made at once: enough that the cost of a call is spread, few enough to stay in the L1 cache.</summary>
        private const int DrawsAtOnce = 1024;

        private readonly IndexedDataset<T> _dataset;
        private readonly Sampler _sampler;
        private readonly ReadOnlySpan<T> _rows;
        private readonly bool _isFar;
        private readonly int _batchSize;
        private readonly long _epoch;
        private readonly long _end;
        private int[]? _buffer;
        private long _nextDraw;
        private int _start;
        private int _length;
        private int _filled;

        internal Enumerator(Batches<T> batches)
        {
            _dataset = batches._dataset;
            _sampler = batches._sampler;
            _rows = batches._dataset.Rows;
            _isFar = RowPrefetch.Pays(_rows);
            _batchSize = batches.BatchSize;
            _epoch = batches.EpochNumber;
            _nextDraw = batches._firstDraw;
            _end = batches.EndDraw;

            int batchesAtOnce = Math.Max(1, DrawsAtOnce / _batchSize);
            _buffer = ArrayPool<int>.Shared.Rent((int)Math.Min((long)batchesAtOnce * _batchSize, Math.Max(1, _end - _nextDraw)));
        }

        /// <summary>The current batch. It is valid until the next call of <see cref="MoveNext"/>.</summary>
        public readonly Batch<T> Current =>
            new(_dataset, _sampler, _rows, new ReadOnlySpan<int>(_buffer, _start, _length), _epoch, _nextDraw);

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
            _nextDraw += _length;
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
            int whole = Math.Max(1, Math.Min(DrawsAtOnce, _buffer.Length) / _batchSize) * _batchSize;
            _filled = (int)Math.Min(whole, _end - _nextDraw);
            Span<int> rowNumbers = _buffer.AsSpan(0, _filled);
            _sampler.Fill(_nextDraw, rowNumbers);
            if (_isFar)
            {
                FetchAhead(0);
            }

            return _filled > 0;
        }

        /// <summary>Starts to load the rows of the batch at a place of the buffer: of the first one when it is filled, of the others while the user works on the one before.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        private readonly void FetchAhead(int start) =>
            RowPrefetch.Start(_rows, _buffer.AsSpan(start, Math.Min(_batchSize, _filled - start)));
    }
}
