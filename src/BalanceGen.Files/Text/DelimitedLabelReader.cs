using BalanceGen.Counting;

namespace BalanceGen.Files;

/// <summary>Labels of delimited text, by the scanner of the build-time counter.</summary>
internal sealed class DelimitedLabelReader : LabelReader, ILabelSink
{
    // Large enough that a read costs nothing beside its bytes, small enough to stay in the processor's cache.
    private const int WindowSize = 256 * 1024;

    private readonly Stream _stream;
    private readonly RowScanner _scanner;
    private readonly LabelNumbers _numbers = new();
    private readonly List<int> _waiting = [];
    private readonly string _column;
    private int _taken;
    private bool _isAtEnd;

    public DelimitedLabelReader(string path, LabelFileOptions options)
        : base(path)
    {
        _column = options.LabelColumn;
        bool isTabs = options.Delimiter.Length == 0 && (path.Contains(".tsv", StringComparison.OrdinalIgnoreCase) || path.Contains(".tab", StringComparison.OrdinalIgnoreCase));
        try
        {
            FieldDelimiter delimiter = FieldDelimiter.Parse(isTabs ? "tab" : options.Delimiter.Length == 0 ? "comma" : options.Delimiter);
            var file = new LabeledFile(path, _column.Length == 0 ? "0" : _column, delimiter, options.HasHeader, options.Quoting);
            _stream = FileStreams.OpenDecompressed(path);
            _scanner = new RowScanner(new ByteWindow(_stream, WindowSize), file, this);
        }
        catch (CountingException exception)
        {
            throw Translated(exception);
        }
    }

    public override IReadOnlyList<string> Labels => _numbers.Labels;

    public bool TryAdd(ReadOnlySpan<byte> label, long line)
    {
        _waiting.Add(_numbers.Of(label));
        return true;
    }

    private protected override int ReadCore(Span<int> numbers)
    {
        while (_taken == _waiting.Count && !_isAtEnd)
        {
            _waiting.Clear();
            _taken = 0;
            try
            {
                _isAtEnd = !_scanner.TryRunOn(WindowSize / 2);
            }
            catch (CountingException exception)
            {
                throw Translated(exception);
            }
        }

        int count = Math.Min(numbers.Length, _waiting.Count - _taken);
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_waiting).Slice(_taken, count).CopyTo(numbers);
        _taken += count;
        return count;
    }

    private protected override void Dispose(bool disposing) => _stream.Dispose();

    private LabelFileException Translated(CountingException exception) =>
        new(Path, exception.Message, exception.Line == 0 ? -1 : RowsRead + _waiting.Count - _taken, _column, exception.Line, exception);
}
