namespace BalanceGen.Tool.Labels;

/// <summary>Which classes there are, and to which of them each distinct cell belongs.</summary>
internal sealed class Labelling
{
    private Labelling(ClassSet classes, int declaredCount, int[][] classesOfCell, bool isMultiLabel)
    {
        Classes = classes;
        DeclaredCount = declaredCount;
        ClassesOfCell = classesOfCell;
        IsMultiLabel = isMultiLabel;
    }

    /// <summary>The declared classes in their order, then labels that are none of them; without a declaration all labels, integers by value and text ordinally.</summary>
    public ClassSet Classes { get; }

    /// <summary>How many classes are declared; 0 where none is.</summary>
    public int DeclaredCount { get; }

    /// <summary>The class indices of each distinct cell, ascending.</summary>
    public int[][] ClassesOfCell { get; }

    /// <summary>Whether some cell has several labels, or none.</summary>
    public bool IsMultiLabel { get; }

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
        Sort(others);
        string[] all = [.. declared ?? [], .. others];
        if (all.Length == 0)
        {
            throw new InputException("no row has a label", advice: "look at --label");
        }

        var classes = new ClassSet(all);
        int[][] classesOfCell =
        [
            .. labelsOfCell.Select(labels => labels.Select(classes.IndexOf).Distinct().Order().ToArray()),
        ];
        bool isMulti = separator is not null && classesOfCell.Any(set => set.Length != 1);
        return new Labelling(classes, declared?.Length ?? 0, classesOfCell, isMulti);
    }

    /// <summary>Integers by value, everything else ordinally.</summary>
    private static void Sort(string[] labels)
    {
        if (labels.All(label => long.TryParse(label, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
        {
            Array.Sort(labels, static (left, right) =>
            {
                int byValue = long.Parse(left, CultureInfo.InvariantCulture).CompareTo(long.Parse(right, CultureInfo.InvariantCulture));
                return byValue != 0 ? byValue : string.CompareOrdinal(left, right);
            });
            return;
        }

        Array.Sort(labels, string.CompareOrdinal);
    }

    private static string[] Parts(string text, string separator) =>
        text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string NameOf(string label, string[] names) =>
        int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id < names.Length
            ? names[id]
            : throw new InputException($"the label '{label}' is no position in the {names.Length} declared classes", advice: "positions begin at 0; leave --ids away if labels are names");
}
