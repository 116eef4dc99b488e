using BalanceGen.Tests.Streaming;

namespace BalanceGen.Tests.Documentation;

/// <summary>The programs of docs/batches.md, compiled and run.</summary>
public sealed class BatchPageTests
{
    private static readonly IndexedDataset<CatPhoto> cats =
        CatPhoto.Classes.Index(Enumerable.Range(0, 170).Select(photo => new CatPhoto($"{photo}.png", photo < 160 ? Breed.Siamese : Breed.Birman)));

    [Fact]
    public void The_programs_of_the_page_are_the_ones_that_are_compiled_here() => DocumentedPage.AssertCompiled("batches.md", Path.Combine("Documentation", "BatchPageTests.cs"));

    [Fact]
    public void The_loop_of_an_epoch_has_other_rows_in_each()
    {
        List<string> trained = [];
        BalancedSampler sampler = cats.BalancedSampler(seed: 42);
        foreach (Batches<CatPhoto> epoch in cats.Batches(sampler, batchSize: 10).Epochs(0, 3))
        {
            foreach (Batch<CatPhoto> batch in epoch)
            {
                foreach (ref readonly CatPhoto photo in batch)
                {
                    Train(photo);
                }
            }
        }

        Assert.Equal(3 * 170, trained.Count);
        Assert.NotEqual(trained[..170], trained[170..340]);
        Assert.Equal(170, trained.Distinct().Count());

        void Train(CatPhoto photo) => trained.Add(photo.File);
    }

    [Fact]
    public async Task Owned_batches_are_awaited_listed_and_queried()
    {
        const int epoch = 1;
        int saved = 0;
        BalancedSampler sampler = cats.BalancedSampler(seed: 42);
        foreach (OwnedBatch<CatPhoto> batch in cats.Batches(sampler, batchSize: 10).Epoch(epoch).Owned())
        {
            await SaveAsync(batch.Rows, batch.ToLongClassIndices());
        }

        List<OwnedBatch<CatPhoto>> kept = cats.Batches(sampler, batchSize: 10).Owned().ToList();
        int birmans = kept.Sum(batch => batch.Count(photo => photo.Breed == Breed.Birman));

        Assert.Equal((170, 17, 85), (saved, kept.Count, birmans));

        async Task SaveAsync(CatPhoto[] rows, long[] classIndices)
        {
            await Task.Yield();
            Assert.Equal(rows.Select(photo => (long)photo.Breed), classIndices);
            saved += rows.Length;
        }
    }

    [Fact]
    public void Rows_of_an_epoch_are_a_sequence()
    {
        DrawnRows<CatPhoto> resampled = cats.RowsOfEpoch(cats.RandomOverSampler(seed: 1), epoch: 0);
        int count = resampled.Count(photo => photo.Breed == Breed.Birman);

        Assert.Equal((160, 320L), (count, resampled.Count));
        Assert.Throws<ResampledRowsException>(() => CatPhoto.Classes.Index(resampled).Split(0.2, 1));
    }

    [Fact]
    public void A_sampler_of_batches_gives_the_size()
    {
        int compared = 0;
        ClassAwareSampler pairs = cats.ClassAwareSampler(seed: 1, classesPerBatch: 2, rowsPerClass: 4);
        foreach (Batch<CatPhoto> batch in cats.Batches(pairs))              // 8 rows, 4 of each breed
        {
            Compare(batch.ToArray());
        }

        Assert.Equal(176, compared);

        void Compare(CatPhoto[] rows)
        {
            Assert.Equal((4, 4), (rows.Count(photo => photo.Breed == Breed.Birman), rows.Count(photo => photo.Breed == Breed.Siamese)));
            compared += rows.Length;
        }
    }

