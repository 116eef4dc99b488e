namespace BalanceGen.Tool.Labels;

/// <summary>Which classes there are, and to which of them each distinct cell belongs.</summary>
/// <param name="Classes">The declared classes in their order, then labels that are none of them; without a declaration all labels, integers by value and text ordinally.</param>
/// <param name="DeclaredCount">How many classes are declared; 0 where none is.</param>
/// <param name="ClassesOfCell">The class indices of each distinct cell, ascending.</param>
/// <param name="IsMultiLabel">Whether some cell has several labels, or none.</param>
internal sealed record Labelling(ClassSet Classes, int DeclaredCount, int[][] ClassesOfCell, bool IsMultiLabel)
{
    /// <summary>The labels that are no declared class.</summary>
    public IReadOnlyList<string> Undeclared => DeclaredCount == 0 ? [] : [.. Classes.Names[DeclaredCount..]];

    public static Labelling Of(LabelCells cells, string? separator, string[]? declared, bool labelsAreIds)
    {
        string[][] labelsOfCell = [.. cells.Texts.Select(text => separator is null ? [text] : Parts(text, separator))];
        if (labelsAreIds)
        {
            string[] names = declared ?? throw new InputException("--ids needs the names of the classes", advice: "give them with --classes");
            labelsOfCell = [.. labelsOfCell.Select(labels => labels.Select(label => NameOf(label, names)).ToArray())];
        }

        var known = new HashSet<string>(declared ?? [], StringComparer.Ordinal);
        string[] others = [.. labelsOfCell.SelectMany(labels => labels).Distinct(StringComparer.Ordinal).Where(label => !known.Contains(label))];
        string[] all = [.. declared ?? [], .. Sorted(others)];
        if (all.Length == 0)
        {
            throw new InputException("no row has a label", advice: "look at --label");
        }

        var classes = new ClassSet(all);
        int[][] classesOfCell = [.. labelsOfCell.Select(labels => labels.Select(classes.IndexOf).Distinct().Order().ToArray())];
        bool isMulti = separator is not null && classesOfCell.Any(set => set.Length != 1);
        return new Labelling(classes, declared?.Length ?? 0, classesOfCell, isMulti);
    }

    /// <summary>Integers by value, everything else ordinally.</summary>
    private static IEnumerable<string> Sorted(string[] labels) =>
        labels.All(label => long.TryParse(label, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            ? labels.OrderBy(label => long.Parse(label, CultureInfo.InvariantCulture)).ThenBy(label => label, StringComparer.Ordinal)
            : labels.Order(StringComparer.Ordinal);

    private static string[] Parts(string text, string separator) =>
        text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string NameOf(string label, string[] names) =>
        int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id < names.Length
            ? names[id]
            : throw new InputException($"the label '{label}' is no position in the {names.Length} declared classes", advice: "positions begin at 0; leave --ids away if labels are names");
}
