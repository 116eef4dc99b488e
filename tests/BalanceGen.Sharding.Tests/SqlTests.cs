using Npgsql;

namespace BalanceGen.Sharding.Tests;

/// <summary>Counts and keys from a real database.</summary>
public sealed class SqlTests(PostgresFixture database) : IClassFixture<PostgresFixture>, IDisposable
{
    private const int Rows = 3000;

    private static readonly ClassSet Classes = new("siamese", "birman", "ragdoll's", "sphynx");

    private readonly NpgsqlConnection _connection = new(database.Connection);
    private readonly string _schema = $"s{Guid.NewGuid():N}";

    public void Dispose() => _connection.Dispose();

    [PostgresFact]
    public void Counts_are_those_of_the_table()
    {
        string table = Fill(out string[] labels);
        ClassCounts counts = SqlCounts.Count(_connection, Classes, $"select label, count(*) from {table} group by label");
        Assert.Equal(Classes.Names.ToArray().Select(name => (long)labels.Count(label => label == name)), counts.Values.ToArray());
        Assert.Equal(0, counts[3]);
    }

    [PostgresFact]
    public void Integers_truth_values_and_several_lines_of_a_label_are_counted()
    {
        Assert.Equal([0L, 7, 5], SqlCounts.Count(_connection, ClassSet.Numbered(3), "select * from (values (1, 4), (2, 5), (1, 3)) t").Values.ToArray());
        Assert.Equal([2L, 9], SqlCounts.Count(_connection, new ClassSet("false", "true"), "select * from (values (true, 9), (false, 2)) t").Values.ToArray());
    }

    [PostgresFact]
    public void Other_labels_and_other_results_are_named()
    {
        Assert.Contains("Row 1", Assert.Throws<UnknownLabelException>(() => Count("select * from (values ('siamese', 1), ('lion', 2)) t")).Message, StringComparison.Ordinal);
        Assert.Contains("null", Assert.Throws<UnknownLabelException>(() => Count("select null::text, 1")).Message, StringComparison.Ordinal);
        Assert.Throws<SqlShapeException>(() => Count("select 'siamese'"));
        Assert.Throws<SqlShapeException>(() => Count("select 'siamese', 'many'"));
        Assert.Throws<SqlShapeException>(() => Count("select 'siamese', -1"));
        Assert.Throws<PostgresException>(() => Count("select nothing"));

        ClassCounts Count(string query) => SqlCounts.Count(_connection, Classes, query);
    }

    [PostgresFact]
    public void Keys_are_drawn_as_a_balanced_sampler_draws_rows()
    {
        string table = Fill(out string[] labels);
        SqlKeys<long>.CreateTable(_connection, Classes, $"{_schema}.keys", table, "id", "label");
        var keys = new SqlKeys<long>(_connection, $"{_schema}.keys");
        ClassCounts counts = keys.Counts(Classes);
        var sampler = new BalancedPlaceSampler(counts, 3, zeroCounts: ZeroCountPolicy.ZeroWeight);
        var places = new ClassPlace[64];
        var drawn = new List<long>();
        for (int batch = 0; batch < 10; batch++)
        {
            sampler.Fill(batch * 64, places);
            drawn.AddRange(keys.KeysOf(places));
        }

        // Keys are row · 7; rows of a class in the order of the keys are rows in order.
        var index = RowIndex.Build(Classes, [.. labels.Select(label => Classes.IndexOf(label))]);
        var rows = new int[640];
        new BalancedSampler(index, 3, zeroCounts: ZeroCountPolicy.ZeroWeight).Fill(0, rows);
        Assert.Equal(rows.Select(row => row * 7L), drawn);
        Assert.Empty(keys.KeysOf([]));
        Assert.Equal([keys.KeysOf([new ClassPlace(1, 0)])[0], keys.KeysOf([new ClassPlace(1, 0)])[0]], keys.KeysOf([new ClassPlace(1, 0), new ClassPlace(1, 0)]));
    }

    [PostgresFact]
    public void Gaps_foreign_labels_and_odd_names_are_refused()
    {
        string table = Fill(out _);
        SqlKeys<long>.CreateTable(_connection, Classes, $"{_schema}.keys", table, "id", "label");
        var keys = new SqlKeys<long>(_connection, $"{_schema}.keys");
        Assert.Throws<SqlShapeException>(() => keys.KeysOf([new ClassPlace(0, 1L << 40)]));
        Assert.Throws<SqlShapeException>(() => keys.Counts(new ClassSet("siamese")));
        Execute($"delete from {_schema}.keys where class_index = 1 and place = 3");
        Assert.Contains("birman", Assert.Throws<SqlShapeException>(() => keys.Counts(Classes)).Message, StringComparison.Ordinal);
        Execute($"insert into {table} values (-1, 'lion')");
        Assert.Throws<UnknownLabelException>(() => SqlKeys<long>.CreateTable(_connection, Classes, $"{_schema}.more", table, "id", "label"));
        Assert.Throws<ArgumentException>(() => new SqlKeys<long>(_connection, "keys; drop table x"));
        Assert.Throws<PostgresException>(() => SqlKeys<long>.CreateTable(_connection, Classes, $"{_schema}.keys", "none_such", "id", "label"));
    }

    private string Fill(out string[] labels)
    {
        var random = new Random(8);
        labels = [.. Enumerable.Range(0, Rows).Select(_ => Classes[random.Next(10) switch { < 7 => 0, < 9 => 1, _ => 2 }])];
        Execute($"create schema {_schema}");
        Execute($"create table {_schema}.cats (id bigint primary key, label text)");
        using NpgsqlBinaryImporter import = _connection.BeginBinaryImport($"copy {_schema}.cats from stdin (format binary)");
        foreach (int row in Enumerable.Range(0, Rows).OrderBy(row => row * 31 % Rows))
        {
            import.WriteRow(row * 7L, labels[row]);
        }

        import.Complete();
        return $"{_schema}.cats";
    }

    private void Execute(string statement)
    {
        if (_connection.State != System.Data.ConnectionState.Open)
        {
            _connection.Open();
        }

        using NpgsqlCommand command = _connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