    [Fact]
    public async Task A_training_ends_after_its_epochs_wherever_it_was_interrupted()
    {
        int decoded = 0;
        Batches<CatPhoto> batches = cats.Batches(cats.RandomSampler(seed: 1), batchSize: 32);
        SamplerState state = batches.Sampler.StateAt(0);                    // or the one that was saved
        foreach (Batches<CatPhoto> epoch in batches.ResumeFrom(state).Epochs(0, 5))
        {
            await foreach (LoadedBatch<float[]> batch in epoch.LoadAsync(Decode))
            {
                state = batch.State;
            }
        }

        Assert.Equal((5 * 170, 5L * 170), (decoded, state.Draw));
        Assert.Equal(0, batches.ResumeFrom(state).Epochs(0, 5).Count);
        Assert.Empty(batches.ResumeFrom(state).Epochs(0, 5));
        Assert.Empty(batches.ResumeFrom(batches.Sampler.StateAt(2000)).Epochs(0, 5));

        // From the middle of the third epoch: what is left of it and two more, on any number of ranks.
        SamplerState third = batches.Sampler.StateAt((2 * 170) + 64);
        Assert.Equal((106, 3L), (batches.ResumeFrom(third).RowCount, batches.ResumeFrom(third).Epochs(0, 5).Count));
        foreach (int worldSize in (int[])[1, 3])
        {
            Batches<CatPhoto>[] ranks = [.. Enumerable.Range(0, worldSize).Select(rank => cats.Batches(batches.Sampler.Shard(rank, worldSize, third, batchSize: 8), 8))];
            Assert.All(ranks, rank => Assert.Equal([2, 3, 4], rank.Epochs(0, 5).Select(epoch => epoch.EpochNumber)));
            Assert.Equal(106 + (2 * 170), ranks.Sum(rank => rank.Epochs(0, 5).Sum(epoch => epoch.RowCount)));
            Assert.All(ranks, rank => Assert.Throws<ArgumentOutOfRangeException>(() => rank.Epoch(1)));
            Assert.All(ranks, rank => Assert.Equal(5 * 170, LastState(rank.Epochs(0, 5).Last()).Draw));
        }

        float[] Decode(CatPhoto photo)
        {
            Interlocked.Increment(ref decoded);
            return [photo.File.Length];
        }

        static SamplerState LastState(Batches<CatPhoto> batches)
        {
            SamplerState last = default;
            foreach (Batch<CatPhoto> batch in batches)
            {
                last = batch.State;
            }

            return last;
        }
    }

    [Fact]
    public void Batches_of_like_lengths_keep_a_budget_of_tokens()
    {
        int[] lengths = [.. Enumerable.Range(0, 170).Select(row => ((row * 37) % 60) + 4)];
        (int rank, int worldSize) = (1, 2);
        List<CatPhoto[]> trained = [];

        IEnumerable<int[]> UnderBudget(int maxTokens)                       // a batch is padded to its longest row
        {
            List<int> batch = [];
            foreach (int row in Enumerable.Range(0, lengths.Length).OrderBy(row => lengths[row]))
            {
                if (batch.Count > 0 && (batch.Count + 1) * lengths[row] > maxTokens)
                {
                    yield return [.. batch];
                    batch.Clear();
                }

                batch.Add(row);
            }

            yield return [.. batch];
        }

        var buckets = new BatchList(cats.Index, UnderBudget(maxTokens: 256));
        var order = new RandomSampler(buckets.Index, seed: 1);              // the batches in a new order in every epoch
        foreach (Batch<CatPhoto> batch in cats.Batches(buckets, order.Shard(rank, worldSize)))
        {
            Train(batch.ToArray());
        }

        // Together the ranks have every row once, no padded batch is over the budget, and padding is a small part of it.
        OwnedBatch<CatPhoto>[] all = [.. Enumerable.Range(0, worldSize).SelectMany(of => cats.Batches(buckets, order.Shard(of, worldSize)).Owned())];
        Assert.Equal(Enumerable.Range(0, 170), all.SelectMany(batch => batch.RowNumbers).Order());
        int[] padded = [.. all.Select(batch => batch.Count * batch.RowNumbers.Max(row => lengths[row]))];
        Assert.All(padded, tokens => Assert.InRange(tokens, 1, 256));
        Assert.InRange(padded.Sum(), lengths.Sum(), 1.1 * lengths.Sum());
        Assert.Equal(buckets.Count / 2, trained.Count);

        void Train(CatPhoto[] rows) => trained.Add(rows);
    }
}
