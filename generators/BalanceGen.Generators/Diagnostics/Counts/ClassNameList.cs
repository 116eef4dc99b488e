using BalanceGen.Generators.CountFiles;
using BalanceGen.Generators.Infrastructure;

namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>Many names in one message: the first of them, and how many there are besides.</summary>
internal static class ClassNameList
{
    /// <summary>More reports than this at one place help nobody: they become one, with the first names and their number.</summary>
    public const int MostReports = 10;

    public static string Of(IReadOnlyCollection<string> names)
    {
        string first = string.Join(", ", names.Take(MostReports).Select(name => $"'{ClassCountProblem.Excerpt(name)}'"));
        return names.Count <= MostReports ? first : $"{first} and {CSharpLiteral.Of(names.Count - MostReports)} more";
    }
}
