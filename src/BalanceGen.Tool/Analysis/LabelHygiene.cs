namespace BalanceGen.Tool.Analysis;

/// <summary>Labels that are missing, that are no declared class, or that are probably one class written in several ways.</summary>
internal static class LabelHygiene
{
    private const int Named = 8;

    public static IEnumerable<Finding> Of(LabelledData data)
    {
        if (data.Cells.Missing > 0)
        {
            yield return new Finding(
                "missingLabel",
                Severity.Warning,
                $"{Figures.Plural(data.Cells.Missing, "row has", "rows have")} no label",
                "The rows are left out here. In training they are an error, or a class of their own that nobody meant.",
                [],
                data.Cells.Missing);
        }

        if (data.MultiLabel is { } multi && multi.Counts.RowsWithoutClass - data.Cells.Missing is > 0 and var without)
        {
            yield return new Finding("rowWithoutClass", Severity.Note, $"{Figures.Plural(without, "row belongs", "rows belong")} to no class", "They count as rows of no class; a sampler by the rarest class leaves them out.", [], without);
        }

        if (data.Labelling.Undeclared is { Count: > 0 } undeclared)
        {
            yield return new Finding(
                "undeclaredLabel",
                Severity.Error,
                $"{Figures.Plural(undeclared.Count, "label is", "labels are")} no declared class",
                "The generated code refuses the row. Declare the class, correct the label, or merge it into another.",
                [.. undeclared.Take(Named)],
                undeclared.Count);
        }

        foreach ((string suggestion, string[] variants) in Variants(data))
        {
            yield return new Finding(
                "sameLabelWrittenDifferently",
                Severity.Warning,
                $"Probably one class: {string.Join(", ", variants.Select(variant => $"'{variant}' ({Figures.Count(data.Counts[data.Classes.IndexOf(variant)])})"))}",
                $"Each is a class of its own, and each is rarer than the class that is meant. Merge them into '{suggestion}'.",
                variants,
                variants.Length);
        }
    }

    /// <summary>Groups of labels that are equal but for case, blanks, Unicode form, or the way a number is written; the most frequent one is suggested.</summary>
    public static IEnumerable<(string Suggestion, string[] Variants)> Variants(LabelledData data)
    {
        string[] names = data.Classes.Names.ToArray();
        Dictionary<string, string> composed = Compose(names, data.Input.Database);
        foreach (IGrouping<string, string> group in names.GroupBy(name => Key(composed.GetValueOrDefault(name, name)), StringComparer.Ordinal))
        {
            string[] variants = [.. group.OrderByDescending(name => data.Counts[data.Classes.IndexOf(name)])];
            if (variants.Length > 1)
            {
                yield return (variants[0], variants);
            }
        }
    }

    private static string Key(string name)
    {
        string text = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : text;
    }

    /// <summary>The names in composed form. .NET cannot make it without a library of the system that may be absent; DuckDB can.</summary>
    private static Dictionary<string, string> Compose(string[] names, Database database)
    {
        var composed = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] others = [.. names.Where(name => name.Any(character => character > 0x7F))];
        foreach (string[] some in others.Chunk(1000))
        {
            foreach ((string name, string form) in some.Zip(database.Texts($"SELECT nfc_normalize(t.name) FROM (SELECT unnest({Sql.List(some)}) AS name) t")))
            {
                composed[name] = form;
            }
        }

        return composed;
    }
}
