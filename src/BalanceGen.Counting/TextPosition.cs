namespace BalanceGen.Counting;

/// <summary>A line and column in a file. Only a window of the file is in memory.</summary>
internal struct TextPosition()
{
    // Characters of the line that have left the window already.
    private long _charactersBefore;

    /// <summary>1-based.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The place in the window where the line begins, or 0 if that place has left the window.</summary>
    public int LineStart { get; private set; }

    /// <summary>Goes to the next line, which begins at <paramref name="start"/>.</summary>
    public void NextLine(int start)
    {
        Line++;
        LineStart = start;
        _charactersBefore = 0;
    }

    /// <summary>Moves the beginning of the line without counting a new line. It is for the LF of a CRLF.</summary>
    public void Skip(int start) => LineStart = start;

    /// <summary>1-based column, in UTF-16 units, of a byte of the line at which a character begins.</summary>
    public readonly long ColumnOf(ReadOnlySpan<byte> window, int offset) =>
        _charactersBefore + Encoding.UTF8.GetCharCount(window[LineStart..offset]) + 1;

    /// <summary>Call it before the first <paramref name="length"/> bytes leave the window.</summary>
    public void Drop(ReadOnlySpan<byte> window, int length)
    {
        if (LineStart < length)
        {
            _charactersBefore += Encoding.UTF8.GetCharCount(window[LineStart..length]);
        }

        LineStart = Math.Max(0, LineStart - length);
    }
}
