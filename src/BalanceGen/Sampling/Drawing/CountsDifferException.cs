using System.Globalization;

namespace BalanceGen.Sampling;

/// <summary>Sampler tables that were made for other counts or other classes than those of the data set.</summary>
public sealed class CountsDifferException : BalanceGenException
{
    private const int MostNamed = 10;

    private CountsDifferException(string problem, IReadOnlyList<ClassCountDifference> differences)
        : base($"{problem}. Classes.VerifyCounts(rows) lists what differs; renew the counts that the record names and build again, or make the sampler without the tables.") =>
        Differences = differences;

    /// <summary>The classes that have another number of rows than the tables were made for; none if the classes themselves are others.</summary>
    public IReadOnlyList<ClassCountDifference> Differences { get; }

    internal static CountsDifferException Of(IReadOnlyList<ClassCountDifference> differences) => new(
        $"The sampler tables are for other counts: {List(differences.Select(difference => difference.ToString()), "; ")}", differences);

    internal static CountsDifferException Of(ClassSet tables, ClassSet data)
    {
        string[] absent = [.. tables.Names.ToArray().Except(data.Names.ToArray()).Select(name => $"'{name}'")];
        string[] unknown = [.. data.Names.ToArray().Except(tables.Names.ToArray()).Select(name => $"'{name}'")];
        string[] parts =
        [
            .. absent.Length == 0 ? Array.Empty<string>() : [$"the data set does not have {List(absent, ", ")}"],
            .. unknown.Length == 0 ? Array.Empty<string>() : [$"the tables do not have {List(unknown, ", ")}"],
        ];
        return new CountsDifferException(
            $"The sampler tables are for other classes: {(parts.Length == 0 ? "they have the same names in another order" : string.Join(" and ", parts))}", []);
    }

    private static string List(IEnumerable<string> items, string separator)
    {
        string[] all = [.. items];
        string named = string.Join(separator, all.Take(MostNamed));
        return all.Length <= MostNamed ? named : string.Create(CultureInfo.InvariantCulture, $"{named}{separator}… ({all.Length} classes)");
    }
}
