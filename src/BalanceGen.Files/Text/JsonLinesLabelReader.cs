namespace BalanceGen.Files;

/// <summary>Labels of JSON lines.</summary>
internal sealed class JsonLinesLabelReader : ScannedLabelReader
{
    private readonly Stream _stream;
    private readonly JsonLineScanner _scanner;

    public JsonLinesLabelReader(string path, LabelFileOptions options)
        : base(path, options.LabelColumn)
    {
        string property = options.LabelColumn.Length > 0 ? options.LabelColumn : throw new LabelFileException(path, "JSON lines need the name of the label's property");
        _stream = FileStreams.OpenDecompressed(path);
        _scanner = new JsonLineScanner(_stream, new LabeledFile(path, property, FieldDelimiter.Comma), this);
    }

    private protected override bool TryRunOn() => _scanner.TryRunOn();

    private protected override void Dispose(bool disposing) => _stream.Dispose();
}
