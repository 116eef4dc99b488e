namespace BalanceGen.TorchSharp;

/// <summary>The batches of a source that is no array, such as files.</summary>
internal sealed class DrawnSource<T>(IBatchSource<T> source) : DrawnBatches<T>
{
    private readonly T[] _rows = new T[(int)Math.Min(source.BatchSize, source.EndDraw - source.FirstDraw)];
    private readonly long[] _rowNumbers = new long[(int)Math.Min(source.BatchSize, source.EndDraw - source.FirstDraw)];
    private readonly int[] _classIndices = new int[(int)Math.Min(source.BatchSize, source.EndDraw - source.FirstDraw)];
    private long _firstDraw = source.FirstDraw;
    private int _count;

    public override long TotalRows => source.EndDraw - source.FirstDraw;

    public override long Epoch => source.EpochOf(_firstDraw);

    public override ReadOnlySpan<T> Rows => _rows.AsSpan(0, _count);

    public override ReadOnlySpan<long> RowNumbers => _rowNumbers.AsSpan(0, _count);

    public override ReadOnlySpan<int> ClassIndices => _classIndices.AsSpan(0, _count);

    public override SamplerState State => source.StateAt(_firstDraw + _count);

    public override DrawContext ContextAt(int place) => default;

    public override bool MoveNext()
    {
        _firstDraw += _count;
        _count = (int)Math.Min(_rows.Length, source.EndDraw - _firstDraw);
        if (_count == 0)
        {
            return false;
        }

        source.Fill(_firstDraw, _rows.AsSpan(0, _count), _rowNumbers.AsSpan(0, _count), _classIndices.AsSpan(0, _count));
        return true;
    }
}
