using System.Runtime.InteropServices;
using BalanceGen.Generators.CountFiles;

namespace BalanceGen.Classes;

/// <summary>
/// Finds all labels of a data set that are not classes. Indexing stops at the first one. Use it once, before you correct the data or declare the classes:
/// <c>UnknownLabels.Find(rows, default(Cat.Classes.Indexer))</c>.
/// </summary>
public static class UnknownLabels
{
    /// <summary>How many row numbers are kept of each label.</summary>
    public const int MaxFirstRows = 5;

    /// <summary>The labels that are no class, with the number of their rows and the first of them.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TIndexer">The class indexer that the generator emitted for it.</typeparam>
    /// <param name="rows">The rows; there may be none. Rows whose label is declared to be ignored have no unknown label.</param>
    /// <param name="indexer">The class indexer.</param>
    /// <returns>The most frequent label first, equally frequent ones in the order of their first rows; none where every label is a class.</returns>
    /// <remarks>
    /// One pass; O(rows + different unknown labels × classes). Rows whose label is a class allocate nothing; each other row allocates the text of its label.
    /// Thread-safe as far as the indexer is. Labels that have the same text are one.
    /// </remarks>
    public static IReadOnlyList<UnknownLabel> Find<T, TIndexer>(ReadOnlySpan<T> rows, TIndexer indexer)
        where TIndexer : struct, IClassIndexer<T>
    {
        var found = new Dictionary<string, (long Count, List<int> Rows)>(StringComparer.Ordinal);
        for (int row = 0; row < rows.Length; row++)
        {
            if (indexer.IndexOf(in rows[row]) == ClassIndex.Unknown)
            {
                ref (long Count, List<int> Rows) label = ref CollectionsMarshal.GetValueRefOrAddDefault(found, indexer.DescribeLabel(in rows[row]), out _);
                label.Rows ??= [];
                label.Count++;
                if (label.Rows.Count < MaxFirstRows)
                {
                    label.Rows.Add(row);
                }
            }
        }

        string[] names = indexer.Classes.Names.ToArray();
        return
        [
            .. found
                .OrderByDescending(label => label.Value.Count)
                .ThenBy(label => label.Value.Rows[0])
                .Select(label => new UnknownLabel(label.Key, label.Value.Count, label.Value.Rows.AsReadOnly(), NearestTo(label.Key, names))),
        ];
    }

    /// <summary>The class that a label most likely stands for. A number is never a misspelling of another one.</summary>
    internal static string? NearestTo(string label, IEnumerable<string> names) =>
        decimal.TryParse(label, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? null : NearestName.Find(label, names);
}
