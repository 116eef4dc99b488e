namespace BalanceGen.Sampling;

/// <summary>Sampler tables were made for other counts or other classes than those of the data set.</summary>
public sealed class ClassCountMismatchException : BalanceGenArgumentException
{
    private ClassCountMismatchException(string problem, IReadOnlyList<ClassCountDifference> differences)
        : base($"{problem}. Classes.VerifyCounts(rows) lists what differs; renew the counts that the record names and build again, or make the sampler without the tables.") =>
        Differences = differences;

    /// <summary>The classes that have another number of rows than the tables were made for; none if the classes themselves are others.</summary>
    public IReadOnlyList<ClassCountDifference> Differences { get; }

    internal static ClassCountMismatchException Of(IReadOnlyList<ClassCountDifference> differences) => new(
        $"The sampler tables are for other counts: {ShortList.Of(differences.Count, place => differences[place].ToString(), "; ")}", differences);

    internal static ClassCountMismatchException Of(ClassSet tables, ClassSet data)
    {
        string[] absent = [.. tables.Names.ToArray().Except(data.Names.ToArray())];
        string[] unknown = [.. data.Names.ToArray().Except(tables.Names.ToArray())];
        string[] parts =
        [
            .. absent.Length == 0 ? Array.Empty<string>() : [$"the data set does not have {ShortList.OfNames(absent)}"],
            .. unknown.Length == 0 ? Array.Empty<string>() : [$"the tables do not have {ShortList.OfNames(unknown)}"],
        ];
        return new ClassCountMismatchException(
            $"The sampler tables are for other classes: {(parts.Length == 0 ? "they have the same names in another order" : string.Join(" and ", parts))}", []);
    }
}
