namespace BalanceGen.Counting;

/// <summary>The place where a quoted field begins. Its column is computed only if somebody asks for it, or if the quote is about to leave the window.</summary>
internal struct OpeningQuote(TextPosition position, int place)
{
    private long _column;

    public readonly long Line => position.Line;

    /// <summary>1-based, in UTF-16 units.</summary>
    public readonly long ColumnIn(ReadOnlySpan<byte> window) => _column > 0 ? _column : position.ColumnOf(window, place);

    /// <summary>Call it before bytes leave the window.</summary>
    public void Drop(ReadOnlySpan<byte> window) => _column = ColumnIn(window);
}
