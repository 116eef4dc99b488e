using System.Data.Common;
using Npgsql;

namespace BalanceGen.Tool.Inputs;

/// <summary>The result of a query: of DuckDB, over files, or of a database by its ADO.NET provider, PostgreSQL's if no other is named.</summary>
internal static class SqlInputs
{
    public static LabelledInput Open(InputOptions options, Database database)
    {
        string query = options.Sql!.Trim().TrimEnd(';');
        if (options.Connection is not { } connection)
        {
            return InputOpener.OpenTable($"({query})", "the result of a query over files", [], options, database);
        }

        DbProviderFactory provider = options.Provider is { } assembly ? DatabaseProvider.Load(assembly) : NpgsqlFactory.Instance;
        string name = options.Provider is null ? "PostgreSQL" : provider.GetType().Assembly.GetName().Name!;
        return InputOpener.OpenTable(Load(provider, connection, query, database), $"the result of a query by {name}", [], options, database);
    }

    private static string Load(DbProviderFactory provider, string connectionString, string query, Database database)
    {
        string name = database.NewTableName("query");
        try
        {
            using DbConnection connection = provider.CreateConnection() ?? throw new InputException("the provider makes no connections", advice: "name the assembly of an ADO.NET provider");
            connection.ConnectionString = connectionString;
            connection.Open();
            using DbCommand command = connection.CreateCommand();
            command.CommandText = query;
            command.CommandTimeout = 0;
            using DbDataReader reader = command.ExecuteReader();
            using var table = new TemporaryTable(database, name, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]);
            var cells = new string?[reader.FieldCount];
            while (reader.Read())
            {
                for (int column = 0; column < cells.Length; column++)
                {
                    cells[column] = reader.IsDBNull(column) ? null : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture);
                }

                table.Add(cells);
            }

            return name;
        }
        catch (Exception error) when (error is DbException or ArgumentException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            throw new InputException($"the query cannot be run: {error.Message}", advice: "look at --connection and --sql", inner: error);
        }
    }
}
