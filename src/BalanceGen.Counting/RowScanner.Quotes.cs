namespace BalanceGen.Counting;

/// <summary>Reads quoted fields, in which a delimiter, a line end or a quote may have another meaning.</summary>
internal sealed partial class RowScanner
{
    /// <summary>Returns false if the quoted field has ended before this place. Then the byte there has its usual meaning.</summary>
    private bool PassInQuotes(int place, byte special)
    {
        if (_field.State == FieldState.Closed)
        {
            if (place != _field.ClosingQuote + 1)
            {
                throw StrayTextBehindQuote();
            }

            if (special != _quote)
            {
                return false;
            }

            _field.Reopen();
        }
        else if (special == _quote)
        {
            _field.Close(place);
        }
        else if (special is (byte)'\n' or (byte)'\r')
        {
            CountLine(place, special);
        }

        return true;
    }

    private void OpenQuote(int place)
    {
        if (place != _field.Start)
        {
            throw Error(
                CountingErrorId.MalformedRow,
                place,
                "a quote inside an unquoted field; quote the field and double its quotes, or set Quoting=\"false\" if quotes are ordinary characters in this file");
        }

        _field.Open(_position);
    }

    private CountingException StrayTextBehindQuote() => Error(
        CountingErrorId.MalformedRow,
        _field.ClosingQuote + 1,
        string.Create(
            CultureInfo.InvariantCulture,
            $"text behind the closing quote of the field that begins on line {_field.OpeningLine}; double the quotes inside a quoted field, or set Quoting=\"false\" if quotes are ordinary characters in this file"));
}
