namespace BalanceGen.ML;

/// <summary>A cursor over some blocks of a row view's positions: all of them, or every n-th of a set of n cursors.</summary>
/// <remarks>
/// The number of a block is the batch number of its rows: it grows, and no two cursors of a set have one in common, so that the order can be restored. Rows are
/// found a block at a time: one call of the sampler for 512 of them.
/// </remarks>
internal sealed class BlockCursor<T>(
    DataViewSchema schema, IReadOnlyList<RowColumn<T>> columns, RowStore<T> rows, RowOrder order, bool[] active, long? shuffleSeed, int first, int step)
    : RowCursor<T>(schema, columns, rows, active)
{
    public const int BlockLength = 512;

    private const int NotStarted = -1;

    /// <summary>What a row refers to is asked for so many rows ahead, the row itself twice as many.</summary>
    private const int RowsAhead = 8;

    private readonly RowOrder _order = order;
    private readonly int[] _blockRows = new int[BlockLength];
    private readonly int[]? _blockPositions = shuffleSeed is null ? null : new int[BlockLength];
    private readonly bool _prefetches = shuffleSeed is not null || !order.IsSequential;
    private long _block = first - step;
    private int _place;
    private int _length;
    private long _position = NotStarted;
    private bool _isDone;

    /// <summary>How many rows this cursor has shown before the current one; −1 before the first row and after the last.</summary>
    public override long Position => _position;

    public override long Batch => _position < 0 ? 0 : _block;

    public override int RowNumber => _position >= 0 ? _blockRows[_place] : throw NotAtRow();

    public override bool MoveNext()
    {
        if (_place + 1 < _length)
        {
            _place++;
            _position++;
            if (_prefetches)
            {
                Prefetch(_place + RowsAhead, _place + (2 * RowsAhead));
            }

            return true;
        }

        return MoveToNextBlock();
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) =>
    {
        int row = RowNumber;
        value = _order.IdAt(_blockPositions is null ? (_block * BlockLength) + _place : _blockPositions[_place], row);
    };

    protected override void Dispose(bool disposing)
    {
        Finish();
        base.Dispose(disposing);
    }

    private bool MoveToNextBlock()
    {
        long start = (_block + step) * BlockLength;
        if (_isDone || start >= _order.Count)
        {
            return Finish();
        }

        _block += step;
        _length = (int)Math.Min(BlockLength, _order.Count - start);
        Span<int> rows = _blockRows.AsSpan(0, _length);
        if (_blockPositions is null)
        {
            _order.Fill(start, rows);
        }
        else
        {
            KeyedPermutation.Fill((int)_order.Count, shuffleSeed!.Value, stream: 0, index: 0, (int)start, _blockPositions.AsSpan(0, _length));
            for (int place = 0; place < rows.Length; place++)
            {
                rows[place] = _order.RowAt(_blockPositions[place]);
            }
        }

        if (_prefetches)
        {
            // The first rows of the block, before anything is asked for that they refer to.
            for (int place = 0; place < 2 * RowsAhead; place++)
            {
                Prefetch(BlockLength, place);
            }

            for (int place = 0; place < RowsAhead; place++)
            {
                Prefetch(place, BlockLength);
            }
        }

        _place = 0;
        _position++;
        return true;
    }

    private void Prefetch(int near, int far)
    {
        if (far < _length)
        {
            Rows.Prefetch(_blockRows[far]);
        }

        if (near < _length)
        {
            Rows.PrefetchReferenced(_blockRows[near]);
        }
    }

    private bool Finish()
    {
        _isDone = true;
        _position = NotStarted;
        _length = 0;
        return false;
    }
}
