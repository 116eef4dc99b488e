namespace BalanceGen.Tool.Inputs;

/// <summary>Splits a piece of text into rows of fields, to try out a delimiter on the beginning of a file.</summary>
internal static class FieldSplitter
{
    /// <summary>The rows, or null where the quotes do not stand as RFC 4180 has them. A last row without its line end counts only if the text is whole.</summary>
    public static List<string[]>? Split(string text, string delimiter, bool quoting, bool isWhole, int mostRows)
    {
        var rows = new List<string[]>();
        int start = 0;
        while (start < text.Length && rows.Count < mostRows)
        {
            int next = delimiter == "whitespace" ? ReadRun(text, start, out string[]? row) : ReadRow(text, start, delimiter[0], quoting, out row);
            if (next < 0)
            {
                return isWhole ? null : rows;
            }

            bool isCut = next >= text.Length && !isWhole && text[^1] is not ('\n' or '\r');
            if (row is null)
            {
                return null;
            }

            if (!isCut && !(row.Length == 1 && row[0].Length == 0))
            {
                rows.Add(row);
            }

            start = next;
        }

        return rows;
    }

    private static int ReadRun(string text, int start, out string[] row)
    {
        int end = text.AsSpan(start).IndexOfAny('\n', '\r');
        end = end < 0 ? text.Length : start + end;
        row = text[start..end].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        row = row.Length == 0 ? [""] : row;
        return AfterLineEnd(text, end);
    }

    /// <summary>Returns where the next row begins, −1 where a quote is never closed; <paramref name="row"/> is null where a quote stands in the wrong place.</summary>
    private static int ReadRow(string text, int start, char delimiter, bool quoting, out string[]? row)
    {
        var fields = new List<string>();
        int place = start;
        row = null;
        while (true)
        {
            if (quoting && place < text.Length && text[place] == '"')
            {
                var field = new System.Text.StringBuilder();
                place++;
                while (true)
                {
                    int quote = text.IndexOf('"', place);
                    if (quote < 0)
                    {
                        return -1;
                    }

                    field.Append(text, place, quote - place);
                    place = quote + 1;
                    if (place < text.Length && text[place] == '"')
                    {
                        field.Append('"');
                        place++;
                        continue;
                    }

                    break;
                }

                fields.Add(field.ToString());
                if (place < text.Length && text[place] != delimiter && text[place] is not ('\n' or '\r'))
                {
                    return text.Length;
                }
            }
            else
            {
                int end = text.AsSpan(place).IndexOfAny(delimiter, '\n', '\r');
                end = end < 0 ? text.Length : place + end;
                if (quoting && text.AsSpan(place, end - place).Contains('"'))
                {
                    return text.Length;
                }

                fields.Add(text[place..end]);
                place = end;
            }

            if (place < text.Length && text[place] == delimiter)
            {
                place++;
                continue;
            }

            row = [.. fields];
            return AfterLineEnd(text, place);
        }
    }

    private static int AfterLineEnd(string text, int place) =>
        place >= text.Length ? place : text.AsSpan(place).StartsWith("\r\n") ? place + 2 : place + 1;
}
