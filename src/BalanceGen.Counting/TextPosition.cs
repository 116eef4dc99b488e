using System.Text;

namespace BalanceGen.Counting;

/// <summary>Line and column in a file of which only a window is in memory.</summary>
internal struct TextPosition
{
    // Characters of the line that have left the window already.
    private long _charactersBefore;

    public TextPosition()
    {
    }

    /// <summary>1-based.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Where the line begins in the window; 0 if that part has left it.</summary>
    public int LineStart { get; private set; }

    /// <summary>The line that begins at <paramref name="start"/> follows.</summary>
    public void NextLine(int start)
    {
        Line++;
        LineStart = start;
        _charactersBefore = 0;
    }

    /// <summary>Moves the beginning of the line without counting one: behind the LF of a CRLF.</summary>
    public void Skip(int start) => LineStart = start;

    /// <summary>1-based column, in UTF-16 units, of a byte of the line at which a character begins.</summary>
    public readonly long ColumnOf(ReadOnlySpan<byte> window, int offset) =>
        _charactersBefore + Encoding.UTF8.GetCharCount(window[LineStart..offset]) + 1;

    /// <summary>To be called before the first <paramref name="length"/> bytes leave the window.</summary>
    public void Drop(ReadOnlySpan<byte> window, int length)
    {
        if (LineStart < length)
        {
            _charactersBefore += Encoding.UTF8.GetCharCount(window[LineStart..length]);
        }

        LineStart = Math.Max(0, LineStart - length);
    }
}
