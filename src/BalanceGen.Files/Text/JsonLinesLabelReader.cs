using System.Text.Json;

namespace BalanceGen.Files;

/// <summary>Labels of JSON lines: a property of the outermost object of each line. Blank lines are no rows.</summary>
internal sealed class JsonLinesLabelReader : LabelReader
{
    private const int FirstWindow = 256 * 1024;
    private const int LongestLine = 64 * 1024 * 1024;

    private readonly Stream _stream;
    private readonly string _property;
    private readonly LabelNumbers _numbers = new();
    private byte[] _window = new byte[FirstWindow];
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private long _line;

    public JsonLinesLabelReader(string path, LabelFileOptions options)
        : base(path)
    {
        _property = options.LabelColumn.Length > 0 ? options.LabelColumn : throw new LabelFileException(path, "JSON lines need the name of the label's property");
        _stream = FileStreams.OpenDecompressed(path);
    }

    public override IReadOnlyList<string> Labels => _numbers.Labels;

    private protected override int ReadCore(Span<int> numbers)
    {
        int read = 0;
        while (read < numbers.Length && TryReadLine(out ReadOnlySpan<byte> line))
        {
            _line++;
            if (_line == 1 && line.StartsWith("\uFEFF"u8))
            {
                line = line[3..];
            }

            if (line.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                numbers[read] = NumberOf(line, RowsRead + read);
                read++;
            }
        }

        return read;
    }

    private protected override void Dispose(bool disposing) => _stream.Dispose();

    private bool TryReadLine(out ReadOnlySpan<byte> line)
    {
        int searched = 0;
        while (true)
        {
            int end = _window.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                line = _window.AsSpan(_start, searched + end);
                _start += searched + end + 1;
                return true;
            }

            searched = _end - _start;
            if (_isAtEnd)
            {
                line = _window.AsSpan(_start, searched);
                _start = _end;
                return searched > 0;
            }

            ReadMore();
        }
    }

    private void ReadMore()
    {
        if (_start > 0)
        {
            _window.AsSpan(_start, _end - _start).CopyTo(_window);
            _end -= _start;
            _start = 0;
        }
        else if (_end == _window.Length)
        {
            if (_window.Length >= LongestLine)
            {
                throw new LabelFileException(Path, $"a line is longer than {LongestLine} bytes", RowsRead, _property, _line + 1);
            }

            Array.Resize(ref _window, 2 * _window.Length);
        }

        int read = _stream.Read(_window, _end, _window.Length - _end);
        _isAtEnd = read == 0;
        _end += read;
    }

    private int NumberOf(ReadOnlySpan<byte> line, long row)
    {
        int number = -1;
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                throw Wrong("the line is no JSON object", row);
            }

            // All of the line is read: a torn one is an error wherever the label stands.
            while (json.Read())
            {
                if (json.CurrentDepth == 1 && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals(_property))
                {
                    json.Read();
                    number = number < 0 ? Value(ref json, row) : throw Wrong("the object has the property twice", row);
                }
            }
        }
        catch (JsonException exception)
        {
            throw new LabelFileException(Path, $"the line is no JSON ({OneLine(exception)})", row, _property, _line, exception);
        }

        return number >= 0 ? number : throw Wrong("the object has no such property", row);
    }

    private int Value(ref Utf8JsonReader json, long row) => json.TokenType switch
    {
        JsonTokenType.String when json.ValueIsEscaped => _numbers.Of(NotEmpty(json.GetString()!, row)),
        JsonTokenType.String when json.ValueSpan.IsEmpty => throw Wrong("the label is empty", row),
        JsonTokenType.String => _numbers.Of(json.ValueSpan),
        JsonTokenType.Number when json.TryGetInt64(out long value) => _numbers.Of(value),
        JsonTokenType.Number => _numbers.Of(json.ValueSpan),
        JsonTokenType.True => _numbers.Of("true"),
        JsonTokenType.False => _numbers.Of("false"),
        JsonTokenType.Null => throw Wrong("the label is null", row),
        _ => throw Wrong("the label is neither text, number nor truth value", row),
    };

    private string NotEmpty(string label, long row) => label.Length > 0 ? label : throw Wrong("the label is empty", row);

    private LabelFileException Wrong(string what, long row) => new(Path, what, row, _property, _line);
}
