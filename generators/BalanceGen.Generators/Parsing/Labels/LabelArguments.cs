namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>Checks of the arguments of [ClassLabel] that several kinds of labels share.</summary>
internal static class LabelArguments
{
    /// <summary>Whether every declared name is non-empty and unlike those before it; notes the first that is not.</summary>
    public static bool AreValidNames(LabelMember member, Findings findings)
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
                findings.InvalidNames(member, member.ClassNameLocation(index, findings.Token), problem, remedy);
                return false;
            }

            positions.Add(names[index]!, index);
        }

        return true;
    }

    /// <summary>Whether the arguments that have a range of their own are within it.</summary>
    public static bool AreValid(LabelMember member, Findings findings)
    {
        if (member.Tolerance is not (>= 0 and < 0.5))
        {
            findings.InvalidArgument(
                member, "Tolerance", "an element could be hot and cold at once", "give a tolerance of at least 0 and less than 0.5");
            return false;
        }

        if (member.Has("Missing") && member.Has("MissingClass"))
        {
            findings.InvalidArgument(member, "Missing", "MissingClass says already what a missing label means", "remove one of them");
            return false;
        }

        return true;
    }
}
