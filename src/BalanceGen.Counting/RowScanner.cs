using System.Numerics;

namespace BalanceGen.Counting;

/// <summary>
/// Goes over rows from one delimiter, line end or quote to the next, and hands each label to its receiver. Every row must have as many fields as the first. Quotes must
/// be where RFC 4180 allows them.
/// </summary>
internal sealed partial class RowScanner(ByteWindow window, LabeledFile file, ILabelSink labels)
{
    private readonly ByteWindow _window = window;
    private readonly RowLabels _labels = new(file, labels);
    private readonly LabelColumn _column = new(file);
    private readonly SpecialBytes _special = new(file);
    private readonly bool _isRun = file.Delimiter.IsWhitespaceRun;
    private readonly bool _isQuoting = file.Quoting;
    private readonly byte _quote = file.Quote;

    private TextPosition _position = new();
    private int _secondOfLineEnd = -1;
    private CurrentField _field;
    private int _fieldIndex;

    // Known from the first row on; the index of the label also without a header.
    private bool _isHeader = file.HasHeader;
    private int _fieldCount = -1;
    private int _labelIndex = file.HasHeader ? -1 : new LabelColumn(file).IndexWithoutHeader();

    private int _scanned;
    private int _dropped;
    private bool _isStarted;

    /// <summary>The number of rows, without the header.</summary>
    public long RowCount { get; private set; }

    /// <summary>The field of the label's column in the first line, if that line was taken as the header only by default. It may be a row.</summary>
    public string? UncertainHeader => _column.UncertainName(_labelIndex);

    /// <summary>The line of the first row.</summary>
    public long HeaderLine { get; private set; }

    private ReadOnlySpan<byte> Text => _window.Buffer;

    /// <summary>Scans the whole stream of the window.</summary>
    public void Run(int longestLabel)
    {
        while (TryRunOn(longestLabel))
        {
        }
    }

    /// <summary>Scans one more window. Returns false when the last row has been scanned.</summary>
    public bool TryRunOn(int longestLabel)
    {
        if (!_window.Slide(_dropped))
        {
            End();
            return false;
        }

        if (!_isStarted)
        {
            _window.SkipByteOrderMark();
            _isStarted = true;
        }

        Scan(_scanned, _window.End);
        ThrowIfTextEndsWrongly();

        // Only a field whose text is needed must stay in the window. The beginning of any other field may leave it.
        bool isNeeded = _isHeader || _fieldIndex == _labelIndex;
        _dropped = isNeeded ? _field.Start : _window.End;
        _scanned = _window.End - _dropped;
        if (_scanned > longestLabel)
        {
            string what = _isHeader ? "a column name" : "a label";
            string question = _field.State == FieldState.Quoted ? "is a closing quote missing?" : "is LabelColumn the label?";
            throw FieldError(CountingErrorId.NoClassLabel, $"{what} is longer than {longestLabel} bytes; {question}");
        }

        _position.Drop(Text, _dropped);
        _field.Drop(Text, _dropped);
        _secondOfLineEnd = Math.Max(_secondOfLineEnd - _dropped, -2);
        return true;
    }

    private void End()
    {
        if (_field.State == FieldState.Quoted)
        {
            throw FieldError(CountingErrorId.MalformedRow, "the quote that opens here is never closed");
        }

        EndRow(_scanned);
        _scanned = 0;
    }

    private void ThrowIfTextEndsWrongly()
    {
        if (_field.State == FieldState.Closed && _field.ClosingQuote + 1 < _window.End)
        {
            throw StrayTextBehindQuote();
        }

        if (_window.EndsAtInvalidByte)
        {
            throw Error(CountingErrorId.NotUtf8, _window.End, $"the byte 0x{Text[_window.End]:X2} is not UTF-8 text; save the file as UTF-8");
        }
    }

    private void Scan(int start, int end)
    {
        for (int block = start; block < end; block += SpecialBytes.BlockLength)
        {
            uint places = _special.Find(_window.Buffer, block, end, out uint delimiters);
            while (places != 0)
            {
                if (_field.State == FieldState.Bare && !_isRun)
                {
                    places = PassUnneededFields(block, places, delimiters);
                }

                if (places != 0)
                {
                    Pass(block + BitOperations.TrailingZeroCount(places));
                    places &= places - 1;
                }
            }
        }
    }

