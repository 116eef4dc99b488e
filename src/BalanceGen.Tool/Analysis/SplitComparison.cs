namespace BalanceGen.Tool.Analysis;

/// <summary>Several splits of one class set side by side; drift is measured against the first.</summary>
/// <param name="Names">The splits.</param>
/// <param name="Counts">The counts of each split, all of one class set.</param>
/// <param name="Drifts">For each split but the first its distance from the first.</param>
/// <param name="MissingClasses">For each split the classes that others have rows of and it has not.</param>
/// <param name="Leaks">Rows that are in two splits.</param>
internal sealed record SplitComparison(
    IReadOnlyList<string> Names,
    [property: System.Text.Json.Serialization.JsonIgnore] IReadOnlyList<ClassCounts> Counts,
    IReadOnlyList<DriftStatistics> Drifts,
    IReadOnlyList<IReadOnlyList<string>> MissingClasses,
    IReadOnlyList<Leak> Leaks)
{
    /// <summary>The counts as JSON has them: for each split the rows of each class, by class index.</summary>
    public IReadOnlyList<long[]> RowsOfClasses => [.. Counts.Select(counts => counts.Values.ToArray())];

    public static SplitComparison Of(IReadOnlyList<string> names, IReadOnlyList<ClassCounts> counts, IReadOnlyList<Leak> leaks)
    {
        int classes = counts[0].Classes.Count;
        bool[] occurs = [.. Enumerable.Range(0, classes).Select(index => counts.Any(split => split[index] > 0))];
        return new SplitComparison(
            names,
            counts,
            [.. counts.Skip(1).Select(split => DriftStatistics.Between(counts[0], split))],
            [.. counts.Select(split => (IReadOnlyList<string>)[.. Enumerable.Range(0, classes).Where(index => occurs[index] && split[index] == 0).Select(index => split.Classes[index])])],
            leaks);
    }
}
