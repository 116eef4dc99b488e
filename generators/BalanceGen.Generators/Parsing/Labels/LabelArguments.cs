namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>Checks of the arguments of [ClassLabel] that several kinds of labels share.</summary>
internal static class LabelArguments
{
    /// <summary>Whether every declared name is non-empty and unlike those before it; notes the first that is not.</summary>
    public static bool AreValidNames(LabelMember member, ICollection<Violation> violations, CancellationToken token)
    {
        ImmutableArray<string?> names = member.ClassNames;
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int index = 0; index < names.Length; index++)
        {
            (string? problem, string remedy) = names[index] switch
            {
                null => ($"the name of class {index} is null", "give it a name"),
                "" => ($"the name of class {index} is empty", "give it a name"),
                string name when positions.TryGetValue(name, out int first) => (
                    $"'{name}' is given twice, as class {first} and as class {index}", "remove one of them"),
                _ => ((string?)null, ""),
            };
            if (problem is not null)
            {
                violations.Add(new Violation(
                    Descriptors.InvalidClassNames, member.ClassNameLocation(index, token), member.Name, problem, remedy));
                return false;
            }

            positions.Add(names[index]!, index);
        }

        return true;
    }

    /// <summary>Whether the arguments that have a range of their own are within it.</summary>
    public static bool AreValid(LabelMember member, ICollection<Violation> violations, CancellationToken token)
    {
        if (!(member.Tolerance >= 0 && member.Tolerance < 0.5))
        {
            violations.Add(Invalid(
                member, "Tolerance", "an element could be hot and cold at once", "give a tolerance of at least 0 and less than 0.5", token));
            return false;
        }

        if (member.Has("Missing") && member.Has("MissingClass"))
        {
            violations.Add(Invalid(member, "Missing", "MissingClass says already what a missing label means", "remove one of them", token));
            return false;
        }

        return true;
    }

    /// <summary>An argument that makes no sense for the label.</summary>
    public static Violation Invalid(LabelMember member, string argument, string problem, string remedy, CancellationToken token) =>
        new(Descriptors.InvalidLabelArgument, member.ArgumentLocation(argument, token), argument, member.Name, problem, remedy);

    public static void WarnAboutUnused(
        LabelMember member, ICollection<Violation> violations, CancellationToken token, string reason, params string[] arguments)
    {
        foreach (string argument in arguments)
        {
            if (member.Has(argument))
            {
                violations.Add(new Violation(
                    Descriptors.UnusedLabelArgument, member.ArgumentLocation(argument, token), $"'{argument}'", member.Name, reason));
            }
        }
    }

    public static void WarnAboutNames(LabelMember member, ICollection<Violation> violations, CancellationToken token, string reason)
    {
        if (!member.ClassNames.IsEmpty)
        {
            violations.Add(new Violation(
                Descriptors.UnusedLabelArgument, member.ClassNameLocation(0, token), "class list", member.Name, reason));
        }
    }

    public static void WarnAboutRange(LabelMember member, ICollection<Violation> violations, CancellationToken token, string reason)
    {
        string? argument = member.Min is not null ? "Min" : member.Max is not null ? "Max" : null;
        if (argument is not null)
        {
            violations.Add(new Violation(
                Descriptors.UnusedLabelArgument, member.ArgumentLocation(argument, token), $"'{argument}'", member.Name, reason));
        }
    }
}
