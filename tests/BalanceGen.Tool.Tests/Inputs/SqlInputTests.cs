using BalanceGen.Sharding.Tests;
using BalanceGen.Tool.Tables;
using Npgsql;

namespace BalanceGen.Tool.Tests.Inputs;

/// <summary>Queries of databases: a PostgreSQL of the test's own, and any other by its ADO.NET provider.</summary>
public sealed class SqlInputTests(PostgresFixture server) : IClassFixture<PostgresFixture>
{
    [PostgresFact]
    public void Rows_of_a_query_of_PostgreSQL_are_counted_and_sampled()
    {
        using (var connection = new NpgsqlConnection(server.Connection))
        {
            connection.Open();
            using NpgsqlCommand command = connection.CreateCommand();
            command.CommandText = "create table cats (id int, breed text, weight double precision, seen date); insert into cats select i, case when i % 16 = 0 then 'Birman' when i = 5 then null else 'Siamese' end, i / 4.0, date '2020-01-01' + i from generate_series(0, 159) i";
            command.ExecuteNonQuery();
        }

        string[] query = ["--connection", server.Connection, "--sql", "select breed, weight, seen from cats order by id"];
        Assert.Equal([("Birman", 10L), ("Siamese", 149)], ToolRun.Counts([.. query, "-l", "breed"]).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));

        using var folder = new Folder();
        ToolRun.Of(["sample", .. query, "-l", "breed", "--sampler", "undersample", "-o", folder.PathOf("few.csv"), "--seed", "1"]).Succeeded();
        string[] lines = File.ReadAllLines(folder.PathOf("few.csv"));
        Assert.Equal("breed,weight,seen", lines[0]);
        Assert.Equal(20, lines.Length - 1);

        string error = ToolRun.Of(["count", "--connection", server.Connection, "--sql", "select breed from dogs", "-l", "breed"]).FailedWith(2).Error;
        Assert.Contains("the query cannot be run: ", error, StringComparison.Ordinal);
        Assert.Contains("dogs", error, StringComparison.Ordinal);
    }

    /// <summary>DuckDB's own provider, from its assembly: a file of a database that PostgreSQL knows nothing of.</summary>
    [Fact]
    public void Any_provider_of_ADO_NET_is_taken_by_its_assembly()
    {
        using var folder = new Folder();
        string file = folder.PathOf("cats.db");
        using (var database = new Database())
        {
            database.Execute($"ATTACH {Sql.Text(file)} AS cats");
            database.Execute("CREATE TABLE cats.photos AS SELECT CASE WHEN i % 16 = 0 THEN 'Birman' ELSE 'Siamese' END AS breed FROM range(160) t(i)");
        }

        string provider = typeof(DuckDB.NET.Data.DuckDBConnection).Assembly.Location;
        Assert.Equal(
            [("Birman", 10L), ("Siamese", 150)],
            ToolRun.Counts("--provider", provider, "--connection", $"DataSource={file}", "--sql", "select breed from photos", "-l", "breed").OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
        Assert.Contains(
            "the query cannot be run: ", ToolRun.Of("count", "--provider", provider, "--connection", $"DataSource={file}", "--sql", "select breed from dogs", "-l", "breed").FailedWith(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_provider_is_refused_by_name()
    {
        using var folder = new Folder();
        string text = folder.Write("notes.dll", "no assembly");
        string[] query = ["--connection", "x", "--sql", "select 1 as label", "-l", "label"];
        Assert.Contains("is not there", ToolRun.Of(["count", "--provider", folder.PathOf("absent.dll"), .. query]).FailedWith(2).Error, StringComparison.Ordinal);
        Assert.Contains("notes.dll", ToolRun.Of(["count", "--provider", text, .. query]).FailedWith(2).Error, StringComparison.Ordinal);
        Assert.Contains("no DbProviderFactory", ToolRun.Of(["count", "--provider", typeof(ClassCounts).Assembly.Location, .. query]).FailedWith(2).Error, StringComparison.Ordinal);
    }
}
