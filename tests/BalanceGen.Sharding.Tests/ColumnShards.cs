using System.Globalization;
using DuckDB.NET.Data;

namespace BalanceGen.Sharding.Tests;

/// <summary>Parquet shards, written by DuckDB: column id is shard · 1,000,000 + row.</summary>
internal sealed class ColumnShards : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ColumnShards(int groupRows, params int[] rows)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        for (int shard = 0; shard < rows.Length; shard++)
        {
            int[] labels = ShardFolder.LabelsOf(shard + 100, rows[shard]);
            Truth.Add(labels);
            string csv = _folder.Write("rows.csv", "id,breed\n" + string.Concat(labels.Select((label, row) => $"{(shard * 1_000_000) + row},{ShardFolder.Classes[label]}\n")));
            Execute(connection, string.Create(
                CultureInfo.InvariantCulture,
                $"copy (select cast(id as bigint) as id, breed from read_csv('{csv}', header = true)) to '{PathOf(shard)}' (format parquet, row_group_size {groupRows})"));
            File.Delete(csv);
        }

        // Counted by another program.
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"select breed, count(*) from '{_folder.File("part-*.parquet")}' group by breed";
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            Counted[reader.GetString(0)] = reader.GetInt64(1);
        }
    }

    public List<int[]> Truth { get; } = [];

    public Dictionary<string, long> Counted { get; } = [];

    public string Manifest => _folder.File("train.bgix");

    public string PathOf(int shard) => _folder.File($"part-{shard}.parquet");

    public ShardedIndex Build() =>
        ShardedIndexBuilder.Build(ShardSet.Matching(_folder.File("part-*.parquet")), ShardFolder.Classes.ShardLabels("breed"), Manifest);

    public static ColumnShardReader<(long Id, string Breed)> Reader(ShardedIndex index, int groups = 16, bool wholeGroups = false) => new(
        index, (group, place) => (group.Values<long>("id")[place], group.Values<string>("breed")[place]), ["id", "breed"], groups, wholeGroups: wholeGroups);

    /// <summary>Shards of random numbers and a label, one row in a hundred of them rare.</summary>
    public static void WriteMeasured(string folder, int shards, int rows, int numbers)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        string columns = string.Join(", ", MeasuredColumns(numbers).Select(name => $"random() as {name}"));
        for (int shard = 0; shard < shards; shard++)
        {
            Execute(connection, string.Create(
                CultureInfo.InvariantCulture,
                $"copy (select {columns}, if(random() < 0.0099, 'rare', 'frequent') as label from range({rows})) to '{Path.Combine(folder, $"part-{shard}.parquet")}' (format parquet, row_group_size 50000)"));
        }
    }

    public static string[] MeasuredColumns(int numbers) => [.. Enumerable.Range(0, numbers).Select(column => string.Create(CultureInfo.InvariantCulture, $"a{column}"))];

    public void Dispose() => _folder.Dispose();

    private static void Execute(DuckDBConnection connection, string statement)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
