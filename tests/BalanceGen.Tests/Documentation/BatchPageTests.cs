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
}
