using System.Text;

namespace BalanceGen.Generators.CountFiles;

/// <summary>
/// Splits text into the records and fields of RFC 4180: a field in quotes may hold separators, line ends and doubled
/// quotes. Lines end with LF, CRLF or CR.
/// </summary>
internal sealed class DelimitedReader(string text, int start, char separator)
{
    private readonly List<DelimitedField> _fields = [];
    private readonly StringBuilder _quoted = new();
    private int _position = start;
    private int _lineStart = start;

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
        if (_position == text.Length)
        {
            return false;
        }

        while (ReadField() && Fault is null && _position < text.Length && text[_position] == separator)
        {
            _position++;
        }

        SkipLineEnd();
        return true;
    }

    // A line of nothing but separators and spaces is what spreadsheets write for an empty row, whichever the separator.
    private void SkipBlankLines()
    {
        while (_position < text.Length)
        {
            int end = _position;
            while (end < text.Length && text[end] is ' ' or '\t' or ',' or ';')
            {
                end++;
            }

            if (end < text.Length && text[end] is not ('\r' or '\n'))
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
        int first = _position;
        string? value = _position < text.Length && text[_position] == '"' ? ReadQuoted() : ReadUnquoted();
        if (value is null)
        {
            return false;
        }

        _fields.Add(new DelimitedField(value, line, column, first, _position));
        return true;
    }

    private string? ReadUnquoted()
    {
        int first = _position;
        while (_position < text.Length && text[_position] != separator && text[_position] is not ('\r' or '\n'))
        {
            if (text[_position] == '"')
            {
                FailOnStrayQuote(first);
                return null;
            }

            _position++;
        }

        return text.Substring(first, _position - first);
    }

    private string? ReadQuoted()
    {
        int first = _position;
        int line = Line;
        int column = Column;
        _quoted.Clear();
        _position++;
        while (_position < text.Length)
        {
            char character = text[_position];
            if (character != '"')
            {
                _quoted.Append(character);
                Step();
            }
            else if (_position + 1 < text.Length && text[_position + 1] == '"')
            {
                _quoted.Append('"');
                _position += 2;
            }
            else
            {
                _position++;
                if (_position < text.Length && text[_position] != separator && text[_position] is not ('\r' or '\n'))
                {
                    FailOnStrayQuote(first);
                    return null;
                }

                return _quoted.ToString();
            }
        }

        Fault = new ClassCountProblem(ClassCountProblemKind.UnterminatedQuote, line, column, Excerpt(first, text.Length));
        return null;
    }

    private void FailOnStrayQuote(int fieldStart)
    {
        int line = Line;
        int column = Column;
        while (_position < text.Length && text[_position] is not ('\r' or '\n'))
        {
            _position++;
        }

        Fault = new ClassCountProblem(ClassCountProblemKind.StrayQuote, line, column, Excerpt(fieldStart, _position));
    }

    // No excerpt is longer than this, and the text behind a missing quote may be the whole file.
    private string Excerpt(int first, int end) =>
        ClassCountProblem.Excerpt(text.Substring(first, Math.Min(end - first, 100)));

    private void SkipLineEnd()
    {
        if (_position < text.Length && text[_position] is '\r' or '\n')
        {
            bool isPair = text[_position] == '\r' && _position + 1 < text.Length && text[_position + 1] == '\n';
            _position += isPair ? 2 : 1;
            Line++;
            _lineStart = _position;
        }
    }

    /// <summary>Passes one character of a quoted field; a CRLF counts as one line end, at its LF.</summary>
    private void Step()
    {
        char character = text[_position++];
        bool endsLine = character == '\n' || (character == '\r' && (_position == text.Length || text[_position] != '\n'));
        if (endsLine)
        {
            Line++;
            _lineStart = _position;
        }
    }
}
