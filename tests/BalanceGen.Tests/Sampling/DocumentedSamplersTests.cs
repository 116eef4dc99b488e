using BalanceGen.Tests.Streaming;

namespace BalanceGen.Tests.Sampling;

/// <summary>The programs of the pages of samplers that have no others, compiled and run, and compared with the pages.</summary>
public sealed class DocumentedSamplersTests
{
    private static readonly IndexedDataset<CatPhoto> Cats = CatPhoto.Classes.Index(
        (CatPhoto[])[.. Enumerable.Range(0, 170).Select(photo => new CatPhoto($"{photo}.png", photo < 160 ? Breed.Siamese : Breed.Birman))]);

    [Theory]
    [InlineData("samplers/README.md")]
    [InlineData("samplers/balanced.md")]
    [InlineData("samplers/class-aware.md")]
    [InlineData("samplers/minimum-quota.md")]
    [InlineData("samplers/place-samplers.md")]
    [InlineData("samplers/random.md")]
    [InlineData("samplers/stratified-random.md")]
    public void The_programs_of_the_page_are_the_ones_that_are_compiled_here(string page) =>
        DocumentedPage.AssertCompiled(page, "Sampling/DocumentedSamplersTests.cs");

    [Fact]
    public void First_page_of_the_samplers_runs()
    {
        IndexedDataset<CatPhoto> cats = Cats;
        int trained = 0;

        BalancedSampler sampler = cats.BalancedSampler(seed: 42);
        foreach (Batch<CatPhoto> batch in cats.Batches(sampler, batchSize: 10))
        {
            Train(batch.ToArray());
        }

        Assert.Equal(170, trained);

        void Train(CatPhoto[] photos) => trained += photos.Length;
    }

    [Fact]
    public void Pages_of_samplers_run()
    {
        IndexedDataset<CatPhoto> cats = Cats;
        int birmans = 0;
        int fewest = int.MaxValue;

        BalancedSampler balanced = cats.BalancedSampler(seed: 42);
        Console.WriteLine(balanced.Plan);
        foreach (Batch<CatPhoto> batch in cats.Batches(balanced, batchSize: 10))
        {
            Train(batch.ToArray());
        }

        AssertBirmans(85, 5);

        RandomSampler shuffled = cats.RandomSampler(seed: 1);
        foreach (Batch<CatPhoto> batch in cats.Batches(shuffled, batchSize: 10))
        {
            Train(batch.ToArray());
        }

        AssertBirmans(10, 0);

        ClassAwareSampler pairs = cats.ClassAwareSampler(seed: 1, classesPerBatch: 2, rowsPerClass: 4);
        foreach (Batch<CatPhoto> batch in cats.Batches(pairs))              // 8 rows, 4 of each breed
        {
            Train(batch.ToArray());
        }

        AssertBirmans((int)pairs.EpochLength / 2, 4);

        StratifiedRandomSampler stratified = cats.StratifiedRandomSampler(seed: 1, batchSize: 10);
        foreach (Batch<CatPhoto> batch in cats.Batches(stratified))         // 5 rows of each breed
        {
            Train(batch.ToArray());
        }

        AssertBirmans(85, 5);

        MinimumQuotaSampler quota = cats.MinimumQuotaSampler(seed: 1, batchSize: 10, minima: [0, 2], TargetDistribution.AsSource);
        foreach (Batch<CatPhoto> batch in cats.Batches(quota))              // at least 2 Birmans in each
        {
            Train(batch.ToArray());
        }

        AssertBirmans(34, 2);

        SequentialSampler inOrder = cats.SequentialSampler();
        Assert.Equal(7, inOrder.RowAt(177));

        void Train(CatPhoto[] photos)
        {
            int rare = photos.Count(photo => photo.Breed == Breed.Birman);
            (birmans, fewest) = (birmans + rare, Math.Min(fewest, rare));
        }

        void AssertBirmans(int all, int inABatch)
        {
            Assert.Equal((all, inABatch), (birmans, fewest));
            (birmans, fewest) = (0, int.MaxValue);
        }
    }

    [Fact]
    public void Page_of_place_samplers_runs()
    {
        ClassCounts counts = ClassCounts.Of(CatPhoto.Classes.Set, ("Siamese", 5_000_000_000), ("Birman", 20_000_000));
        var random = new WeightedRandomPlaceSampler(counts, seed: 42);
        ClassPlace drawn = random.DrawAt(0);                                // drawn.ClassIndex, drawn.Place

        var balanced = new BalancedPlaceSampler(counts, seed: 42);
        Console.WriteLine(balanced.Plan);

        var scheduled = new ScheduledPlaceSampler(counts, seed: 42, TargetSchedule.Progressive(10));

        var quota = new MinimumQuotaPlaceSampler(counts, seed: 42, batchSize: 32, minima: [0, 2], TargetDistribution.AsSource);

        Assert.InRange(drawn.Place, 0, counts[drawn.ClassIndex] - 1);
        Assert.Equal(50, Enumerable.Range(0, 100).Count(draw => balanced.DrawAt(draw).ClassIndex == 1));
        Assert.InRange(Enumerable.Range(0, 1000).Count(draw => scheduled.DrawAt(draw).ClassIndex == 1), 3, 5);
        Assert.InRange(Enumerable.Range(0, 32).Count(draw => quota.DrawAt(draw).ClassIndex == 1), 2, 3);
    }
}
