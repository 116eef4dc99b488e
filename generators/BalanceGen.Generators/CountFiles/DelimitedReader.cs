using System.Text;

namespace BalanceGen.Generators.CountFiles;

/// <summary>
/// Splits text into the records and fields of RFC 4180: a field in quotes may hold separators, line ends and doubled
/// quotes. Lines end with LF, CRLF or CR.
/// </summary>
internal sealed class DelimitedReader
{
    private readonly string _text;
    private readonly char _separator;
    private readonly List<DelimitedField> _fields = [];
    private readonly StringBuilder _quoted = new();
    private int _position;
    private int _lineStart;

    public DelimitedReader(string text, int start, char separator)
    {
        _text = text;
        _position = start;
        _lineStart = start;
        _separator = separator;
    }

    /// <summary>1-based line of the next character.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The place where the next record begins, or the blank lines before it.</summary>
    public int Position => _position;

    /// <summary>The fields of the record read last, up to the fault if it has one.</summary>
    public IReadOnlyList<DelimitedField> Fields => _fields;

    /// <summary>
    /// Why the record read last is none (StrayQuote or UnterminatedQuote), or null. Reading goes on behind the line of a
    /// stray quote; after a missing quote there is no telling where, so nothing is left.
    /// </summary>
    public ClassCountProblem? Fault { get; private set; }

    private int Column => _position - _lineStart + 1;

    /// <summary>Reads the next record that is not blank. Returns false at the end of the text.</summary>
    public bool Read()
    {
        _fields.Clear();
        Fault = null;
        SkipBlankLines();
        if (_position == _text.Length)
        {
            return false;
        }

        while (ReadField() && Fault is null && _position < _text.Length && _text[_position] == _separator)
        {
            _position++;
        }

        SkipLineEnd();
        return true;
    }

    // A line of nothing but separators and spaces is what spreadsheets write for an empty row, whichever the separator.
    private void SkipBlankLines()
    {
        while (_position < _text.Length)
        {
            int end = _position;
            while (end < _text.Length && _text[end] is ' ' or '\t' or ',' or ';')
            {
                end++;
            }

            if (end < _text.Length && _text[end] is not ('\r' or '\n'))
            {
                return;
            }

            _position = end;
            SkipLineEnd();
        }
    }

    private bool ReadField()
    {
        int line = Line;
        int column = Column;
        int start = _position;
        string? value = _position < _text.Length && _text[_position] == '"' ? ReadQuoted() : ReadUnquoted();
        if (value is null)
        {
            return false;
        }

        _fields.Add(new DelimitedField(value, line, column, start, _position));
        return true;
    }

    private string? ReadUnquoted()
    {
        int start = _position;
        while (_position < _text.Length && _text[_position] != _separator && _text[_position] is not ('\r' or '\n'))
        {
            if (_text[_position] == '"')
            {
                FailOnStrayQuote(start);
                return null;
            }

            _position++;
        }

        return _text.Substring(start, _position - start);
    }

    private string? ReadQuoted()
    {
        int start = _position;
        int line = Line;
        int column = Column;
        _quoted.Clear();
        _position++;
        while (_position < _text.Length)
        {
            char character = _text[_position];
            if (character != '"')
            {
                _quoted.Append(character);
                Step();
            }
            else if (_position + 1 < _text.Length && _text[_position + 1] == '"')
            {
                _quoted.Append('"');
                _position += 2;
            }
            else
            {
                _position++;
                if (_position < _text.Length && _text[_position] != _separator && _text[_position] is not ('\r' or '\n'))
                {
                    FailOnStrayQuote(start);
                    return null;
                }

                return _quoted.ToString();
            }
        }

        Fault = new ClassCountProblem(ClassCountProblemKind.UnterminatedQuote, line, column, Excerpt(start, _text.Length));
        return null;
    }

    private void FailOnStrayQuote(int fieldStart)
    {
        int line = Line;
        int column = Column;
        while (_position < _text.Length && _text[_position] is not ('\r' or '\n'))
        {
            _position++;
        }

        Fault = new ClassCountProblem(ClassCountProblemKind.StrayQuote, line, column, Excerpt(fieldStart, _position));
    }

    // No excerpt is longer than this, and the text behind a missing quote may be the whole file.
    private string Excerpt(int start, int end) =>
        ClassCountProblem.Excerpt(_text.Substring(start, Math.Min(end - start, 100)));

    private void SkipLineEnd()
    {
        if (_position < _text.Length && _text[_position] is '\r' or '\n')
        {
            bool isPair = _text[_position] == '\r' && _position + 1 < _text.Length && _text[_position + 1] == '\n';
            _position += isPair ? 2 : 1;
            Line++;
            _lineStart = _position;
        }
    }

    /// <summary>Passes one character of a quoted field; a CRLF counts as one line end, at its LF.</summary>
    private void Step()
    {
        char character = _text[_position++];
        bool endsLine = character == '\n' || (character == '\r' && (_position == _text.Length || _text[_position] != '\n'));
        if (endsLine)
        {
            Line++;
            _lineStart = _position;
        }
    }
}
