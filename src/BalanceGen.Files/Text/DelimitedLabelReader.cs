namespace BalanceGen.Files;

/// <summary>Labels of delimited text.</summary>
internal sealed class DelimitedLabelReader : ScannedLabelReader
{
    // Large enough that a read costs nothing beside its bytes, small enough to stay in the processor's cache.
    private const int WindowSize = 256 * 1024;

    private readonly Stream _stream;
    private readonly RowScanner _scanner;

    public DelimitedLabelReader(string path, LabelFileOptions options)
        : base(path, options.LabelColumn)
    {
        bool isTabs = options.Delimiter.Length == 0 && (path.Contains(".tsv", StringComparison.OrdinalIgnoreCase) || path.Contains(".tab", StringComparison.OrdinalIgnoreCase));
        try
        {
            FieldDelimiter delimiter = FieldDelimiter.Parse(isTabs ? "tab" : options.Delimiter.Length == 0 ? "comma" : options.Delimiter);
            var file = new LabeledFile(path, options.LabelColumn.Length == 0 ? "0" : options.LabelColumn, delimiter, options.HasHeader, options.Quoting);
            _stream = FileStreams.OpenDecompressed(path);
            _scanner = new RowScanner(new ByteWindow(_stream, WindowSize), file, this);
        }
        catch (CountingException exception)
        {
            throw Translated(exception);
        }
    }

    private protected override bool TryRunOn() => _scanner.TryRunOn(WindowSize / 2);

    private protected override void Dispose(bool disposing) => _stream.Dispose();
}
