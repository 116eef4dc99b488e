namespace BalanceGen.Generators.ClassLists;

/// <summary>The classes that remain of declared labels when some of these are ignored and some merged.</summary>
/// <param name="ClassOfLabel">The class index of each declared label, or −2 if the label is ignored.</param>
/// <param name="Names">The names of the classes that remain.</param>
/// <param name="Conflict">The name that a merged class and another one both have; null if there is none, and only then is the rest complete.</param>
internal sealed record RemainingClasses(int[] ClassOfLabel, List<string> Names, string? Conflict)
{
    /// <param name="label">The label as if no class were ignored or merged.</param>
    /// <param name="isIgnored">For each declared label whether it is ignored.</param>
    /// <param name="mergedInto">For each declared label the name of its merged class, or null.</param>
    public static RemainingClasses Of(LabelModel label, bool[] isIgnored, string?[] mergedInto)
    {
        var classOfLabel = new int[label.ClassCount];
        var names = new List<string>();
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        var merged = new HashSet<string>(StringComparer.Ordinal);
        for (int index = 0; index < classOfLabel.Length; index++)
        {
            string name = mergedInto[index] ?? label.ClassName(index);
            if (isIgnored[index])
            {
                classOfLabel[index] = RuledLabelModel.Ignored;
            }
            else if (!indices.TryGetValue(name, out classOfLabel[index]))
            {
                classOfLabel[index] = names.Count;
                indices.Add(name, names.Count);
                names.Add(name);
                _ = mergedInto[index] is not null && merged.Add(name);
            }
            else if (mergedInto[index] is null || !merged.Contains(name))
            {
                return new RemainingClasses(classOfLabel, names, name);
            }
        }

        return new RemainingClasses(classOfLabel, names, Conflict: null);
    }
}
