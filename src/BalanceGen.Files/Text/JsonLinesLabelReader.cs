using System.Runtime.InteropServices;
using BalanceGen.Counting;

namespace BalanceGen.Files;

/// <summary>Labels of JSON lines, by the scanner of the build-time counter.</summary>
internal sealed class JsonLinesLabelReader : LabelReader, ILabelSink
{
    private readonly Stream _stream;
    private readonly JsonLineScanner _scanner;
    private readonly LabelNumbers _numbers = new();
    private readonly List<int> _waiting = [];
    private readonly string _property;
    private int _taken;
    private bool _isAtEnd;

    public JsonLinesLabelReader(string path, LabelFileOptions options)
        : base(path)
    {
        _property = options.LabelColumn.Length > 0 ? options.LabelColumn : throw new LabelFileException(path, "JSON lines need the name of the label's property");
        _stream = FileStreams.OpenDecompressed(path);
        _scanner = new JsonLineScanner(_stream, new LabeledFile(path, _property, FieldDelimiter.Comma), this);
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
                _isAtEnd = !_scanner.TryRunOn();
            }
            catch (CountingException exception)
            {
                throw new LabelFileException(Path, exception.Message, exception.Line == 0 ? -1 : RowsRead + _waiting.Count, _property, exception.Line, exception);
            }
        }

        int count = Math.Min(numbers.Length, _waiting.Count - _taken);
        CollectionsMarshal.AsSpan(_waiting).Slice(_taken, count).CopyTo(numbers);
        _taken += count;
        return count;
    }

    private protected override void Dispose(bool disposing) => _stream.Dispose();
}
