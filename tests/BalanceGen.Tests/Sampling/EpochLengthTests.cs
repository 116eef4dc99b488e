using BalanceGen.Tests.Batching;

namespace BalanceGen.Tests.Sampling;

/// <summary>Epochs that shrink or grow.</summary>
public sealed class EpochLengthTests
{
    private static readonly EpochLengths Shrinking = EpochLengths.Steps(100, 61, 40, 23);

    [Fact]
    public void Epochs_have_their_lengths_and_the_draws_of_the_sampler()
    {
        var source = new BalancedSampler(Indices.Sorted(160, 10), 7);
        EpochLengthSampler sampler = source.WithEpochLengths(Shrinking);

        Assert.Equal([100, 61, 40, 23, 23, 23], Enumerable.Range(0, 6).Select(epoch => (int)sampler.Epoch(epoch).Count));
        Assert.Equal(source.Draws(0, 270), Enumerable.Range(0, 6).SelectMany(epoch => sampler.Epoch(epoch)));
        Assert.Equal([(0, 0), (99, 0), (100, 1), (160, 1), (161, 2), (201, 3), (224, 4)], ((int[])[0, 99, 100, 160, 161, 201, 224]).Select(draw => (draw, (int)sampler.ContextAt(draw).Epoch)));
        Assert.NotEqual(source.ConfigurationHash, sampler.ConfigurationHash);
        Assert.NotEqual(source.WithEpochLengths(EpochLengths.Steps(100, 61)).ConfigurationHash, sampler.ConfigurationHash);
        Assert.Equal(161, sampler.ResumeFrom(sampler.StateAt(161)));
        Assert.Throws<SamplerStateMismatchException>(() => sampler.ResumeFrom(source.StateAt(161)));
        SamplerContract.Check(() => new BalancedSampler(Indices.Sorted(160, 10), 7).WithEpochLengths(Shrinking));
    }

    [Fact]
    public void Batches_and_epochs_of_rows_follow_the_lengths()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(20, 3), default(Pet.Indexer));
        EpochLengthSampler sampler = pets.BalancedSampler(seed: 1).WithEpochLengths(EpochLengths.Steps(20, 10, 5));
        Batches<Pet> batches = pets.Batches(sampler, 4);

        Assert.Equal([5, 3, 2, 2], Enumerable.Range(0, 4).Select(epoch => (int)batches.Epoch(epoch).Count));
        Assert.Equal([20, 10, 5, 5], Enumerable.Range(0, 4).Select(epoch => batches.Epoch(epoch).Owned().Sum(batch => batch.Count)));
        Assert.Equal(10, pets.RowsOfEpoch(sampler, 1).Count());
        SamplerState state = batches.Epoch(1).Owned().First().State;
        Assert.Equal([6, 5], ((int[])[0, 1]).Select(next => batches.ResumeFrom(state).Epoch(1 + next)).Select((epoch, next) => next == 0 ? batches.ResumeFrom(state).Owned().Sum(batch => batch.Count) : epoch.Owned().Sum(batch => batch.Count)));
        EpochRowNumbers rows = sampler.EpochRowNumbers();
        Assert.Equal([(20, 20L), (10, 10L), (5, 5L)], Enumerable.Range(0, 3).Select(_ => (Left: rows.Count, Drawn: rows.ToArray().Length)).Select(pair => (pair.Drawn, pair.Left)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 4)]
    [InlineData(3, 1)]
    [InlineData(3, 5)]
    [InlineData(7, 8)]
    [InlineData(64, 1)]
    public void Ranks_share_out_each_epoch_and_go_on_from_a_state_of_other_ranks(int ranks, int batchSize)
    {
        EpochLengthSampler sampler = new RandomSampler(170, 3).WithEpochLengths(Shrinking);
        SamplerShard[] shards = [.. Enumerable.Range(0, ranks).Select(rank => sampler.Shard(rank, ranks, batchSize))];
        for (int epoch = 0; epoch < 7; epoch++)
        {
            Assert.Equal(Draws(sampler, epoch), shards.SelectMany(shard => GlobalDraws(shard, epoch)).Order());
        }

        // In the middle of epoch 1, by ranks of another number.
        SamplerState state = sampler.Shard(0, 2, 10).StateAt(60);
        Assert.Equal(120, state.Draw);
        SamplerShard[] resumed = [.. Enumerable.Range(0, ranks).Select(rank => sampler.Shard(rank, ranks, state, batchSize))];
        Assert.Equal(Enumerable.Range(120, 41).Select(draw => (long)draw), resumed.SelectMany(shard => GlobalDraws(shard, 1)).Order());
        for (int epoch = 2; epoch < 7; epoch++)
        {
            Assert.Equal(Draws(sampler, epoch), resumed.SelectMany(shard => GlobalDraws(shard, epoch)).Order());
        }
    }

    [Fact]
    public void Lengths_grow_and_shrink_by_a_factor_up_to_the_last()
    {
        Assert.Equal([1000, 500, 250, 125, 100, 100], Lengths(EpochLengths.Geometric(1000, 0.5, 100)));
        Assert.Equal([10, 15, 23, 34, 40, 40], Lengths(EpochLengths.Geometric(10, 1.5, 40)));
        Assert.Equal([7, 7, 7, 7, 7, 7], Lengths(EpochLengths.Geometric(7, 3, 7)));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpochLengths.Geometric(10, 1.5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpochLengths.Geometric(10, double.NaN, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpochLengths.Geometric(10, 1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpochLengths.Geometric(0, 0.5, 5));
        Assert.Contains("Epoch 1", Assert.Throws<ArgumentOutOfRangeException>(() => EpochLengths.Steps(3, 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => EpochLengths.Steps());
    }

    [Fact]
    public void A_shard_and_halves_of_batches_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new RandomSampler(170, 3).Shard(0, 2).WithEpochLengths(Shrinking));
        Assert.Contains(
            "whole batches of 6",
            Assert.Throws<ArgumentException>(() => new StratifiedRandomSampler(Indices.Sorted(160, 10), 3, 6).WithEpochLengths(EpochLengths.Steps(12, 9))).Message,
            StringComparison.Ordinal);
    }

    private static int[] Lengths(EpochLengths lengths) => [.. Enumerable.Range(0, 6).Select(epoch => (int)lengths[epoch])];

    private static IEnumerable<long> Draws(Sampler sampler, int epoch)
    {
        DrawSequence draws = sampler.Epoch(epoch);
        for (long draw = draws.FirstDraw; draw < draws.FirstDraw + draws.Count; draw++)
        {
            yield return draw;
        }
    }

    private static IEnumerable<long> GlobalDraws(SamplerShard shard, int epoch) => Draws(shard, epoch).Select(shard.GlobalDraw);
}
