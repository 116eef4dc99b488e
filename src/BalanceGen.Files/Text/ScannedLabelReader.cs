using System.Runtime.InteropServices;

namespace BalanceGen.Files;

/// <summary>Reads labels of text with a scanner of the build-time counter. The scanner hands over the labels of one window at a time.</summary>
internal sealed class ScannedLabelReader : LabelReader, ILabelSink
{
    // Large enough that a read costs nothing beside its bytes, small enough to stay in the processor's cache.
    private const int WindowSize = 256 * 1024;

    private readonly string _column;
    private readonly Stream _stream;
    private readonly Func<bool> _tryRunOn;
    private readonly LabelNumbers _numbers = new();
    private readonly List<int> _waiting = [];
    private int _taken;
    private bool _isAtEnd;

    /// <param name="path">The file.</param>
    /// <param name="column">The column as the options name it, for errors.</param>
    /// <param name="scannerOf">Opens the file, and makes a function that scans one more window. It returns false when the last row has been handed over.</param>
    private ScannedLabelReader(string path, string column, Func<ILabelSink, (Stream File, Func<bool> TryRunOn)> scannerOf)
        : base(path)
    {
        _column = column;
        try
        {
            (_stream, _tryRunOn) = scannerOf(this);
        }
        catch (CountingException exception)
        {
            throw Translated(exception);
        }
    }

    public override IReadOnlyList<string> Labels => _numbers.Labels;

    /// <summary>The labels of delimited text.</summary>
    public static ScannedLabelReader OfDelimited(string path, LabelFileOptions options) => new(path, options.LabelColumn, labels =>
    {
        bool isTabs = path.Contains(".tsv", StringComparison.OrdinalIgnoreCase) || path.Contains(".tab", StringComparison.OrdinalIgnoreCase);
        FieldDelimiter delimiter = FieldDelimiter.Parse(options.Delimiter.Length > 0 ? options.Delimiter : isTabs ? "tab" : "comma");
        var file = new LabeledFile(path, options.LabelColumn.Length == 0 ? "0" : options.LabelColumn, delimiter, options.HasHeader, options.Quoting);
        Stream stream = FileStreams.OpenDecompressed(path);
        var scanner = new RowScanner(new ByteWindow(stream, WindowSize), file, labels);
        return (stream, () => scanner.TryRunOn(WindowSize / 2));
    });

    /// <summary>The labels of JSON lines.</summary>
    public static ScannedLabelReader OfJsonLines(string path, LabelFileOptions options) => new(path, options.LabelColumn, labels =>
    {
        string property = options.LabelColumn.Length > 0 ? options.LabelColumn : throw new LabelFileException(path, "JSON lines need the name of the label's property");
        Stream stream = FileStreams.OpenDecompressed(path);
        return (stream, new JsonLineScanner(stream, new LabeledFile(path, property, FieldDelimiter.Comma), labels).TryRunOn);
    });

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
                _isAtEnd = !_tryRunOn();
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

    private protected override void Dispose(bool disposing) => _stream.Dispose();

    private LabelFileException Translated(CountingException exception) =>
        new(Path, exception.Message, exception.Line == 0 ? -1 : RowsRead + _waiting.Count, _column, exception.Line, exception);
}
