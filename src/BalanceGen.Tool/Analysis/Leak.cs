namespace BalanceGen.Tool.Analysis;

/// <summary>Rows of one split that are in another, too.</summary>
/// <param name="First">A split.</param>
/// <param name="Second">A later split.</param>
/// <param name="ComparedBy">What is equal: the id, or the content.</param>
/// <param name="Rows">The rows of the second split that are in the first.</param>
/// <param name="Examples">The first few, by what is equal or by their row number.</param>
internal sealed record Leak(string First, string Second, string ComparedBy, long Rows, IReadOnlyList<string> Examples)
{
    /// <summary>The leak of the rows whose numbers a query gives; none if it gives none.</summary>
    public static IEnumerable<Leak> Of(string first, string second, string comparedBy, Database database, string numbers, CancellationToken cancellation)
    {
        if (database.Number($"SELECT count(*) FROM ({numbers})", cancellation) is > 0 and var count)
        {
            yield return new Leak(first, second, comparedBy, count, database.Texts($"SELECT 'row ' || number FROM ({numbers}) ORDER BY number LIMIT 5", cancellation));
        }
    }
}
