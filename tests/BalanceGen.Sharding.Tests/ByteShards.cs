namespace BalanceGen.Sharding.Tests;

/// <summary>Three files of raw labels, a byte a row, with their index, and a reader whose row is a number that tells which it is. The trainers' adapters are tested with it.</summary>
internal sealed class ByteShards : IDisposable, IShardReader<ByteShards.Row>
{
    public static readonly ClassSet Classes = new("siamese", "birman", "bengal", "sphynx");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("balancegen-shards-");

    public ByteShards()
    {
        int[] rows = [300, 1, 500];
        for (int shard = 0; shard < rows.Length; shard++)
        {
            File.WriteAllBytes(PathOf(shard), [.. Enumerable.Range(0, rows[shard]).Select(row => (byte)ClassOf(shard, row))]);
        }

        Index = ShardedIndexBuilder.Build(ShardSet.Of([PathOf(0), PathOf(1), PathOf(2)]), Classes.ShardLabels(), Path.Combine(_folder.FullName, "train.bgix"));
    }

    public ShardedIndex Index { get; }

    public string PathOf(int shard) => Path.Combine(_folder.FullName, $"part-{shard}.labels");

    /// <summary>Class 3 is rare: the one row of shard 1, and one of 250 elsewhere.</summary>
    public static int ClassOf(int shard, int row) => shard == 1 || row % 250 == 7 ? 3 : row % 10 == 0 ? 2 : row % 3 == 0 ? 1 : 0;

    public static long NumberOf(ShardRow row) => (row.Shard * 1000L) + row.Row;

    public ValueTask<Row> ReadAsync(ShardRow row, CancellationToken cancellation) =>
        new(new Row(NumberOf(row), ClassOf(row.Shard, (int)row.Row)));

    public void Dispose()
    {
        Index.Dispose();
        _folder.Delete(recursive: true);
    }

    public readonly record struct Row(long Number, int ClassIndex);
}
