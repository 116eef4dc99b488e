namespace BalanceGen.Counting;

/// <summary>Where a quoted field begins. Its column is counted only if it is asked for or about to leave the window.</summary>
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

    /// <summary>To be called before bytes leave the window.</summary>
    public void Drop(ReadOnlySpan<byte> window) => _column = ColumnIn(window);
}