    /// <summary>
    /// Skips the delimiters of this block that end fields of which only the number matters, up to the first quote or line end. Returns the places that are left.
    /// </summary>
    private uint PassUnneededFields(int block, uint places, uint delimiters)
    {
        uint others = places & ~delimiters;
        uint delimitersFirst = places & ((others & (~others + 1)) - 1);
        int allowed = _fieldIndex < _labelIndex ? _labelIndex - _fieldIndex
            : _fieldIndex > _labelIndex ? _fieldCount - _fieldIndex
            : 0;
        int passed = Math.Min(BitOperations.PopCount(delimitersFirst), allowed);
        if (_isHeader || passed <= 0)
        {
            return places;
        }

        uint last = places;
        for (int skipped = 1; skipped < passed; skipped++)
        {
            last &= last - 1;
        }

        _fieldIndex += passed;
        _field.Start = block + BitOperations.TrailingZeroCount(last) + 1;
        return last & (last - 1);
    }

    private void Pass(int place)
    {
        byte special = _window.Buffer[place];
        if (_field.State != FieldState.Bare && PassInQuotes(place, special))
        {
            return;
        }

        if (special is (byte)'\n' or (byte)'\r')
        {
            PassLineEnd(place, special);
        }
        else if (special == _quote && _isQuoting)
        {
            OpenQuote(place);
        }
        else
        {
            EndField(place);
        }
    }

    private void PassLineEnd(int place, byte special)
    {
        if (place != _secondOfLineEnd || special != (byte)'\n')
        {
            EndRow(place);
        }

        _field.Start = place + 1;
        CountLine(place, special);
    }

    private void CountLine(int place, byte special)
    {
        if (place == _secondOfLineEnd && special == (byte)'\n')
        {
            _position.Skip(place + 1);
            return;
        }

        _position.NextLine(place + 1);
        _secondOfLineEnd = special == (byte)'\r' ? place + 1 : -1;
    }

    private void EndField(int end)
    {
        if (_isRun && _field.State == FieldState.Bare && end == _field.Start)
        {
            _field.Start = end + 1;
            return;
        }

        if (_fieldIndex == _fieldCount)
        {
            throw FieldError(
                CountingErrorId.MalformedRow,
                string.Create(CultureInfo.InvariantCulture, $"the row has more than the {_fieldCount} fields of the first row; is a delimiter inside a field not quoted? Where apostrophes quote, set Quoting=\"single\""));
        }

        if (_isHeader)
        {
            _column.AddName(Encoding.UTF8.GetString(_field.TextIn(Text, end, _quote)));
        }
        else if (_fieldIndex == _labelIndex)
        {
            long line = _field.State == FieldState.Bare ? _position.Line : _field.OpeningLine;
            if (_labels.Add(_field.TextIn(Text, end, _quote), line) is { } refusal)
            {
                throw FieldError(refusal.Id, refusal.Message);
            }
        }

        _fieldIndex++;
        _field.Begin(end + 1);
    }

    private void EndRow(int end)
    {
        bool isBlankSoFar = _field.State == FieldState.Bare && end == _field.Start;
        if (isBlankSoFar && _fieldIndex == 0)
        {
            return;
        }

        EndField(end);
        if (_fieldCount < 0)
        {
            _fieldCount = _fieldIndex;
            _labelIndex = _column.IndexIn(_fieldCount);
            HeaderLine = _position.Line;
        }
        else if (_fieldIndex < _fieldCount)
        {
            throw Error(
                CountingErrorId.MalformedRow,
                end,
                string.Create(CultureInfo.InvariantCulture, $"the row ends after {_fieldIndex} of {_fieldCount} fields"));
        }

        RowCount += _isHeader ? 0 : 1;
        _isHeader = false;
        _fieldIndex = 0;
    }

    private CountingException FieldError(string id, string message) => _field.Error(id, Text, _position, message);

    private CountingException Error(string id, int place, string message) =>
        new(id, message, _position.Line, _position.ColumnOf(Text, place));
}
