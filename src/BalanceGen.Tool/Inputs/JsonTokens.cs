using System.Text.Json;

namespace BalanceGen.Tool.Inputs;

/// <summary>The tokens of a JSON file of any length, in a buffer that only grows for one long token.</summary>
internal sealed class JsonTokens(Stream stream, string file) : IDisposable
{
    private byte[] _buffer = new byte[1 << 16];
    private int _filled;
    private int _consumed;
    private bool _isEnd;
    private JsonReaderState _state = new(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 });

    public JsonTokenType Type { get; private set; }

    /// <summary>The text of a property name or string, or the digits of a number.</summary>
    public string Text { get; private set; } = "";

    public int Depth { get; private set; }

    /// <summary>Reads the next token; false at the end.</summary>
    public bool Read(bool withText = true)
    {
        try
        {
            while (true)
            {
                var reader = new Utf8JsonReader(_buffer.AsSpan(_consumed, _filled - _consumed), _isEnd, _state);
                if (reader.Read())
                {
                    Type = reader.TokenType;
                    Depth = reader.CurrentDepth;
                    Text = withText && Type is JsonTokenType.PropertyName or JsonTokenType.String ? reader.GetString()!
                        : withText && Type == JsonTokenType.Number ? System.Text.Encoding.ASCII.GetString(reader.ValueSpan)
                        : "";
                    _consumed += (int)reader.BytesConsumed;
                    _state = reader.CurrentState;
                    return true;
                }

                _consumed += (int)reader.BytesConsumed;
                _state = reader.CurrentState;
                if (_isEnd)
                {
                    return false;
                }

                Refill();
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            var json = error as JsonException;
            throw new InputException("this is no valid JSON", file, (json?.LineNumber + 1) ?? 0, (json?.BytePositionInLine + 1) ?? 0, "look at the end of the file: is it whole?", error);
        }
    }

    /// <summary>Passes the value that comes next, or the rest of the value that has begun.</summary>
    public void Skip()
    {
        if (Type == JsonTokenType.PropertyName)
        {
            Read(withText: false);
        }

        if (Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            int depth = Depth;
            while (Read(withText: false) && Depth > depth)
            {
            }
        }
    }

    public void Dispose() => stream.Dispose();

    private void Refill()
    {
        _buffer.AsSpan(_consumed, _filled - _consumed).CopyTo(_buffer);
        _filled -= _consumed;
        _consumed = 0;
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        int read = stream.Read(_buffer, _filled, _buffer.Length - _filled);
        _filled += read;
        _isEnd = read == 0;
        if (_filled >= 3 && _state.Options.MaxDepth == 256 && Type == JsonTokenType.None && _buffer is [0xEF, 0xBB, 0xBF, ..])
        {
            _consumed = 3;
        }
    }
}
