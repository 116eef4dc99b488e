using BalanceGen.Tests.Batching;

namespace BalanceGen.Tests.Sampling;

/// <summary>A training of some epochs that stops again and again and goes on from its state with other ranks. It keeps what each global draw gave.</summary>
internal sealed class ElasticRun(Sampler sampler, IndexedDataset<Pet> pets, int epochs)
{
    private readonly Dictionary<long, (int Row, long Epoch)> _taken = [];
    private SamplerState _state = sampler.StateAt(0);

    public bool IsOver => sampler.ResumeFrom(_state) >= sampler.FirstDrawOf(epochs);

    /// <summary>Makes shards from the state, goes on for up to two epochs, and stops after any batch.</summary>
    public void Continue(int worldSize, int shardBatch, Xorshift random)
    {
        SamplerShard[] shards = [.. Enumerable.Range(0, worldSize).Select(rank => sampler.Shard(rank, worldSize, _state, shardBatch))];
        int batchSize = AllowedSize(shards, random);
        var firstDraws = new long[worldSize];
        bool stopsInFirst = random.Below(3) > 0;
        Assert.Single(shards.Select(shard => shard.FirstEpoch).Distinct());
        for (long epoch = shards[0].FirstEpoch; epoch < epochs; epoch++)
        {
            List<(int[] Rows, SamplerState State)>[] ranks = [.. shards.Select(shard => BatchesOf(pets.Batches(shard, batchSize).Epoch(epoch)))];
            Assert.All(shards, shard => Assert.Equal(epoch, pets.Batches(shard, batchSize).Epochs(epoch, 1).Single().EpochNumber));

            // The first rank has as many batches as any other, and all have them in step.
            int most = ranks[0].Count;
            Assert.All(ranks, batches => Assert.InRange(batches.Count, most - 1, most));
            int stop = stopsInFirst || epoch > shards[0].FirstEpoch ? random.Below(most + 1) : most;
            for (int step = 0; step < stop; step++)
            {
                for (int rank = 0; rank < worldSize; rank++)
                {
                    if (step >= ranks[rank].Count)
                    {
                        continue;
                    }

                    (int[] rows, SamplerState state) = ranks[rank][step];
                    foreach (int row in rows)
                    {
                        Assert.True(_taken.TryAdd(shards[rank].GlobalDraw(firstDraws[rank]++), (row, epoch)), $"A draw of epoch {epoch} was taken twice.");
                    }

                    // A rank whose epoch is over stands at its end while others have a batch left.
                    if (step < ranks[rank].Count - 1 || step == most - 1)
                    {
                        Assert.Equal(ranks[0][step].State, state);
                    }
                }

                _state = ranks[0][step].State;
            }

            if (stop < most)
            {
                return;
            }

            Assert.Equal(sampler.StateAt(sampler.FirstDrawOf(epoch + 1)), _state);
        }
    }

    /// <summary>The draws that were taken are all of them, and each has its row and its epoch.</summary>
    public void AssertWasNotInterrupted()
    {
        long[] draws = [.. _taken.Keys.Order()];
        Assert.Equal(sampler.FirstDrawOf(epochs), draws.Length);
        Assert.Equal((0, draws.Length - 1), (draws[0], draws[^1]));
        Assert.Equal(sampler.RowsOf(0, draws.Length), draws.Select(draw => _taken[draw].Row));
        Assert.All(_taken, pair => Assert.True(sampler.FirstDrawOf(pair.Value.Epoch) <= pair.Key && pair.Key < sampler.FirstDrawOf(pair.Value.Epoch + 1), $"Draw {pair.Key} is not of epoch {pair.Value.Epoch}."));
    }

    /// <summary>
    /// A batch size by chance, of those that are allowed: whole steps of the shards, with which the ranks together have whole batches of the sampler. The ones before it were refused by the first and the last rank.
    /// </summary>
    private int AllowedSize(SamplerShard[] shards, Xorshift random)
    {
        int step = shards[0].BatchSize;
        while (true)
        {
            int most = 2 * sampler.BatchMultiple;
            int size = random.Below(2) == 0 ? random.Below(most * step) + 1 : step * (random.Below(most) + 1);
            if (size % step == 0 && (long)size * shards.Length % sampler.BatchMultiple == 0)
            {
                return size;
            }

            foreach (SamplerShard shard in (SamplerShard[])[shards[0], shards[^1]])
            {
                ArgumentException refusal = Assert.ThrowsAny<ArgumentException>(() => pets.Batches(shard, size));
                if (sampler.BatchMultiple > 1)
                {
                    BatchSizeException typed = Assert.IsType<BatchSizeException>(refusal);
                    Assert.Equal(size, typed.Given);
                    Assert.NotEqual(0, size % typed.Multiple);
                    Assert.Equal((0, 0L), (typed.Multiple % step, (long)typed.Multiple * shards.Length % sampler.BatchMultiple));
                }
                else
                {
                    Assert.Equal("batchSize", refusal.ParamName);
                    Assert.Contains($"multiple of {step}", refusal.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    private static List<(int[] Rows, SamplerState State)> BatchesOf(Batches<Pet> batches)
    {
        List<(int[], SamplerState)> all = [];
        foreach (Batch<Pet> batch in batches)
        {
            Assert.Equal(batches.EpochNumber, batch.Epoch);
            all.Add((batch.RowNumbers.ToArray(), batch.State));
        }

        Assert.Equal(batches.Count, all.Count);
        return all;
    }
}
