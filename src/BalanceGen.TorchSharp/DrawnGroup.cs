namespace BalanceGen.TorchSharp;

/// <summary>
/// The rows of several batches, drawn at once. An enumerator of <see cref="Batches{T}"/> lives on the stack and cannot be kept from one
/// batch to the next. A new one for each batch would draw its rows many times over.
/// </summary>
internal sealed class DrawnGroup<T> : DrawnBatches<T>
{
    private const int DrawsAtOnce = 1024;

    private readonly int _batchesAtOnce;
    private readonly T[] _rows;
    private readonly long[] _rowNumbers;
    private readonly int[] _classIndices;
    private readonly DrawContext[] _contexts;
    private readonly SamplerState[] _states;
    private readonly int[] _ends;
    private Batches<T> _rest;
    private long _left;
    private int _batch = -1;
    private int _filled;

    public DrawnGroup(Batches<T> batches, bool withContexts)
    {
        _rest = batches;
        _left = batches.Count;
        _batchesAtOnce = Math.Max(1, DrawsAtOnce / batches.BatchSize);
        int length = checked((int)Math.Min(_left, _batchesAtOnce) * batches.BatchSize);
        _rows = new T[length];
        _rowNumbers = new long[length];
        _classIndices = new int[length];
        _contexts = withContexts ? new DrawContext[length] : [];
        _states = new SamplerState[_batchesAtOnce];
        _ends = new int[_batchesAtOnce];
        Epoch = batches.EpochNumber;
        TotalRows = batches.RowCount;
    }

    public override long TotalRows { get; }

    public override long Epoch { get; }

    public override ReadOnlySpan<T> Rows => _rows.AsSpan(Start, Count);

    public override ReadOnlySpan<long> RowNumbers => _rowNumbers.AsSpan(Start, Count);

    public override ReadOnlySpan<int> ClassIndices => _classIndices.AsSpan(Start, Count);

    public override SamplerState State => _states[_batch];

    private int Start => _batch == 0 ? 0 : _ends[_batch - 1];

    private int Count => _ends[_batch] - Start;

    public override DrawContext ContextAt(int place) => _contexts.Length == 0 ? default : _contexts[Start + place];

    public override bool MoveNext() => ++_batch < _filled || Refill();

    private bool Refill()
    {
        if (_left == 0)
        {
            // A further call must not look behind the end.
            _batch = _filled;
            return false;
        }

        if (_filled > 0)
        {
            _rest = _rest.ResumeFrom(_states[_filled - 1]);
        }

        int end = 0;
        _batch = 0;
        _filled = 0;
        foreach (Batch<T> batch in _rest)
        {
            for (int place = 0; place < batch.Count; place++)
            {
                _rows[end + place] = batch[place];
                _rowNumbers[end + place] = batch.RowNumbers[place];
            }

            batch.CopyClassIndices(_classIndices.AsSpan(end, batch.Count));
            if (_contexts.Length > 0)
            {
                batch.CopyContexts(_contexts.AsSpan(end, batch.Count));
            }

            end += batch.Count;
            _ends[_filled] = end;
            _states[_filled++] = batch.State;
            if (_filled == _batchesAtOnce || _filled == _left)
            {
                break;
            }
        }

        _left -= _filled;
        return true;
    }
}
