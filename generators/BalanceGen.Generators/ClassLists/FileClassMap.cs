namespace BalanceGen.Generators.ClassLists;

/// <summary>Puts the rules of a record on top of the classes that a file lists.</summary>
internal static class FileClassMap
{
    private const int Unknown = -1;

    /// <summary>The label with its rules, or why they cannot hold.</summary>
    public static (LabelModel? Label, string? Problem) Apply(LabelModel label, FileLabelRules rules)
    {
        var lookup = new Lazy<LabelLookup>(() => new LabelLookup(label));
        var mergedInto = new string?[label.ClassCount];
        var isIgnored = new bool[label.ClassCount];
        foreach (string ignored in rules.Ignored)
        {
            int index = lookup.Value.IndexOf(ignored);
            if (index < 0)
            {
                return (null, NoLabel("[IgnoredClass]", ignored));
            }

            isIgnored[index] = true;
        }

        foreach (MergedLabels merged in rules.Merged)
        {
            foreach (string part in merged.Labels)
            {
                int index = lookup.Value.IndexOf(part);
                string? problem = index < 0 ? NoLabel("[MergedClass]", part)
                    : isIgnored[index] ? $"'{part}' is ignored and merged"
                    : mergedInto[index] is not null ? $"'{part}' is merged twice"
                    : null;
                if (problem is not null)
                {
                    return (null, problem);
                }

                mergedInto[index] = merged.Name;
            }
        }

        return Ruled(label, rules, mergedInto, isIgnored);
    }

    private static (LabelModel? Label, string? Problem) Ruled(LabelModel label, FileLabelRules rules, string?[] mergedInto, bool[] isIgnored)
    {
        var classes = RemainingClasses.Of(label, isIgnored, mergedInto);
        int missing = rules.MissingClass is { } missingClass ? classes.Names.IndexOf(missingClass)
            : rules.IgnoresMissing ? RuledLabelModel.Ignored
            : Unknown;
        string? problem = classes.Conflict is { } name ? $"there is another class '{name}' beside the merged one"
            : classes.Names.Count == 0 ? "every class is ignored"
            : rules.MissingClass is { } none && missing < 0 ? NoLabel("MissingClass", none)
            : null;
        if (problem is not null)
        {
            return (null, problem);
        }

        if (!rules.CanBeNull && !rules.IsEmptyMissing && !rules.ChangesClasses)
        {
            return (label, null);
        }

        return (
            new RuledLabelModel(
                rules.CanBeNull ? label.Type + "?" : label.Type,
                label,
                rules.CanBeNull,
                rules.IsEmptyMissing,
                missing,
                rules.ChangesClasses ? new EquatableArray<int>(classes.ClassOfLabel) : default,
                new EquatableArray<string>(classes.Names)),
            null);
    }

    private static string NoLabel(string where, string label) => $"'{ClassCountProblem.Excerpt(label)}' of {where} is none of its classes";
}
