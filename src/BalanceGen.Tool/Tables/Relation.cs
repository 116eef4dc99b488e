namespace BalanceGen.Tool.Tables;

/// <summary>Rows that DuckDB can read: an expression for FROM, the columns, and the column that holds the label.</summary>
/// <param name="From">The expression.</param>
/// <param name="Columns">The column names in order.</param>
/// <param name="LabelSql">An expression that gives the label's text, or null where it is missing.</param>
/// <param name="LabelColumns">The columns that the label is made of.</param>
internal sealed record Relation(string From, IReadOnlyList<string> Columns, string LabelSql, IReadOnlyList<string> LabelColumns)
{
    /// <summary>
    /// The label as the column has it. The label's text is made of a column named <see cref="KeyName"/>. DuckDB counts the label itself, by
    /// the dictionary of a Parquet file if there is one, and only the distinct values become texts. Null if the label is made of several
    /// columns.
    /// </summary>
    public (string Sql, string TextSql)? Key { get; init; }

    /// <summary>The name by which <see cref="Key"/> calls the value.</summary>
    public const string KeyName = "balancegen_key";

    /// <summary>A query that gives each text of the label, or null, with its number of rows; a text may come several times.</summary>
    public string CountSql => Key is { } key
        ? $"SELECT {key.TextSql}, n FROM (SELECT {key.Sql} AS {KeyName}, count(*) AS n FROM {From} GROUP BY ALL)"
        : $"SELECT cell, count(*) FROM (SELECT {LabelSql} AS cell FROM {From}) GROUP BY cell";

    /// <summary>The columns that are not the label.</summary>
    public IReadOnlyList<string> Features => [.. Columns.Except(LabelColumns, StringComparer.Ordinal)];
}
