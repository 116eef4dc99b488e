namespace BalanceGen.Counting;

/// <summary>The field that is being read.</summary>
internal struct CurrentField
{
    private OpeningQuote _openingQuote;
    private bool _hasDoubledQuotes;

    public FieldState State { get; private set; }

    /// <summary>The place of its first byte in the window. Negative once that byte has left the window.</summary>
    public int Start { get; set; }

    /// <summary>The place of the quote that closes it, if it is closed.</summary>
    public int ClosingQuote { get; private set; }

    /// <summary>The line on which it begins, if it is quoted.</summary>
    public readonly long OpeningLine => _openingQuote.Line;

    public void Begin(int start)
    {
        Start = start;
        State = FieldState.Bare;
        _hasDoubledQuotes = false;
    }

    public void Open(TextPosition position)
    {
        State = FieldState.Quoted;
        _openingQuote = new OpeningQuote(position, Start);
    }

    public void Close(int place)
    {
        State = FieldState.Closed;
        ClosingQuote = place;
    }

    /// <summary>Opens the field again, because the quote that seemed to close it was the first of two.</summary>
    public void Reopen()
    {
        State = FieldState.Quoted;
        _hasDoubledQuotes = true;
    }

    /// <summary>Its text without quotes. The field must begin in the window.</summary>
    public readonly ReadOnlySpan<byte> TextIn(ReadOnlySpan<byte> window, int end, byte quote)
    {
        if (State == FieldState.Bare)
        {
            return window[Start..end];
        }

        ReadOnlySpan<byte> quoted = window[(Start + 1)..ClosingQuote];
        return _hasDoubledQuotes
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(quoted).Replace(new string((char)quote, 2), new string((char)quote, 1), StringComparison.Ordinal))
            : quoted;
    }

    /// <summary>Call it before the first <paramref name="length"/> bytes leave the window.</summary>
    public void Drop(ReadOnlySpan<byte> window, int length)
    {
        if (State != FieldState.Bare)
        {
            _openingQuote.Drop(window);
        }

        // A place that has left the window need only differ from those in it; -1 is the byte just before.
        Start = Math.Max(Start - length, -2);
        ClosingQuote = Math.Max(ClosingQuote - length, -2);
    }

    /// <summary>Makes an error about the whole field. A quoted field may have begun some lines before.</summary>
    public readonly CountingException Error(string id, ReadOnlySpan<byte> window, TextPosition position, string message) =>
        State == FieldState.Bare
            ? new CountingException(id, message, position.Line, position.ColumnOf(window, Math.Max(Start, position.LineStart)))
            : new CountingException(id, message, _openingQuote.Line, _openingQuote.ColumnIn(window));
}
