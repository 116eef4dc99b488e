using System.Globalization;
using BalanceGen.Tool.Tables;
using Npgsql;

namespace BalanceGen.Tool.Inputs;

/// <summary>The result of a query: of DuckDB, over files, or of a PostgreSQL server.</summary>
internal static class SqlInputs
{
    public static LabelledInput Open(InputOptions options, Database database)
    {
        string query = options.Sql!.Trim().TrimEnd(';');
        if (options.Connection is not { } connection)
        {
            return InputOpener.OpenTable($"({query})", "the result of a query over files", [], options, database);
        }

        return InputOpener.OpenTable(Load(connection, query, database), "the result of a query of PostgreSQL", [], options, database);
    }

    private static string Load(string connectionString, string query, Database database)
    {
        string name = database.NewTableName("query");
        try
        {
            using var connection = new NpgsqlConnection(connectionString);
            connection.Open();
            using NpgsqlCommand command = connection.CreateCommand();
            command.CommandText = query;
            command.CommandTimeout = 0;
            using NpgsqlDataReader reader = command.ExecuteReader();
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
        catch (Exception error) when (error is NpgsqlException or ArgumentException or System.Net.Sockets.SocketException)
        {
            throw new InputException($"the query cannot be run: {error.Message}", advice: "look at --connection and --sql", inner: error);
        }
    }
}
