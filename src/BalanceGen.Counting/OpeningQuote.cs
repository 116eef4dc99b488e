namespace BalanceGen.Counting;

/// <summary>The place where a quoted field begins. Its column is computed only if somebody asks for it, or if the quote is about to leave the window.</summary>
internal struct OpeningQuote
{
    private readonly int _place;
    private readonly TextPosition _position;
    private long _column;

    public OpeningQuote(TextPosition position, int place)
    {
        _position = position;
        _place = place;
    }

    public readonly long Line => _position.Line;

    /// <summary>1-based, in UTF-16 units.</summary>
    public readonly long ColumnIn(ReadOnlySpan<byte> window) => _column > 0 ? _column : _position.ColumnOf(window, _place);

    /// <summary>Call it before bytes leave the window.</summary>
    public void Drop(ReadOnlySpan<byte> window) => _column = ColumnIn(window);
}
