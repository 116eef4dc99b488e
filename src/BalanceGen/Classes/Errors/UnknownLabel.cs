namespace BalanceGen.Classes;

/// <summary>A label of some rows that is not a class: see <see cref="UnknownLabels"/>.</summary>
public sealed class UnknownLabel
{
    internal UnknownLabel(string label, long count, IReadOnlyList<int> firstRows, string? nearest)
    {
        Label = label;
        Count = count;
        FirstRows = firstRows;
        Nearest = nearest;
    }

    /// <summary>The label as text, as <see cref="IClassIndexer{T}.DescribeLabel"/> says it.</summary>
    public string Label { get; }

    /// <summary>The number of rows that have it; 1 or more.</summary>
    public long Count { get; }

    /// <summary>The numbers (0-based) of the first rows that have it, in ascending order: at least one, at most <see cref="UnknownLabels.MaxFirstRows"/>.</summary>
    public IReadOnlyList<int> FirstRows { get; }

    /// <summary>The class that is most likely meant; null where no class name is like the label.</summary>
    public string? Nearest { get; }

    /// <summary>The label, its number of rows, the first of them and the nearest class, on one line and in every culture the same.</summary>
    public override string ToString()
    {
        string rows = string.Join(", ", FirstRows.Select(row => row.ToString(CultureInfo.InvariantCulture)));
        string more = FirstRows.Count < Count ? ", …" : "";
        string count = Count == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{Count} rows");
        return $"'{Label}': {count} ({rows}{more}){(Nearest is null ? "" : $", nearest class '{Nearest}'")}";
    }
}
