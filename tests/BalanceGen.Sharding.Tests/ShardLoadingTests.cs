namespace BalanceGen.Sharding.Tests;

public sealed class ShardLoadingTests : IDisposable
{
    private readonly ColumnShards _shards = new(2048, 9000, 5000, 12_000);
    private readonly ShardedIndex _index;

    public ShardLoadingTests() => _index = _shards.Build();

    public void Dispose()
    {
        _index.Dispose();
        _shards.Dispose();
    }

    [Fact]
    public void Counts_of_parquet_shards_are_those_that_DuckDB_counts() =>
        Assert.All(_shards.Counted, entry => Assert.Equal(entry.Value, _index.Counts[ShardFolder.Classes.IndexOf(entry.Key)]));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(8, 16)]
    public async Task Rows_are_those_of_the_draws_whatever_the_number_of_workers_and_groups(int workers, int groups)
    {
        ShardedSampler sampler = _index.BalancedSampler(3);
        using ColumnShardReader<(long Id, string Breed)> reader = ColumnShards.Reader(_index, groups);
        var expected = new ShardRow[640];
        sampler.Fill(0, expected);
        var loaded = new List<(long Id, string Breed)>();
        await foreach (LoadedBatch<(long Id, string Breed)> batch in sampler.Batches(64, draws: 640).LoadAsync(reader, new LoadOptions { Workers = workers }))
        {
            loaded.AddRange(batch.Rows.ToArray());
            Assert.Equal(sampler.StateAt(loaded.Count), batch.State);
            Assert.Equal(expected[(loaded.Count - 64)..loaded.Count].Select(row => row.Row), batch.RowNumbers.ToArray());
            Assert.Equal(expected[(loaded.Count - 64)..loaded.Count].Select(row => row.ClassIndex), batch.ClassIndices.ToArray());
        }

        Assert.Equal(expected.Select(row => ((row.Shard * 1_000_000) + row.Row, ShardFolder.Classes[row.ClassIndex])), loaded);
        Assert.InRange(reader.GroupsDecoded, 1, 640);
    }

    [Fact]
    public async Task A_group_is_decoded_once_while_it_is_kept()
    {
        using ColumnShardReader<(long Id, string Breed)> reader = ColumnShards.Reader(_index, groups: 100);
        await foreach (LoadedBatch<(long Id, string Breed)> _ in _index.BalancedSampler(3).Batches(64, draws: 6400).LoadAsync(reader))
        {
        }

        Assert.Equal(5 + 3 + 6, reader.GroupsDecoded);
    }

    [Fact]
    public async Task A_missing_shard_is_an_error_that_names_it_or_rows_that_are_told()
    {
        ShardedSampler sampler = _index.BalancedSampler(3);
        using ColumnShardReader<(long Id, string Breed)> reader = ColumnShards.Reader(_index);
        var rows = new ShardRow[640];
        sampler.Fill(0, rows);
        File.Delete(_shards.PathOf(1));
        RowLoadException error = await Assert.ThrowsAsync<RowLoadException>(async () => await Load(new LoadOptions()));
        var cause = Assert.IsType<ShardRowException>(error.InnerException);
        Assert.Equal(_shards.PathOf(1), cause.Path);
        Assert.Equal(rows.First(row => row.Shard == 1), cause.Row);
        Assert.Contains(_shards.PathOf(1), error.Message, StringComparison.Ordinal);

        (int loaded, int failed, long draw) = await Load(new LoadOptions { OnFailure = RowFailurePolicy.Skip });
        Assert.Equal((rows.Count(row => row.Shard != 1), rows.Count(row => row.Shard == 1), 640L), (loaded, failed, draw));

        async Task<(int Loaded, int Failed, long Draw)> Load(LoadOptions options)
        {
            (int loaded, int failed, long draw) = (0, 0, 0);
            await foreach (LoadedBatch<(long Id, string Breed)> batch in sampler.Batches(64, draws: 640).LoadAsync(reader, options))
            {
                (loaded, failed, draw) = (loaded + batch.Rows.Length, failed + batch.Failures.Count, batch.State.Draw);
            }

            return (loaded, failed, draw);
        }
    }

    [Fact]
    public async Task A_rank_loads_its_part_and_its_states_are_those_of_all()
    {
        ShardedSampler sampler = _index.BalancedSampler(3);
        using ColumnShardReader<(long Id, string Breed)> reader = ColumnShards.Reader(_index);
        var expected = new ShardRow[3 * 32 * 2];
        sampler.Fill(0, expected);
        int step = 0;
        await foreach (LoadedBatch<(long Id, string Breed)> batch in sampler.Shard(new WorldRank(1, 3), 32).Batches(32, draws: 64).LoadAsync(reader))
        {
            Assert.Equal(expected.Skip((step * 96) + 32).Take(32).Select(row => (row.Shard * 1_000_000) + row.Row), batch.Rows.ToArray().Select(row => row.Id));
            Assert.Equal(sampler.StateAt(++step * 96), batch.State);
        }

        Assert.Throws<ArgumentException>(() => sampler.Shard(new WorldRank(1, 3), 32).Batches(20));
        Assert.Throws<ArgumentException>(() => sampler.Shard(new WorldRank(1, 3), 32).Batches(32, firstDraw: 5));
    }
}
