namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>Writes many names into one message: the first ones, and the number of the others.</summary>
internal static class ClassNameList
{
    /// <summary>The most reports at one place. More than these help nobody, so they become one report with the first names and their number.</summary>
    public const int MostReports = 10;

    public static string Of(IReadOnlyCollection<string> names)
    {
        string first = string.Join(", ", names.Take(MostReports).Select(name => $"'{ClassCountProblem.Excerpt(name)}'"));
        return names.Count <= MostReports ? first : $"{first} and {CSharpLiteral.Of(names.Count - MostReports)} more";
    }
}
