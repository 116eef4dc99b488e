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
    [InlineData(1, 1, false)]
    [InlineData(2, 1, false)]
    [InlineData(8, 16, false)]
    [InlineData(1, 3, true)]
    [InlineData(8, 16, true)]
    public async Task Rows_are_those_of_the_draws_whatever_the_number_of_workers_and_groups(int workers, int groups, bool wholeGroups)
    {
        ShardedSampler sampler = _index.BalancedSampler(3);
        using ColumnShardReader<(long Id, string Breed)> reader = ColumnShards.Reader(_index, groups, wholeGroups);
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
    public async Task Of_whole_groups_each_row_is_made_once_and_one_that_cannot_be_made_fails_alone()
    {
        ShardedSampler sampler = _index.BalancedSampler(3);
        var made = new System.Collections.Concurrent.ConcurrentDictionary<long, int>();
        using (var reader = new ColumnShardReader<long>(_index, (group, place) => made.AddOrUpdate(group.Values<long>("id")[place], 1, (_, times) => times + 1) > 0 ? group.Values<long>(0)[place] : -1, ["id"], 100, wholeGroups: true))
        {
            await foreach (LoadedBatch<long> _ in sampler.Batches(64, draws: 6400).LoadAsync(reader))
            {
            }
        }

        Assert.Equal(26_000, made.Count);
        Assert.All(made.Values, times => Assert.Equal(1, times));

        var rows = new ShardRow[640];
        sampler.Fill(0, rows);
        long bad = (rows[100].Shard * 1_000_000) + rows[100].Row;
        using var failing = new ColumnShardReader<long>(_index, (group, place) => group.Values<long>(0)[place] is var id && id == bad ? throw new FormatException("no number") : id, ["id"], 100, wholeGroups: true);
        var failures = new List<FailedRow>();
        int loaded = 0;
        await foreach (LoadedBatch<long> batch in sampler.Batches(64, draws: 640).LoadAsync(failing, new LoadOptions { OnFailure = RowFailurePolicy.Skip }))
        {
            loaded += batch.Rows.Length;
            failures.AddRange(batch.Failures);
        }

        int drawn = rows.Count(row => row == rows[100]);
        Assert.Equal((640 - drawn, drawn), (loaded, failures.Count));
        Assert.All(failures, failure => Assert.Equal(rows[100], Assert.IsType<ShardRowException>(failure.Error).Row));
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(3, 11)]
    public async Task The_group_that_was_not_wanted_longest_makes_room(int groups, int decoded)
    {
        // Groups 0 1 0 2 0 3 0 4 ... of the first shard and the third: with three kept, group 0 is decoded once.
        using ColumnShardReader<(long Id, string Breed)> reader = ColumnShards.Reader(_index, groups);
        for (int step = 0; step < 10; step++)
        {
            ShardRow[] rows = [new(0, 5, 0), step < 4 ? new(0, 2048 * (step + 1), 0) : new(2, 2048 * (step % 4), 0)];
            foreach (ShardRow row in rows)
            {
                Assert.Equal((row.Shard * 1_000_000) + row.Row, (await reader.ReadAsync(row, default)).Id);
            }
        }

        Assert.Equal(decoded, reader.GroupsDecoded);
    }

    [Fact]
    public void One_row_is_read_by_itself_or_names_its_file()
    {
        using var shards = new ByteShards();
        var drawn = new ShardRow[200];
        shards.Index.BalancedSampler(3).Fill(0, drawn);
        Assert.All(drawn, row => Assert.Equal(new ByteShards.Row(ByteShards.NumberOf(row), row.ClassIndex), shards.Index.Read(shards, row)));

        using ColumnShardReader<long> wrong = new(shards.Index, (_, _) => 0);
        Assert.Equal(shards.PathOf(drawn[0].Shard), Assert.Throws<ShardRowException>(() => shards.Index.Read(wrong, drawn[0])).Path);
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
