namespace BalanceGen.Tool.Inputs;

/// <summary>Finds out how a text file is written from its beginning. What the user says goes before what is found.</summary>
internal static class DialectDetection
{
    private const int RowsLookedAt = 1000;

    /// <summary>In order of preference where two split the rows equally well.</summary>
    private static readonly string[] Delimiters = [",", "\t", ";", "|", " ", "whitespace"];

    public static TextDialect Detect(string head, bool isWhole, InputOptions options)
    {
        string[] delimiters = options.Delimiter is { } given ? [Canonical(given)] : Delimiters;
        bool[] quotings = options.Quoting is { } quoting ? [quoting] : [true, false];
        var found = (
            from delimiter in delimiters
            from isQuoting in quotings
            let rows = FieldSplitter.Split(head, delimiter, isQuoting, isWhole, RowsLookedAt)
            where rows is not null
            select (Delimiter: delimiter, Quoting: isQuoting, Rows: rows)).ToList();
        if (found.Count == 0)
        {
            // Nothing fits: the strict reader says where, as for a file with commas.
            found.Add((delimiters[0], quotings[0], FieldSplitter.Split(head, delimiters[0], quoting: false, isWhole, RowsLookedAt)!));
        }

        var best = found.MaxBy(way => Score(way.Rows, way.Delimiter, way.Quoting, options.Label));
        return new TextDialect(best.Delimiter, options.HasHeader ?? IsHeader(best.Rows, options.Label), best.Quoting, best.Rows.FirstOrDefault() ?? []);
    }

    private static string Canonical(string delimiter) => delimiter switch
    {
        "comma" => ",",
        "semicolon" => ";",
        "tab" or "\\t" => "\t",
        "space" => " ",
        "pipe" => "|",
        _ => delimiter,
    };

    /// <summary>Rows of one length speak for a delimiter, more fields do too, and a header that has the label most of all.</summary>
    private static double Score(List<string[]> rows, string delimiter, bool quoting, string? label)
    {
        if (rows.Count == 0)
        {
            return delimiter == "," && quoting ? 0 : -1;
        }

        int fields = rows[0].Length;
        int equal = rows.Count(row => row.Length == fields);
        bool namesLabel = label is not null && !IsNumber(label) && rows[0].Contains(label, StringComparer.Ordinal);
        double score = fields == 1 ? 0 : (double)equal / rows.Count * 10;
        score += equal == rows.Count && fields > 1 ? 10 : 0;
        score += namesLabel ? 20 : 0;
        score += Math.Min(fields, 20) / 40.0;

        // A blank separates words, too: it is a delimiter only where nothing else is.
        score -= delimiter is " " or "whitespace" ? 5 : 0;
        score -= delimiter == "whitespace" ? 0.1 : 0;
        score += quoting && fields > 1 ? 0.05 : 0;
        return fields == 1 && delimiter == "," && quoting ? Math.Max(score, 1) : score;
    }

    private static bool IsHeader(List<string[]> rows, string? label)
    {
        if (rows.Count == 0)
        {
            return true;
        }

        // A label that is a number may be an index, and a cell of the first row may be that number.
        string[] first = rows[0];
        if (label is not null && !IsNumber(label) && first.Contains(label, StringComparer.Ordinal))
        {
            return true;
        }

        // The row numbers that pandas writes have no name.
        bool isIndexNameless = first.Length > 1 && first[0].Length == 0;
        bool couldBe = first.Skip(isIndexNameless ? 1 : 0).All(field => field.Length > 0 && !IsNumber(field));
        bool isUnique = first.Distinct(StringComparer.Ordinal).Count() == first.Length;
        if (!couldBe || rows.Count == 1)
        {
            return couldBe && isUnique;
        }

        // A column of numbers under a word; or different words, none of which occurs below itself.
        List<string[]> below = [.. rows.Skip(1).Where(row => row.Length == first.Length)];
        bool IsNumbers(int column) => below.All(row => row[column].Length == 0 || IsNumber(row[column]));
        return below.Count > 0 && (Enumerable.Range(isIndexNameless ? 1 : 0, first.Length - (isIndexNameless ? 1 : 0)).Any(IsNumbers)
            || (isIndexNameless && below.Select(row => row[0]).SequenceEqual(Enumerable.Range(0, below.Count).Select(row => row.ToString(CultureInfo.InvariantCulture))))
            || (isUnique && !isIndexNameless && Enumerable.Range(0, first.Length).All(column => below.All(row => row[column] != first[column]))));
    }

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
