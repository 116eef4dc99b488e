using DuckDB.NET.Data;

namespace BalanceGen.Counting.Parquet.Tests;

/// <summary>Writes files by another program than the one that reads them: DuckDB.</summary>
internal static class Table
{
    /// <summary>Copies the result of a query into a Parquet file.</summary>
    public static string Parquet(string path, string query, string options = "")
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"copy ({query}) to '{path}' (format parquet{options})";
        command.ExecuteNonQuery();
        return path;
    }

    /// <summary>A query whose rows are labels as often as they occur, shuffled, between two other columns.</summary>
    public static string Rows(IEnumerable<(string Label, long Count)> labels) =>
        $"select row_number() over () as id, label, 'other' as note from (select unnest(repeat([label], count)) as label from (values {string.Join(", ", labels.Where(entry => entry.Count > 0).Select(entry => $"('{entry.Label.Replace("'", "''", StringComparison.Ordinal)}', {entry.Count})"))}) as t(label, count)) order by hash(id)";
}
