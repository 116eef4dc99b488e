using System.Text.Json;

namespace BalanceGen.Counting;

/// <summary>Goes over JSON lines and hands the label of each to its receiver. The label is a property of the outermost object. Blank lines are not rows.</summary>
internal sealed class JsonLineScanner(Stream stream, LabeledFile file, ILabelSink labels)
{
    /// <summary>The longest label, in bytes. It is the same as for delimited text.</summary>
    private const int LongestLabel = 128 * 1024;

    private readonly LineWindow _lines = new(stream);
    private readonly string _property = file.LabelColumn;
    private readonly LabelSplitter? _splitter = file.LabelSeparator is { } separator ? new LabelSplitter(separator) : null;
    private readonly List<byte[]> _several = [];

    /// <summary>The number of rows that were handed over.</summary>
    public long RowCount { get; private set; }

    /// <summary>Scans the lines that are in memory, or reads more if there are none. Returns false after the last row.</summary>
    public bool TryRunOn()
    {
        bool isAny = false;
        while (_lines.TryRead(mayRead: !isAny, out ReadOnlySpan<byte> line))
        {
            isAny = true;
            if (_lines.Line == 1 && line.StartsWith("\uFEFF"u8))
            {
                line = line[3..];
            }

            if (line.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                Pass(line);
                RowCount++;
            }
        }

        return isAny;
    }

    private void Pass(ReadOnlySpan<byte> line)
    {
        if (ByteWindow.ValidLength(line) is var valid && valid < line.Length)
        {
            throw Error(CountingErrorId.NotUtf8, line, valid, $"the byte 0x{line[valid]:X2} is not UTF-8 text; save the file as UTF-8");
        }

        var json = new Utf8JsonReader(line);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                string what = json.TokenType == JsonTokenType.StartArray ? "an array" : "a value";
                throw Error(CountingErrorId.MalformedRow, line, (int)json.TokenStartIndex, $"the line is {what}, and no JSON object; write one object a line");
            }

            // The whole line is read before a label is taken. So a torn line is an error, wherever the label is.
            bool isFound = false;
            bool isText = false;
            bool isArray = false;
            ReadOnlySpan<byte> label = default;
            int place = 0;
            _several.Clear();
            while (json.Read())
            {
                if (json.CurrentDepth == 1 && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals(_property))
                {
                    if (isFound)
                    {
                        throw Error(CountingErrorId.MalformedRow, line, (int)json.TokenStartIndex, $"the object has the property '{_property}' twice; keep one");
                    }

                    json.Read();
                    isFound = true;
                    place = (int)json.TokenStartIndex;
                    isArray = json.TokenType == JsonTokenType.StartArray;
                    isText = json.TokenType == JsonTokenType.String;
                    if (isArray)
                    {
                        ReadArray(line, ref json);
                    }
                    else
                    {
                        label = Value(line, ref json);
                    }
                }
            }

            if (!isFound)
            {
                throw NoProperty(line);
            }

            if (isArray)
            {
                AddAll(line, place);
            }
            else
            {
                Add(line, place, label, mayBeSeveral: isText);
            }
        }
        catch (JsonException exception)
        {
            int place = (int)Math.Min(exception.BytePositionInLine ?? 0, line.Length);
            throw Error(CountingErrorId.MalformedRow, line, place, $"the line is no JSON object ({Reason(exception)}); write one object a line");
        }
    }

    private void ReadArray(ReadOnlySpan<byte> line, scoped ref Utf8JsonReader json)
    {
        if (_splitter is null)
        {
            throw Error(
                CountingErrorId.NoClassLabel, line, (int)json.TokenStartIndex,
                $"'{_property}' is an array; set LabelSeparator (to any character) if a row has several labels, or name the property of the one label");
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            _several.Add(Value(line, ref json).ToArray());
        }
    }

    /// <summary>Hands over the labels of an array. Each label counts once in a row, even if the array has it several times.</summary>
    private void AddAll(ReadOnlySpan<byte> line, int place)
    {
        for (int index = 0; index < _several.Count; index++)
        {
            byte[] label = _several[index];
            if (_several.FindIndex(other => other.AsSpan().SequenceEqual(label)) == index)
            {
                AddOne(line, place, label);
            }
        }
    }

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, scoped ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String when json.ValueIsEscaped => Unescaped(line, ref json),
        JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => json.ValueSpan,
        JsonTokenType.Null => throw Error(CountingErrorId.EmptyLabel, line, (int)json.TokenStartIndex, "the label is null; label the row or remove it"),
        _ => throw Error(CountingErrorId.NoClassLabel, line, (int)json.TokenStartIndex, $"'{_property}' is neither text, number nor truth value; is LabelColumn the label?"),
    };

    /// <summary>Reads a text. JSON can escape half of a surrogate pair, which is not text.</summary>
    private byte[] Unescaped(ReadOnlySpan<byte> line, scoped ref Utf8JsonReader json)
    {
        try
        {
            return Encoding.UTF8.GetBytes(json.GetString()!);
        }
        catch (InvalidOperationException)
        {
            throw Error(CountingErrorId.NotUtf8, line, (int)json.TokenStartIndex, "the label has half of a surrogate pair, which is no text");
        }
    }

    private void Add(ReadOnlySpan<byte> line, int place, ReadOnlySpan<byte> label, bool mayBeSeveral)
    {
        if (mayBeSeveral && _splitter is not null)
        {
            foreach (Range part in _splitter.Split(label))
            {
                AddOne(line, place, label[part]);
            }

            return;
        }

        AddOne(line, place, label);
    }

    private void AddOne(ReadOnlySpan<byte> line, int place, ReadOnlySpan<byte> label)
    {
        if (label.IsEmpty)
        {
            throw Error(CountingErrorId.EmptyLabel, line, place, "the label is empty; label the row or remove it");
        }

        if (label.Length > LongestLabel)
        {
            throw Error(CountingErrorId.NoClassLabel, line, place, $"a label is longer than {LongestLabel} bytes; is LabelColumn the label?");
        }

        if (!labels.TryAdd(label, _lines.Line))
        {
            throw Error(CountingErrorId.NoClassLabel, line, place, ILabelSink.TooManyLabels);
        }
    }

    private CountingException NoProperty(ReadOnlySpan<byte> line)
    {
        if (RowCount > 0)
        {
            return Error(CountingErrorId.EmptyLabel, line, 0, $"the object has no such property ('{_property}'); label the row or remove it");
        }

        var names = new List<string>();
        var json = new Utf8JsonReader(line);
        while (json.Read())
        {
            if (json.CurrentDepth == 1 && json.TokenType == JsonTokenType.PropertyName)
            {
                names.Add(Encoding.UTF8.GetString(json.ValueSpan));
            }
        }

        return Error(CountingErrorId.InvalidLabeledData, line, 0, $"the object has no such property ('{_property}'); its properties are: {LabelColumn.Shown(names)}");
    }

    private CountingException Error(string id, ReadOnlySpan<byte> line, int place, string message)
    {
        int whole = Math.Min(place, line.Length);
        return new CountingException(id, message, _lines.Line, Encoding.UTF8.GetCharCount(line[..whole]) + 1);
    }

    /// <summary>The message of the JSON reader without its place, because that counts lines from 0 and columns in bytes.</summary>
    private static string Reason(JsonException exception)
    {
        string text = exception.Message.ReplaceLineEndings(" ");
        int place = text.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? text : text[..place]).TrimEnd('.', ' ');
    }
}
