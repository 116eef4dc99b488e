using System.Runtime.InteropServices;

namespace BalanceGen.Files;

/// <summary>Reads labels of text with a scanner of the build-time counter. The scanner hands over the labels of one window at a time.</summary>
internal abstract class ScannedLabelReader(string path, string column) : LabelReader(path), ILabelSink
{
    private readonly LabelNumbers _numbers = new();
    private readonly List<int> _waiting = [];
    private int _taken;
    private bool _isAtEnd;

    public sealed override IReadOnlyList<string> Labels => _numbers.Labels;

    public bool TryAdd(ReadOnlySpan<byte> label, long line)
    {
        _waiting.Add(_numbers.Of(label));
        return true;
    }

    /// <summary>Scans one more window. Returns false when the last row has been handed over.</summary>
    private protected abstract bool TryRunOn();

    private protected sealed override int ReadCore(Span<int> numbers)
    {
        while (_taken == _waiting.Count && !_isAtEnd)
        {
            _waiting.Clear();
            _taken = 0;
            try
            {
                _isAtEnd = !TryRunOn();
            }
            catch (CountingException exception)
            {
                throw Translated(exception);
            }
        }

        int count = Math.Min(numbers.Length, _waiting.Count - _taken);
        CollectionsMarshal.AsSpan(_waiting).Slice(_taken, count).CopyTo(numbers);
        _taken += count;
        return count;
    }

    private protected LabelFileException Translated(CountingException exception) =>
        new(Path, exception.Message, exception.Line == 0 ? -1 : RowsRead + _waiting.Count, column, exception.Line, exception);
}
