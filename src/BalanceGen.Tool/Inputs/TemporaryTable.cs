using DuckDB.NET.Data;

namespace BalanceGen.Tool.Inputs;

/// <summary>A table of text columns that is filled row by row from an input that DuckDB cannot read.</summary>
internal sealed class TemporaryTable : IDisposable
{
    private readonly DuckDBAppender _appender;
    private readonly int _columns;

    public TemporaryTable(Database database, string name, IReadOnlyList<string> columns)
    {
        IReadOnlyList<string> names = TextFiles.UniqueNames(columns);
        _columns = names.Count;
        database.Execute($"CREATE TABLE {Sql.Name(name)} ({string.Join(", ", names.Select(column => $"{Sql.Name(column)} VARCHAR"))})");
        _appender = database.CreateAppender(name);
    }

    public void Add(params ReadOnlySpan<string?> cells)
    {
        IDuckDBAppenderRow row = _appender.CreateRow();
        for (int index = 0; index < _columns; index++)
        {
            row = cells[index] is { } text ? row.AppendValue(text) : row.AppendNullValue();
        }

        row.EndRow();
    }

    public void Dispose() => _appender.Dispose();
}
