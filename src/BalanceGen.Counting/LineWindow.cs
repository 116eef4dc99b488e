namespace BalanceGen.Counting;

/// <summary>Reads the lines of a stream. Only a window of it is in memory, which grows with the longest line.</summary>
internal sealed class LineWindow(Stream stream)
{
    private const int FirstWindow = 256 * 1024;
    private const int LongestLine = 64 * 1024 * 1024;

    private byte[] _window = new byte[FirstWindow];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>The number of the line that was read last, from 1 on.</summary>
    public long Line { get; private set; }

    /// <summary>
    /// Gets the next line, without its end. It stays valid until the next call. Returns false after the last line. Also returns false if no whole line is in memory and
    /// nothing may be read.
    /// </summary>
    public bool TryRead(bool mayRead, out ReadOnlySpan<byte> line)
    {
        int searched = 0;
        while (true)
        {
            int end = _window.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                line = _window.AsSpan(_start, searched + end);
                _start += searched + end + 1;
                Line++;
                return true;
            }

            searched = _end - _start;
            if (_isAtEnd)
            {
                line = _window.AsSpan(_start, searched);
                _start = _end;
                Line += searched > 0 ? 1 : 0;
                return searched > 0;
            }

            if (!mayRead)
            {
                line = default;
                return false;
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
                throw new CountingException(CountingErrorId.MalformedRow, $"the line is longer than {LongestLine} bytes; is this one JSON object a line?", Line + 1, column: 1);
            }

            Array.Resize(ref _window, 2 * _window.Length);
        }

        int read = stream.Read(_window, _end, _window.Length - _end);
        _isAtEnd = read == 0;
        _end += read;
    }
}
