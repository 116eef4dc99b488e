namespace BalanceGen.TorchSharp;

/// <summary>
/// The rows of several batches, drawn at once. An enumerator of <see cref="Batches{T}"/> lives on the stack and cannot be kept from one
/// batch to the next. A new one for each batch would draw its rows many times over.
/// </summary>
internal sealed class DrawnGroup<T>(Batches<T> batches, bool withContexts) : DrawnBatches<T>
{
    private const int DrawsAtOnce = 1024;

    private readonly T[] _rows = new T[RowsAtOnce(batches)];
    private readonly long[] _rowNumbers = new long[RowsAtOnce(batches)];
    private readonly int[] _classIndices = new int[RowsAtOnce(batches)];
    private readonly DrawContext[] _contexts = new DrawContext[withContexts ? RowsAtOnce(batches) : 0];
    private readonly SamplerState[] _states = new SamplerState[BatchesAtOnce(batches)];
    private readonly int[] _ends = new int[BatchesAtOnce(batches)];
    private Batches<T> _rest = batches;
    private long _left = batches.Count;
    private int _batch = -1;
    private int _filled;

    public override long TotalRows { get; } = batches.RowCount;

    public override long Epoch { get; } = batches.EpochNumber;

    public override ReadOnlySpan<T> Rows => _rows.AsSpan(Start, Count);

    public override ReadOnlySpan<long> RowNumbers => _rowNumbers.AsSpan(Start, Count);

    public override ReadOnlySpan<int> ClassIndices => _classIndices.AsSpan(Start, Count);

    public override SamplerState State => _states[_batch];

    private int Start => _batch == 0 ? 0 : _ends[_batch - 1];

    private int Count => _ends[_batch] - Start;

    public override DrawContext ContextAt(int place) => _contexts.Length == 0 ? default : _contexts[Start + place];

    public override bool MoveNext() => ++_batch < _filled || Refill();

    private static int BatchesAtOnce(Batches<T> batches) => Math.Max(1, DrawsAtOnce / batches.BatchSize);

    private static int RowsAtOnce(Batches<T> batches) => checked((int)Math.Min(batches.Count, BatchesAtOnce(batches)) * batches.BatchSize);

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
            if (_filled == _ends.Length || _filled == _left)
            {
                break;
            }
        }

        _left -= _filled;
        return true;
    }
}
