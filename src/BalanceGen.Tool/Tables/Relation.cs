namespace BalanceGen.Tool.Tables;

/// <summary>Rows that DuckDB can read: an expression for FROM, the columns, and the column that holds the label.</summary>
/// <param name="From">The expression.</param>
/// <param name="Columns">The column names in order.</param>
/// <param name="LabelSql">An expression that gives the label's text, or null where it is missing.</param>
/// <param name="LabelColumns">The columns that the label is made of.</param>
internal sealed record Relation(string From, IReadOnlyList<string> Columns, string LabelSql, IReadOnlyList<string> LabelColumns)
{
    /// <summary>The columns that are not the label.</summary>
    public IReadOnlyList<string> Features => [.. Columns.Except(LabelColumns, StringComparer.Ordinal)];
}
