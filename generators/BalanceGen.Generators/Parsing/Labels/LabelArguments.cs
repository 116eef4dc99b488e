using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using BalanceGen.Generators.Diagnostics;

namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>Checks of the arguments of [ClassLabel] that several kinds of labels share.</summary>
internal static class LabelArguments
{
    /// <summary>Whether every declared name is non-empty and unlike those before it; notes the first that is not.</summary>
    public static bool AreValidNames(LabelMember member, ICollection<Violation> violations, CancellationToken token)
    {
        ImmutableArray<string?> names = member.ClassNames;
        for (int index = 0; index < names.Length; index++)
        {
            int first = names.IndexOf(names[index]);
            (string? problem, string remedy) = names[index] switch
            {
                null => ($"the name of class {index} is null", "give it a name"),
                "" => ($"the name of class {index} is empty", "give it a name"),
                string name when first < index => (
                    $"'{name}' is given twice, as class {first} and as class {index}", "remove one of them"),
                _ => ((string?)null, ""),
            };
            if (problem is not null)
            {
                violations.Add(new Violation(
                    Descriptors.InvalidClassNames, member.ClassNameLocation(index, token), member.Name, problem, remedy));
                return false;
            }
        }

        return true;
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
