namespace BalanceGen.Files;

/// <summary>The labels of a column file, group by group.</summary>
internal sealed class ColumnLabelReader : LabelReader
{
    private readonly ColumnFile _file;
    private readonly string _column;
    private readonly LabelNumbers _labels = new();
    private int[] _waiting = [];
    private int _taken;
    private int _count;
    private int _nextGroup;

    public ColumnLabelReader(string path, ColumnFile file, LabelFileOptions options)
        : base(path)
    {
        _file = file;
        try
        {
            _column = file.LabelColumnOf(options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<string> Labels => _labels.Labels;

    private protected override int ReadCore(Span<int> numbers)
    {
        while (_taken == _count && _nextGroup < _file.GroupCount)
        {
            _taken = 0;
            _count = checked((int)(_file.FirstRows[_nextGroup + 1] - _file.FirstRows[_nextGroup]));
            _waiting = _waiting.Length < _count ? new int[_count] : _waiting;
            _file.ReadLabels(_nextGroup++, _column, _labels, _waiting.AsSpan(0, _count));
        }

        int count = Math.Min(numbers.Length, _count - _taken);
        _waiting.AsSpan(_taken, count).CopyTo(numbers);
        _taken += count;
        return count;
    }

    private protected override void Dispose(bool disposing) => _file.Dispose();
}
