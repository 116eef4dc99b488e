namespace BalanceGen.Generators.CountFiles;

/// <summary>Recognises labels that are several classes in one field.</summary>
internal static class SeveralLabels
{
    private static readonly char[] Separators = ['|', ';', ',', '/', '+', '&', '\t', ' '];

    /// <summary>
    /// The character between the classes, or null if the labels are not made of classes: at least two of them, and half of all, must be two or more
    /// classes each.
    /// </summary>
    public static char? SeparatorOf(IReadOnlyList<ClassCountEntry> labels, LabelLookup lookup)
    {
        foreach (char separator in Separators)
        {
            int several = labels.Count(entry => AreClasses(entry.Label, separator, lookup));
            if (several >= 2 && several * 2 >= labels.Count)
            {
                return separator;
            }
        }

        return null;
    }

    private static bool AreClasses(string label, char separator, LabelLookup lookup)
    {
        string[] parts = label.Split([separator], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 2 && parts.All(part => lookup.IndexOf(part.Trim()) >= 0);
    }
}
