using System.Data.Common;
using System.Text.RegularExpressions;
using BalanceGen.Tests;
using Npgsql;

namespace BalanceGen.Sharding.Tests;

/// <summary>The programs of docs/shards.md, compiled and run, and compared with the page.</summary>
public sealed partial class DocumentedShardsTests(PostgresFixture database) : IClassFixture<PostgresFixture>
{
    [Fact]
    public void The_programs_of_the_page_are_the_ones_that_are_compiled_here()
    {
        string own = Joined(File.ReadAllText(Path.Combine(Repository.Root, "tests", "BalanceGen.Sharding.Tests", "DocumentedShardsTests.cs")).Replace("root + \"/", "\"", StringComparison.Ordinal));
        MatchCollection programs = Program().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "shards.md")));
        Assert.Equal(3, programs.Count);
        Assert.All(programs, program => Assert.Contains(Joined(program.Groups[1].Value), own, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_runs()
    {
        using var written = new ColumnShards(2048, 900, 500, 1200);
        string root = Path.GetDirectoryName(written.Manifest)!;
        Directory.CreateDirectory(Path.Combine(root, "train"));
        for (int shard = 0; shard < 3; shard++)
        {
            File.Move(written.PathOf(shard), Path.Combine(root, "train", $"part-{shard}.parquet"));
        }

        int trained = 0;

        ShardSet shards = ShardSet.Matching(root + "/train/part-*.parquet");
        ShardLabels labels = Cat.Classes.Set.ShardLabels("breed");
        using ShardedIndex index = ShardedIndexBuilder.Build(shards, labels, root + "/train.bgix");  // once; later: ShardedIndex.Open("train.bgix")

        ShardedSampler sampler = index.BalancedSampler(seed: 42);
        Console.WriteLine(sampler.Plan);
        WorldRank rank = WorldRank.FromEnvironment();
        using var reader = new ColumnShardReader<Cat>(
            index, (group, row) => new Cat(group.Values<long>("id")[row], Enum.Parse<Breed>(group.Values<string>("breed")[row])));
        string saved = "";
        await foreach (LoadedBatch<Cat> batch in sampler.Shard(rank, batchSize: 32).Batches(32).LoadAsync(reader))
        {
            Train(batch);
            saved = batch.State.ToJson();
        }

        // Later, on another number of ranks:
        ShardedSampler resumed = sampler.Shard(new WorldRank(1, 3), 32, SamplerState.FromJson(saved));

        Assert.Equal(2624, trained);
        Assert.Equal(sampler.RowAt(2624 + 32), resumed.RowAt(0));

        ShardedSampler windowed = index.WindowedSampler(
            RowGroups.OfFiles(index), seed: 42, new WindowOptions { Groups = 4, MemoryRows = 1_000_000 });
        reader.Preload(((WindowedPlaceSampler)windowed.Places).ClassesInMemory);

        Assert.Equal(2600, reader.RowsPreloaded);
        Assert.Equal(sampler.RowAt(5).ClassIndex, windowed.RowAt(5).ClassIndex);

        void Train(LoadedBatch<Cat> batch) => trained += batch.Rows.Length;
    }

    [PostgresFact]
    public void The_database_program_runs()
    {
        using DbConnection connection = new NpgsqlConnection(database.Connection);
        connection.Open();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "create table cats as select id, (array['siamese','birman','bengal','sphynx','ragdoll'])[1 + id % 5] as breed from generate_series(1, 500) id";
        command.ExecuteNonQuery();

        ClassCounts counts = SqlCounts.Count(connection, Cat.Classes.Set, "select breed, count(*) from cats group by breed");
        SqlKeys<long>.CreateTable(connection, Cat.Classes.Set, "cat_keys", "cats", "id", "breed");
        var keys = new SqlKeys<long>(connection, "cat_keys");
        var sampled = new BalancedPlaceSampler(keys.Counts(Cat.Classes.Set), seed: 42);

        Assert.Equal(500, counts.Total);
        Assert.Equal(counts.ToString(), sampled.Counts.ToString());
    }

    private static string Joined(string code) => string.Join('\n', code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();
}
