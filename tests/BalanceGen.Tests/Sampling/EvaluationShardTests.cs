namespace BalanceGen.Tests.Sampling;

public sealed class EvaluationShardTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 8)]
    [InlineData(5, 3)]
    [InlineData(16, 2)]
    [InlineData(17, 3)]
    [InlineData(100, 8)]
    public void Every_row_counts_once_and_the_lengths_are_known(int rows, int ranks)
    {
        RowIndex index = Indices.Mixed(rows, 7).Index.Where(row => row % 8 != 3);
        foreach (ShardTail tail in (ShardTail[])[ShardTail.Uneven, ShardTail.Padded])
        {
            EvaluationShard[] shards = Shards(index, ranks, tail);

            Assert.Equal(StratifiedSplitTests.Rows(index).Order(), shards.SelectMany(shard => shard.RowsWithoutPadding().ToArray()).Order());
            Assert.All(shards, shard => Assert.Equal(shard.LengthWithoutPadding, Enumerable.Range(0, shard.Count).Count(index => !shard.IsPadding(index))));
            Assert.All(Enumerable.Range(0, ranks), rank => Assert.Equal(shards[rank].Count, shards[0].LengthOf(rank)));
            Assert.All(Enumerable.Range(0, ranks), rank => Assert.Equal(shards[rank].LengthWithoutPadding, shards[0].LengthOf(rank, withoutPadding: true)));
            Assert.InRange(shards.Max(shard => shard.Count) - shards.Min(shard => shard.Count), 0, tail == ShardTail.Uneven ? 1 : 0);
        }
    }

    [Fact]
    public void A_dropped_tail_leaves_out_less_than_a_row_a_rank()
    {
        EvaluationShard[] shards = Shards(Indices.Sorted(17), 5, ShardTail.Dropped);

        Assert.All(shards, shard => Assert.Equal(3, shard.Count));
        Assert.Equal(Enumerable.Range(0, 15), shards.SelectMany(shard => shard).Order());
    }

    [Fact]
    public void Padded_rows_are_those_of_DistributedSampler()
    {
        EvaluationShard[] shards = Shards(Indices.Sorted(5), 3, ShardTail.Padded);

        Assert.Equal(["0 3", "1 4", "2 0"], shards.Select(shard => string.Join(' ', shard)));
        Assert.Equal([false, true], [shards[2].IsPadding(0), shards[2].IsPadding(1)]);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => EvaluationShard.Of(Indices.Sorted(2), new WorldRank(0, 3), ShardTail.Dropped));
        Assert.Throws<EmptyDatasetException>(() => EvaluationShard.Of(Indices.Sorted(0), default));
        Assert.Throws<ArgumentOutOfRangeException>(() => EvaluationShard.Of(Indices.Sorted(2), default, (ShardTail)9));
        EvaluationShard one = EvaluationShard.Of(Indices.Sorted(2), new WorldRank(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => one[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => one.IsPadding(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => one.LengthOf(3));
        Assert.Empty(EvaluationShard.Of(Indices.Sorted(2), new WorldRank(2, 3)));
    }

    private static EvaluationShard[] Shards(RowIndex index, int ranks, ShardTail tail) =>
        [.. Enumerable.Range(0, ranks).Select(rank => EvaluationShard.Of(index, new WorldRank(rank, ranks), tail))];
}
